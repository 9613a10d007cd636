import { useState, type FormEvent } from 'react'

import { formatMoment, parseMoment } from '../../../shared/capture/due'
import { detailsOf } from '../../../shared/meeting/decisionSchema'
import type { Decision, Meeting } from '../../../shared/meeting/schema'
import { useMinute } from '../../state/now'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field, TextField } from '../../ui/Field'
import { Refused } from '../../ui/Notice'
import { answersOf, askedOf, draftOf } from './answers'
import { OutcomeField, Positions } from './Positions'
import { ReadBacks } from './ReadBacks'

type DetailsDialogProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly decision: Decision
  readonly onClose: () => void
}

/** The moment that the words of a review date mean; undefined where they are not understood. */
function reviewOf(
  words: string,
  was: string | null,
  now: string,
  timeZone: string,
): string | null | undefined {
  if (words.trim() === '') return null
  if (was !== null && words === formatMoment(was, timeZone)) return was
  return parseMoment(words, { now, timeZone }) ?? undefined
}

/** What is said about a decision beside its text: options, outcome, who stands where, review, what it replaces. */
export function DetailsDialog({ session, meeting, decision, onClose }: DetailsDialogProps) {
  const { timeZone } = meeting
  const [draft, setDraft] = useState(() => draftOf(decision))
  const [options, setOptions] = useState(decision.options.join('\n'))
  const [words, setWords] = useState(decision.review === null ? '' : formatMoment(decision.review, timeZone))
  const [supersedes, setSupersedes] = useState(decision.supersedes)
  const [refusal, setRefusal] = useState<string | null>(null)
  const now = new Date(useMinute()).toISOString()
  const review = reviewOf(words, decision.review, now, timeZone)
  const others = meeting.decisions.filter(({ id }) => id !== decision.id)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (review === undefined) {
      setRefusal(`“${words}” is not a date Lectern understands. Write it like “Friday 10:00”.`)
      return
    }
    const lines = options.split('\n').filter((line) => line.trim() !== '')
    const details = { options: lines, review, supersedes, ...answersOf(draft, meeting.attendees) }
    if (JSON.stringify(detailsOf(details)) === JSON.stringify(detailsOf(decision))) {
      onClose()
      return
    }
    const answer = await session.run({ type: 'setDecision', decision: decision.id, details })
    if (!answer.ok) {
      setRefusal(answer.refusal.sentence)
      return
    }
    session.say({ kind: 'done', sentence: `Details saved: ${decision.text}` })
    onClose()
  }

  const reviewHint =
    review === undefined
      ? 'A date like “Friday 10:00” or “in 3 days”'
      : review === null
        ? 'No review'
        : formatMoment(review, timeZone)
  return (
    <Dialog title="Decision" wide onClose={onClose}>
      <form className="decision-form" noValidate onSubmit={(event) => void save(event)}>
        <p className="decision-sentence">{decision.text}</p>
        <ReadBacks decision={decision} timeZone={timeZone} />
        <Field label="Options considered" hint="One a line">
          {(ids) => (
            <textarea
              {...ids}
              className="input entry-text"
              rows={Math.min(6, Math.max(2, options.split('\n').length))}
              value={options}
              data-first=""
              onChange={(event) => setOptions(event.target.value)}
            />
          )}
        </Field>
        <Positions people={askedOf(meeting, draft)} draft={draft} onChange={setDraft} />
        <div className="entry-pair">
          <OutcomeField draft={draft} onChange={setDraft} />
          <TextField
            label="Review"
            value={words}
            placeholder="mon 10:00"
            hint={reviewHint}
            onChange={(event) => {
              setWords(event.target.value)
              setRefusal(null)
            }}
          />
        </div>
        {others.length > 0 && (
          <Field label="Takes the place of">
            {(ids) => (
              <select
                {...ids}
                className="input"
                value={supersedes ?? ''}
                onChange={(event) => setSupersedes(event.target.value === '' ? null : event.target.value)}
              >
                <option value="">No other decision</option>
                {others.map(({ id, text }) => (
                  <option key={id} value={id}>
                    {text}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {refusal !== null && <Refused>{refusal}</Refused>}
        <div className="dialog-buttons">
          <Button onClick={onClose} keys="Esc">
            Cancel
          </Button>
          <Button look="primary" type="submit">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
