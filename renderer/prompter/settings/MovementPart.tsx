import { PACE } from '../../../shared/script/pace'
import { useObservable } from '../../state/store'
import { LONGEST_COUNTDOWN, type Habits } from '../memory'
import type { Scroller } from '../scroller'
import type { SettingsChange } from '../useLook'
import { useVoiceState, type Voice } from '../useVoice'
import { Choice, Slider, Tick } from './fields'

const MODES = [
  { id: 'timed', label: 'Timed: at the set pace' },
  { id: 'paced', label: 'Paced: rests while you rest' },
  { id: 'follow', label: 'Follow: stays with your words' },
] as const

type Props = {
  readonly scroller: Scroller
  readonly voice: Voice
  readonly onChange: (change: SettingsChange) => void
  readonly habits: Habits
  readonly onHabits: (change: Partial<Habits>) => void
  /** Which of the keys that work everywhere cannot be had; empty where all can. */
  readonly globalWords: string
}

/** What moves the script and how fast, with an honest word on how far listening was tried. */
export function MovementPart({ scroller, voice, onChange, habits, onHabits, globalWords }: Props) {
  const { wordsPerMinute } = useObservable(scroller.state)
  const { mode } = useVoiceState(voice)
  const setPace = (pace: number) => {
    scroller.setPace(pace)
    onChange({ wordsPerMinute: pace })
  }
  return (
    <>
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
        <Slider
          label="Countdown"
          value={habits.countdown}
          least={0}
          most={LONGEST_COUNTDOWN}
          step={1}
          text={habits.countdown === 0 ? 'none' : `${habits.countdown} s`}
          onChange={(countdown) => onHabits({ countdown })}
        />
      </div>
      <Choice legend="Movement" sign="V" choices={MODES} value={mode} onChange={voice.setMode} />
      <div className="settings-group">
        <Tick
          label="Line by line"
          sign="L"
          checked={habits.stepping === true}
          onChange={(stepping) => onHabits({ stepping })}
        />
        <Tick
          label="Keys everywhere"
          sign="Ctrl Alt"
          checked={habits.globalKeys}
          onChange={(globalKeys) => onHabits({ globalKeys })}
        />
        <p className={globalWords === '' ? 'settings-words' : 'settings-words settings-loud'}>
          {globalWords === ''
            ? 'Start, pause, pace, cues and responses then work in any program, with Ctrl Alt before the key.'
            : globalWords}
        </p>
      </div>
      {mode !== 'timed' && (
        <p className="settings-words settings-wide">
          The microphone is on while the script runs; what it hears stays on this computer and is not kept.
          Tried on synthetic voices: accents, rooms and microphones differ. Try it in Rehearse first.
        </p>
      )}
    </>
  )
}
