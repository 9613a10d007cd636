import { FIRST_SETTINGS } from '../../../shared/meeting/newMeeting'
import type { PrompterLook } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'
import { useObservable } from '../../state/store'
import { FACES, MEASURES, THEMES } from '../look'
import type { Scroller } from '../scroller'
import type { SettingsChange } from '../useLook'
import { Choice, Slider } from './fields'

type Props = {
  readonly look: PrompterLook
  readonly scroller: Scroller
  readonly onChange: (change: SettingsChange) => void
  readonly say: (sentence: string) => void
}

/** How the words of the script look. */
export function TextPart({ look, scroller, onChange, say }: Props) {
  const { wordsPerMinute } = useObservable(scroller.state)
  const first = () => {
    onChange({ ...FIRST_SETTINGS.prompter, wordsPerMinute: FIRST_SETTINGS.wordsPerMinute })
    scroller.setPace(FIRST_SETTINGS.wordsPerMinute)
  }
  async function keepForNew() {
    const answer = await bridge.call('prompter:first', { wordsPerMinute, prompter: look })
    say(answer.ok ? 'New meetings begin like this one.' : answer.refusal.sentence)
  }
  return (
    <>
      <div className="settings-pairs">
        {MEASURES.map(({ id, label, least, most, step, says }) => (
          <Slider
            key={id}
            label={label}
            value={look[id]}
            least={least}
            most={most}
            step={step}
            text={says(look[id])}
            onChange={(value) => onChange({ [id]: value })}
          />
        ))}
      </div>
      <Choice legend="Typeface" choices={FACES} value={look.face} onChange={(face) => onChange({ face })} />
      <Choice
        legend="Colours"
        choices={THEMES}
        value={look.theme}
        onChange={(theme) => onChange({ theme })}
      />
      <div className="settings-buttons settings-wide">
        <button type="button" onClick={() => void keepForNew()}>
          Use text and pace for new meetings
        </button>
        <button type="button" onClick={first}>
          Text and pace as at first
        </button>
      </div>
    </>
  )
}
