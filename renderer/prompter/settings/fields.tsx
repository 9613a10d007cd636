import { useId, type ReactNode } from 'react'

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
  readonly choices: readonly { readonly id: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ legend, choices, value, onChange }: ChoiceProps<T>) {
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

type PartProps = { readonly title: string; readonly about: string; readonly children: ReactNode }

/** A part of the settings, and where what is set in it holds. */
export function Part({ title, about, children }: PartProps) {
  const id = useId()
  return (
    <section className="settings-part" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span>{about}</span>
      </h2>
      {children}
    </section>
  )
}
