import { formatMoment } from '../../../shared/capture/due'
import type { Captured } from '../../../shared/meeting/entries'
import {
  entryDue,
  entryKinds,
  entryTime,
  fieldsOf,
  namesPerson,
  personLabel,
  type EntryFields,
} from '../../../shared/meeting/entryEdit'
import type { Meeting } from '../../../shared/meeting/schema'
import { useMinute } from '../../state/now'
import { Field, TextField } from '../../ui/Field'
import { entryKindWord } from '../words'

type EntryFormProps = {
  readonly fields: EntryFields
  readonly captured: Captured
  readonly meeting: Meeting
  readonly onEnter: () => void
  readonly onChange: (change: Partial<EntryFields>) => void
}

const RAISED: ReadonlySet<string> = new Set(['objection', 'question', 'concern'])

/** What the new kind has no place for, said before it is lost. */
function lossWords(fields: EntryFields, captured: Captured, meeting: Meeting): string | undefined {
  const was = fieldsOf(captured, meeting.timeZone)
  const person = namesPerson(fields.kind) ? null : meeting.attendees.find(({ id }) => id === fields.person)
  const keepsStatus = was.kind === fields.kind || (RAISED.has(was.kind) && RAISED.has(fields.kind))
  const standing = 'status' in captured.item && captured.item.status !== 'open' && !keepsStatus
  const lost = [
    ...(person == null ? [] : [person.name]),
    ...(fields.kind !== 'action' && fields.due !== '' ? [`due ${fields.due}`] : []),
    ...(standing ? ['its status'] : []),
  ]
  return lost.length === 0 ? undefined : `Not kept with this kind: ${lost.join(', ')}.`
}

/** The fields of one entry. Times and dates say in full what they are understood as. */
export function EntryForm({ fields, captured, meeting, onEnter, onChange }: EntryFormProps) {
  const { attendees, timeZone } = meeting
  const context = { now: new Date(useMinute()).toISOString(), timeZone }
  const time = entryTime(fields.time, captured.item.at, context)
  const due = entryDue(fields.due, captured, context)
  const lines = Math.min(8, Math.max(2, Math.ceil(fields.text.length / 64)))
  const loss = lossWords(fields, captured, meeting)
  return (
    <>
      <Field
        label="Text"
        hint="The record tells what it said before. Remove the entry where its words must not be kept."
      >
        {(ids) => (
          <textarea
            {...ids}
            className="input entry-text"
            rows={lines}
            value={fields.text}
            data-first=""
            onChange={(event) => onChange({ text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              onEnter()
            }}
          />
        )}
      </Field>
      <div className="entry-pair">
        <Field label="Kind" {...(loss === undefined ? {} : { hint: loss })}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={fields.kind}
              onChange={(event) => {
                const kind = entryKinds.find((each) => each === event.target.value)
                if (kind !== undefined) onChange({ kind })
              }}
            >
              {entryKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {entryKindWord[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {namesPerson(fields.kind) && (
          <Field label={personLabel(fields.kind)}>
            {(ids) => (
              <select
                {...ids}
                className="input"
                value={fields.person}
                onChange={(event) => onChange({ person: event.target.value })}
              >
                <option value="">Nobody</option>
                {attendees.map(({ id, name, role }) => (
                  <option key={id} value={id}>
                    {role === '' ? name : `${name}, ${role}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <div className="entry-pair">
        <TextField
          label="Time"
          value={fields.time}
          hint={time === null ? 'A time like 14:05, or a date and a time' : formatMoment(time, timeZone)}
          onChange={(event) => onChange({ time: event.target.value })}
        />
        {fields.kind === 'action' && (
          <TextField
            label="Due"
            value={fields.due}
            placeholder="fri 17:00"
            hint={
              !due.ok
                ? 'A date like “Friday 17:00” or “27 Nov”'
                : due.value === null
                  ? 'No due date'
                  : formatMoment(due.value, timeZone)
            }
            onChange={(event) => onChange({ due: event.target.value })}
          />
        )}
      </div>
    </>
  )
}
