import type { Ancestry } from './dag'
import { isSaid, type LogEntry, type SaidEntry } from './entries'
import { isCaptured } from './lists'
import type { Meeting } from './schema'
import type { Conflict, Side } from './writes'

type Found = { readonly first: Side; readonly stands: Side } & Pick<Conflict, 'subject' | 'id' | 'field'>

/** The field that says whether the meeting had ended. */
export const ENDED = 'ended'

/** The field that says whether two of one name are two people. */
export const TWICE = 'twice'

/** One copy ended the meeting, and in the other one something was said after that. */
function endedApart(meeting: Meeting, said: readonly SaidEntry[], isBefore: Ancestry): Found[] {
  const end = said.findLast(({ body }) => body.type === 'meeting.ended')
  if (meeting.status !== 'ended' || end === undefined) return []
  const last = said.findLast(
    ({ hash, at, body }) =>
      isCaptured(body) &&
      Date.parse(at) > Date.parse(end.at) &&
      !isBefore(hash, end.hash) &&
      !isBefore(end.hash, hash),
  )
  if (last === undefined) return []
  const [first, stands] = [
    { entry: last, value: false },
    { entry: end, value: true },
  ]
  return [{ subject: 'meeting', id: '', field: ENDED, first, stands }]
}

function nameOf(name: string): string {
  return name.trim().toLowerCase()
}

/** Both copies put somebody of one name on the list: one person or two, only people know. */
function addedTwice(meeting: Meeting, said: readonly SaidEntry[], isBefore: Ancestry): Found[] {
  const here = new Map(meeting.attendees.map(({ id, name }) => [id, nameOf(name)]))
  const before = new Map<string, SaidEntry>()
  return said.flatMap((entry) => {
    const { body } = entry
    if (body.type !== 'attendee.added') return []
    const { id } = body.item
    const name = here.get(id)
    if (name === undefined) return []
    const other = before.get(name)
    before.set(name, entry)
    if (other === undefined || isBefore(other.hash, entry.hash)) return []
    const [first, stands] = [
      { entry: other, value: false },
      { entry, value: true },
    ]
    return [{ subject: 'attendee', id, field: TWICE, first, stands }]
  })
}

/** What copies did apart that is no field set to two values, unless somebody who knew both settled it. */
export function doneApart(meeting: Meeting, log: readonly LogEntry[], isBefore: Ancestry): Conflict[] {
  const said = log.filter(isSaid)
  const found = [...endedApart(meeting, said, isBefore), ...addedTwice(meeting, said, isBefore)]
  return found.flatMap(({ first, stands, ...write }) => {
    const key = `${write.subject} ${write.id} ${write.field}`
    const settled = said.some(
      ({ hash, body }) =>
        body.type === 'conflict.settled' &&
        body.conflict === key &&
        isBefore(first.entry.hash, hash) &&
        isBefore(stands.entry.hash, hash),
    )
    return settled ? [] : [{ ...write, key, sides: [first, stands] }]
  })
}
