import { asSeen, type Asked } from '../helpers/asked'
import { apply } from '../../shared/meeting/apply'
import type { CaptureDraft } from '../../shared/meeting/commands'
import { createMeeting, decide } from '../../shared/meeting/decide'
import type { Body, LogEntry } from '../../shared/meeting/entries'
import { EMPTY_LOG, seal } from '../../shared/meeting/log'
import type { Meeting } from '../../shared/meeting/schema'
import { author, idOf, momentOf, must, newMeeting, say } from '../helpers/meetings'

/** Ids and moments of entries far apart from those that a bench captures itself. */
const PERSON = idOf(1)
const words = 'the release waits until the token refresh has been tested on the slow network'.split(' ')

function textOf(n: number): string {
  return `${n}: ${words.map((_, at) => words[(at + n) % words.length]).join(' ')}`
}

function draftOf(n: number): CaptureDraft {
  const common = { text: textOf(n), at: null }
  switch (n % 10) {
    case 1:
    case 2:
      return { ...common, kind: 'objection', who: PERSON }
    case 3:
      return { ...common, kind: 'decision' }
    case 4:
    case 5:
      return { ...common, kind: 'action', owner: PERSON, due: null }
    case 6:
      return { ...common, kind: 'parking', owner: null }
    default:
      return { ...common, kind: 'note' }
  }
}

/** The n-th command of a long meeting: mostly captures, one in twenty corrects, one in twenty settles. */
function commandOf(n: number): Asked {
  if (n === 1) return say.person('Amara Okafor')
  if (n === 2) return say.start
  if (n % 20 === 0) return { type: 'editEntry', entry: idOf(n - 1), draft: draftOf(n - 1) }
  if (n % 20 === 13) return { type: 'setObjectionStatus', objection: idOf(n - 1), status: 'answered' }
  return { type: 'capture', draft: draftOf(n) }
}

export type LongMeeting = { readonly meeting: Meeting; readonly log: readonly LogEntry[] }

/** `id` is another than the usual one; `after` is what happens at the end. */
type Changes = { readonly id?: string; readonly after?: readonly Asked[] }

/** A live meeting with so many log entries, three at least. The same number gives the same meeting. */
export function longMeeting(entries: number, { id = idOf(0), after = [] }: Changes = {}): LongMeeting {
  const log: LogEntry[] = []
  let meeting: Meeting | null = null
  const add = (body: Body) => {
    const n = log.length
    const last = log.at(-1)
    const head = last === undefined ? EMPTY_LOG : { seq: last.seq, hash: last.hash }
    const salt = n.toString(16).padStart(32, '0')
    const entry = seal(body, head, { id: idOf(n), at: momentOf(n), by: author, salt })
    log.push(entry)
    return apply(meeting, entry)
  }
  meeting = add(must(createMeeting(newMeeting({ id }))))
  for (let n = 1; n < entries + after.length; n += 1) {
    const context = { at: momentOf(n), id: idOf(n), by: author, history: log }
    meeting = add(must(decide(meeting, asSeen(meeting, after[n - entries] ?? commandOf(n)), context)))
  }
  return { meeting, log }
}
