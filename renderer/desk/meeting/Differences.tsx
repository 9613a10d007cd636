import './Differences.css'

import { useState } from 'react'

import { formatMoment } from '../../../shared/capture/due'
import type { ToldConflict } from '../../../shared/meeting/conflictWords'
import type { Meeting } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Notice, Refused } from '../../ui/Notice'
import { useConflicts } from './useConflicts'

type DifferencesProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }
type Side = ToldConflict['sides'][number]
type DifferenceProps = {
  readonly conflict: ToldConflict
  readonly timeZone: string
  readonly keep: ((side: Side) => void) | null
}

function counted(number: number): string {
  return number === 1 ? '1 difference between the copies' : `${number} differences between the copies`
}

function Difference({ conflict: { what, field, sides }, timeZone, keep }: DifferenceProps) {
  return (
    <li className="difference" aria-label={`${field}: ${what}`}>
      <p className="difference-what">
        <strong>{field}</strong> {what}
      </p>
      <ul className="difference-sides">
        {sides.map((side) => (
          <li key={side.entry} className="difference-side" data-stands={side.stands}>
            <p className="difference-text">{side.text}</p>
            <p className="difference-who figures">
              {side.who}, {side.device}, {formatMoment(side.at, timeZone)}
              {side.stands && <span className="difference-stands"> · stands now</span>}
            </p>
            {side.keep === null ? (
              <p className="difference-who">Change it in Prepare to keep this.</p>
            ) : (
              <Button
                small
                disabled={keep === null}
                aria-label={`${side.stands ? 'Keep what stands' : 'Keep this instead'}: “${side.text}”`}
                onClick={() => keep?.(side)}
              >
                {side.stands ? 'Keep what stands' : 'Keep this instead'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Says above the meeting that joined copies contradict each other, and shows both sides of each difference. */
export function Differences({ session, meeting, readOnly }: DifferencesProps) {
  const conflicts = useConflicts(meeting)
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  if (conflicts.length === 0) return null

  async function keep({ keep: command }: Side) {
    if (command === null) return
    const answer = await session.run(command)
    setRefused(answer.ok ? null : answer.refusal.sentence)
    if (answer.ok && conflicts.length === 1) {
      setOpen(false)
      session.say({ kind: 'done', sentence: 'All differences between the copies are settled.' })
    }
  }

  return (
    <>
      <Notice>
        <span className="differences-line">
          <span>
            <strong>{counted(conflicts.length)}.</strong> Both sides are kept; the record shows the one that
            stands.
          </span>
          <Button small aria-haspopup="dialog" onClick={() => setOpen(true)}>
            Compare the copies
          </Button>
        </span>
      </Notice>
      {open && (
        <Dialog
          wide
          title={counted(conflicts.length)}
          onClose={() => setOpen(false)}
          foot={
            <Button data-first="" keys="Esc" onClick={() => setOpen(false)}>
              Close
            </Button>
          }
        >
          <p className="difference-who">
            Two people changed the same thing, each without knowing of the other. Choose what is right; the
            log keeps both.
          </p>
          {refused !== null && <Refused>{refused}</Refused>}
          <ul className="differences">
            {conflicts.map((conflict) => (
              <Difference
                key={conflict.key}
                conflict={conflict}
                timeZone={meeting.timeZone}
                keep={readOnly ? null : (side) => void keep(side)}
              />
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}
