import { useId, type ReactNode } from 'react'

import { partId, tabId, type Tab } from './SettingsTabs'

type SliderProps = {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  readonly text: string
  readonly onChange: (value: number) => void
}

/** A measure with its value in words. */
export function Slider({ label, value, least, most, step, text, onChange }: SliderProps) {
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
        data-setting={label}
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
  /** The key that goes on to the next of them. */
  readonly sign?: string
  readonly choices: readonly { readonly id: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ legend, sign, choices, value, onChange }: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend>
        {legend} {sign !== undefined && <kbd aria-hidden="true">{sign}</kbd>}
      </legend>
      {choices.map(({ id, label }) => (
        <label key={id} data-choice={id}>
          <input
            type="radio"
            name={name}
            data-setting={label}
            checked={id === value}
            onChange={() => onChange(id)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

type TickProps = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** The key that does the same. */
  readonly sign?: string
}

/** A box to tick. */
export function Tick({ label, checked, onChange, sign }: TickProps) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        data-setting={label}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span> {sign !== undefined && <kbd aria-hidden="true">{sign}</kbd>}
    </label>
  )
}

type PartProps = { readonly tab: Tab; readonly shown: Tab; readonly children: ReactNode }

/** A part of the settings, behind its tab. */
export function Part({ tab, shown, children }: PartProps) {
  return (
    <div
      className={`settings-part settings-${tab}`}
      role="tabpanel"
      id={partId(tab)}
      aria-labelledby={tabId(tab)}
      data-tab={tab}
      hidden={tab !== shown}
    >
      {children}
    </div>
  )
}
