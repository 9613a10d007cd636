import { FIRST_SETTINGS } from '../../../shared/meeting/newMeeting'
import type { PrompterLook } from '../../../shared/meeting/schema'
import { PACE } from '../../../shared/script/pace'
import { bridge } from '../../bridge'
import { useObservable } from '../../state/store'
import { FACES, MEASURES, THEMES } from '../look'
import type { Scroller } from '../scroller'
import type { SettingsChange } from '../useLook'
import { Choice, Part, Slider } from './fields'

type Props = {
  readonly look: PrompterLook
  readonly scroller: Scroller
  readonly onChange: (change: SettingsChange) => void
  readonly say: (sentence: string) => void
}

/** What is kept in the meeting: how fast the script runs and how its words look. */
export function MeetingPart({ look, scroller, onChange, say }: Props) {
  const { wordsPerMinute } = useObservable(scroller.state)
  const setPace = (pace: number) => {
    scroller.setPace(pace)
    onChange({ wordsPerMinute: pace })
  }
  const first = () => {
    onChange({ ...FIRST_SETTINGS.prompter, wordsPerMinute: FIRST_SETTINGS.wordsPerMinute })
    scroller.setPace(FIRST_SETTINGS.wordsPerMinute)
  }
  async function keepForNew() {
    const answer = await bridge.call('prompter:first', { wordsPerMinute, prompter: look })
    say(answer.ok ? 'New meetings begin like this one.' : answer.refusal.sentence)
  }
  return (
    <Part title="This meeting" about="kept in it">
      <div className="settings-pair">
        <div className="settings-group">
          <Slider
            label="Pace"
            value={wordsPerMinute}
            least={PACE.slowest}
            most={PACE.fastest}
            step={PACE.step}
            text={`${wordsPerMinute} words per minute`}
            onChange={setPace}
          />
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
        <div className="settings-group">
          <Choice
            legend="Typeface"
            choices={FACES}
            value={look.face}
            onChange={(face) => onChange({ face })}
          />
          <Choice
            legend="Colours"
            choices={THEMES}
            value={look.theme}
            onChange={(theme) => onChange({ theme })}
          />
        </div>
      </div>
      <div className="settings-buttons">
        <button type="button" onClick={() => void keepForNew()}>
          Use for new meetings
        </button>
        <button type="button" onClick={first}>
          As at first
        </button>
      </div>
    </Part>
  )
}
