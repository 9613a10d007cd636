import './decision.css'

import { useId, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

import { OUTCOMES } from '../../../shared/record/decisionWords'
import { outcomeSchema, stanceSchema, type Stance } from '../../../shared/meeting/decisionSchema'
import type { Attendee } from '../../../shared/meeting/schema'
import { LONGEST_LINE } from '../../../shared/text'
import { Field } from '../../ui/Field'
import { Keys } from '../../ui/Keys'
import { allAgreed, standOf, withStand, type AnswersDraft } from './answers'

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  agreed: 'Agreed',
  objected: 'Objected',
  abstained: 'Abstained',
}

/** The key of each answer while the focus is on somebody's answers. */
const STANCE_KEYS: Readonly<Record<Stance, string>> = { agreed: 'a', objected: 'o', abstained: 's' }

type PositionsProps = {
  readonly people: readonly Attendee[]
  readonly draft: AnswersDraft
  readonly onChange: (draft: AnswersDraft) => void
  /** Whether the first person gets the focus of the dialog. */
  readonly first?: boolean
}

function focusPerson(person: Element | null | undefined): void {
  const radio = person?.querySelector<HTMLElement>('input:checked') ?? person?.querySelector('input')
  radio?.focus()
}

/** Where everybody stands: a letter answers for the person who has the focus and goes on to the next one. */
export function Positions({ people, draft, onChange, first = false }: PositionsProps) {
  const name = useId()

  function onKey(event: KeyboardEvent<HTMLFieldSetElement>, id: string) {
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text'
    if (isText || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const pressed = event.key.toLowerCase()
    const person = event.currentTarget
    if (pressed === 'e') onChange(allAgreed(draft, people))
    const position = stanceSchema.options.find((stance) => STANCE_KEYS[stance] === pressed)
    if (position !== undefined) {
      // At once: the next letter may come before the next frame, and is for the next person.
      flushSync(() => onChange(withStand(draft, id, { position })))
      if (position === 'objected') person.querySelector<HTMLElement>('input[type=text]')?.focus()
      else focusPerson(person.nextElementSibling)
    }
    if (pressed === 'e' || position !== undefined) event.preventDefault()
  }

  if (people.length === 0) return <p className="field-hint">Nobody is on the list of people yet.</p>
  return (
    <div className="positions">
      {people.map(({ id, name: who, role }, index) => {
        const stand = standOf(draft, id)
        return (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the radios in it
          <fieldset className="position" key={id} onKeyDown={(event) => onKey(event, id)}>
            <legend className="unseen">{who}</legend>
            <p className="position-who" aria-hidden="true">
              {who}
              {role !== '' && <span className="position-role"> {role}</span>}
            </p>
            {stanceSchema.options.map((stance) => (
              <label className="position-stance" key={stance}>
                <input
                  type="radio"
                  name={`${name} ${id}`}
                  checked={stand.position === stance}
                  data-first={first && index === 0 && stance === 'agreed' ? '' : undefined}
                  onChange={() => onChange(withStand(draft, id, { position: stance }))}
                />
                {STANCE_WORDS[stance]}
              </label>
            ))}
            {stand.position === 'objected' && (
              <input
                type="text"
                className="input position-reason"
                aria-label={`Why ${who} objected`}
                placeholder="Why?"
                autoComplete="off"
                maxLength={LONGEST_LINE}
                value={stand.reason}
                onChange={(event) => onChange(withStand(draft, id, { reason: event.target.value }))}
              />
            )}
          </fieldset>
        )
      })}
      <p className="positions-keys">
        <Keys keys="A" /> agreed <Keys keys="O" /> objected <Keys keys="S" /> abstained <Keys keys="E" />{' '}
        everybody agreed
      </p>
    </div>
  )
}

type OutcomeFieldProps = Pick<PositionsProps, 'draft' | 'onChange'>

/** What became of the decision; nothing is said until somebody says it. */
export function OutcomeField({ draft, onChange }: OutcomeFieldProps) {
  return (
    <Field label="Outcome">
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={draft.outcome ?? ''}
          onChange={(event) => {
            const outcome = outcomeSchema.options.find((each) => each === event.target.value) ?? null
            onChange({ ...draft, outcome })
          }}
        >
          <option value="">Not said</option>
          {outcomeSchema.options.map((outcome) => (
            <option key={outcome} value={outcome}>
              {OUTCOMES[outcome]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
