import { fingerprintOf, recordData } from '../record/data'
import { accept, refuse, type Result } from '../result'
import type { Command } from './commands'
import type { DecideContext } from './decideCapture'
import type { Body } from './entries'
import { capturedItem } from './lists'
import { oneLine } from './normal'
import type { Meeting, Revision, Signer, SignOffMark } from './schema'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** What goes on after a record was finalised: it changes nothing that the record prints. */
const AFTER_FINALISING: ReadonlySet<Command['type']> = new Set([
  'setActionStatus',
  'setSettings',
  'finalise',
  'reopenRecord',
  'giveSignOff',
  'withdrawSignOff',
  'noteSignature',
])

/** A sentence where a finalised record stands against a command, else null. */
export function refusedWhenFinal(meeting: Meeting, command: Command): Result<never> | null {
  if (meeting.status !== 'finalised' || AFTER_FINALISING.has(command.type)) return null
  const number = meeting.revisions.at(-1)?.number ?? 1
  return refuse('finalised', `Reopen the record to correct it; revision ${number} stays as it is.`)
}

function twice(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index)
}

function signersOf(meeting: Meeting, ids: readonly string[]): Result<Signer[]> {
  const signers = ids.flatMap((id) => {
    const person = meeting.attendees.find((attendee) => attendee.id === id)
    return person === undefined ? [] : [{ attendee: id, name: person.name, role: person.role }]
  })
  if (signers.length < ids.length)
    return refuse('unknown', 'Somebody who is to sign is not on this meeting’s list of people.', 'signers')
  const double = twice(ids)
  const name = signers.find(({ attendee }) => attendee === double)?.name
  return double === undefined
    ? accept(signers)
    : refuse(
        'double',
        `${name ?? 'Somebody'} is to sign twice; one field for each person is enough.`,
        'signers',
      )
}

function leftOutOf(meeting: Meeting, ids: readonly string[]): Result<readonly string[]> {
  if (ids.some((id) => capturedItem(meeting, id) === null))
    return refuse('unknown', 'An entry that is to be left out is no longer there.', 'leftOut')
  return twice(ids) === undefined
    ? accept(ids)
    : refuse('double', 'An entry that is to be left out is named twice.', 'leftOut')
}

/**
 * Fixes the next revision: everything up to the last entry of the log. Refuses a meeting that has not ended,
 * and people and entries that are not there or are named twice.
 */
export function finalise(meeting: Meeting, command: Of<'finalise'>, context: DecideContext): Result<Body> {
  const last = meeting.revisions.at(-1)
  if (meeting.status === 'finalised')
    return refuse('status', `The record is finalised already, as revision ${last?.number ?? 1}.`)
  const head = context.history.at(-1)?.hash
  if (meeting.status !== 'ended' || head === undefined)
    return refuse('status', 'Only the record of a meeting that has ended can be finalised.')
  const leftOut = leftOutOf(meeting, command.leftOut)
  if (!leftOut.ok) return leftOut
  const signers = signersOf(meeting, command.signers)
  if (!signers.ok) return signers
  const { at, by, history } = context
  const number = (last?.number ?? 0) + 1
  const supersedes = last?.fingerprint ?? null
  const chosen = { leftOut: [...leftOut.value], signers: signers.value }
  const data = recordData({
    meeting,
    log: history,
    revision: { number, at, by, head, supersedes },
    ...chosen,
  })
  const fingerprint = fingerprintOf(data)
  return accept({
    type: 'record.finalised',
    revision: { number, head, fingerprint, supersedes, ...chosen },
  })
}

/** Opens a finalised record for corrections; what was finalised stays as it is. */
export function reopenRecord(meeting: Meeting): Result<Body> {
  const last = meeting.revisions.at(-1)
  return meeting.status === 'finalised' && last !== undefined
    ? accept({ type: 'record.reopened', revision: last.number })
    : refuse('status', 'Only a record that is finalised can be reopened.')
}

/** The revision that sign-offs are for: the newest one, finalised and not signed yet. */
function approvable(meeting: Meeting): Result<Revision> {
  const last = meeting.revisions.at(-1)
  if (meeting.status !== 'finalised' || last === undefined)
    return refuse('status', 'Finalise the record first; a sign-off is for a record that no longer changes.')
  return last.signatures.length === 0
    ? accept(last)
    : refuse(
        'signed',
        `Revision ${last.number} has been signed, so its sign-offs stay as they are. Reopen the record to make the next revision.`,
      )
}

function cleanedMark(mark: SignOffMark): Result<SignOffMark> {
  if (mark.kind === 'drawn') return accept(mark)
  const text = oneLine(mark.text)
  return text === ''
    ? refuse('empty', 'Type the name as it is to stand under the record.', 'mark')
    : accept({ kind: 'typed', text })
}

/** Somebody approves the newest revision. Refuses an empty name or mark, and a second sign-off of one person. */
export function giveSignOff(meeting: Meeting, command: Of<'giveSignOff'>): Result<Body> {
  const revision = approvable(meeting)
  if (!revision.ok) return revision
  const { number, fingerprint } = revision.value
  const { attendee } = command
  const [name, role] = [oneLine(command.name), oneLine(command.role)]
  if (name === '') return refuse('empty', 'Write the name of whoever signs off.', 'name')
  if (attendee !== null && !meeting.attendees.some(({ id }) => id === attendee))
    return refuse('unknown', 'That person is not on this meeting’s list of people.', 'attendee')
  const given = meeting.signOffs.some(
    (each) => attendee !== null && each.attendee === attendee && each.revision === number,
  )
  if (given) return refuse('same', `${name} has signed off revision ${number} already.`, 'attendee')
  const mark = cleanedMark(command.mark)
  if (!mark.ok) return mark
  return accept({
    type: 'signOff.given',
    signOff: { revision: number, fingerprint, attendee, name, role, mark: mark.value },
  })
}

/** A sign-off of the newest revision is taken back, as long as nobody has signed it. */
export function withdrawSignOff(meeting: Meeting, id: string): Result<Body> {
  const revision = approvable(meeting)
  if (!revision.ok) return revision
  const signOff = meeting.signOffs.find((each) => each.id === id && each.revision === revision.value.number)
  return signOff === undefined
    ? refuse('unknown', 'That sign-off is no longer there.')
    : accept({ type: 'signOff.withdrawn', signOff })
}

/** Notes a signature on the PDF of a revision, also where the record was reopened meanwhile. */
export function noteSignature(meeting: Meeting, command: Of<'noteSignature'>): Result<Body> {
  const { revision: number, signature } = command
  const { name, certificate } = signature
  return meeting.revisions.some((revision) => revision.number === number)
    ? accept({ type: 'record.signed', revision: number, signature: { name: oneLine(name), certificate } })
    : refuse('unknown', `This meeting has no revision ${number}.`, 'revision')
}
