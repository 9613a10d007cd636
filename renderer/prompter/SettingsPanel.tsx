import { useEffect, useId, useRef } from 'react'

import type { PrompterLook } from '../../shared/meeting/schema'
import { FIRST_SETTINGS } from '../../shared/meeting/newMeeting'
import { PACE } from '../../shared/script/pace'
import { useObservable } from '../state/store'
import { FACES, MEASURES, THEMES } from './look'
import { LONGEST_COUNTDOWN, type Habits } from './memory'
import type { Scroller } from './scroller'
import type { SettingsChange } from './useLook'

type Props = {
  readonly look: PrompterLook
  readonly scroller: Scroller
  readonly onChange: (change: SettingsChange) => void
  readonly habits: Habits
  readonly onHabits: (change: Partial<Habits>) => void
  /** Which of the keys that work everywhere cannot be had; empty where all can. */
  readonly globalWords: string
  readonly onClose: () => void
}

/** How the prompter looks and how fast it runs. It lies below the reading line, so each change is seen at once. */
export function SettingsPanel(props: Props) {
  const { look, scroller, onChange, habits, onHabits, globalWords, onClose } = props
  const panel = useRef<HTMLElement | null>(null)
  useEffect(() => panel.current?.querySelector('input')?.focus(), [])
  const { wordsPerMinute } = useObservable(scroller.state)
  const setPace = (pace: number) => {
    scroller.setPace(pace)
    onChange({ wordsPerMinute: pace })
  }
  const first = () => {
    onChange({ ...FIRST_SETTINGS.prompter, wordsPerMinute: FIRST_SETTINGS.wordsPerMinute })
    scroller.setPace(FIRST_SETTINGS.wordsPerMinute)
  }
  return (
    <section className="settings" aria-label="Settings" ref={panel}>
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
        <Choice legend="Typeface" choices={FACES} value={look.face} onChange={(face) => onChange({ face })} />
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
      <Choice
        legend="Colours"
        choices={THEMES}
        value={look.theme}
        onChange={(theme) => onChange({ theme })}
      />
      <fieldset>
        <legend>Mirror and movement</legend>
        <label>
          <input
            type="checkbox"
            checked={look.mirror}
            onChange={(event) => onChange({ mirror: event.target.checked })}
          />
          <span>Left to right</span> <kbd aria-hidden="true">M</kbd>
        </label>
        <label>
          <input
            type="checkbox"
            checked={look.flip}
            onChange={(event) => onChange({ flip: event.target.checked })}
          />
          <span>Upside down</span> <kbd aria-hidden="true">U</kbd>
        </label>
        <label>
          <input
            type="checkbox"
            checked={habits.stepping === true}
            onChange={(event) => onHabits({ stepping: event.target.checked })}
          />
          <span>Line by line</span> <kbd aria-hidden="true">L</kbd>
        </label>
        <label>
          <input
            type="checkbox"
            checked={habits.globalKeys}
            onChange={(event) => onHabits({ globalKeys: event.target.checked })}
          />
          <span>Keys everywhere</span> <kbd aria-hidden="true">Ctrl Alt</kbd>
        </label>
        {globalWords !== '' && <p className="settings-words">{globalWords}</p>}
        <div className="settings-buttons">
          <button type="button" onClick={first}>
            As at first
          </button>
          <button type="button" className="settings-done" onClick={onClose}>
            Done <kbd aria-hidden="true">Escape</kbd>
          </button>
        </div>
      </fieldset>
    </section>
  )
}

type SliderProps = {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  readonly text: string
  readonly onChange: (value: number) => void
}

function Slider({ label, value, least, most, step, text, onChange }: SliderProps) {
  const id = useId()
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <span className="slider-text figures" aria-hidden="true">
        {text}
      </span>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  )
}

type ChoiceProps<T extends string> = {
  readonly legend: string
  readonly choices: readonly { readonly id: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ legend, choices, value, onChange }: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map(({ id, label }) => (
        <label key={id} data-choice={id}>
          <input type="radio" name={name} checked={id === value} onChange={() => onChange(id)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
