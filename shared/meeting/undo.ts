import { accept, refuse, type Result } from '../result'
import type { DecideContext } from './decideCapture'
import { isSaid, type Body, type Change, type LogEntry, type SaidEntry } from './entries'
import type { Meeting } from './schema'
import { isUndoable, roundOf, turnedRound, type Undoable } from './turnRound'

type Found = { readonly target: string; readonly undoable: Undoable }

function found({ id, at, body }: SaidEntry): Found | null {
  return isUndoable(body) ? { target: id, undoable: { at, body } } : null
}

/**
 * The newest change that was not taken back. Walks back from the end: what took a change back comes before it,
 * and a change that was made again stands for the first one.
 */
function newestStanding(history: readonly LogEntry[]): Found | null {
  const gone = new Set<string>()
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const entry = history[index]
    if (entry === undefined || !isSaid(entry)) continue
    const { body, at } = entry
    if (body.type === 'change.undone') {
      gone.add(body.target)
      continue
    }
    const candidate =
      body.type === 'change.redone'
        ? { target: body.target, undoable: { at, body: body.body } }
        : found(entry)
    if (candidate !== null && !gone.has(candidate.target)) return candidate
  }
  return null
}

/** The change that was taken back last and not made again, as long as no new one came after it. */
function newestUndone(
  history: readonly LogEntry[],
): { readonly target: string; readonly body: Change } | null {
  const again = new Set<string>()
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const entry = history[index]
    if (entry === undefined || !isSaid(entry)) continue
    const { body } = entry
    if (isUndoable(body)) return null
    if (body.type === 'change.redone') again.add(body.target)
    if (body.type === 'change.undone' && !again.has(body.target)) return body
  }
  return null
}

/** Takes back the newest change that stands, whoever made it and in whichever window. */
export function undo(meeting: Meeting, { history, ...stamp }: DecideContext): Result<Body> {
  const last = newestStanding(history)
  if (last === null) return refuse('nothing', 'There is nothing to undo.')
  const body = turnedRound(meeting, last.undoable, stamp)
  return body.ok ? accept({ type: 'change.undone', target: last.target, body: body.value }) : body
}

/** Makes the change that was taken back last again, as long as nothing new was done since. */
export function redo(meeting: Meeting, { history, ...stamp }: DecideContext): Result<Body> {
  const last = newestUndone(history)
  if (last === null) return refuse('nothing', 'There is nothing to redo.')
  const body = roundOf(meeting, last.body, stamp)
  return body.ok ? accept({ type: 'change.redone', target: last.target, body: body.value }) : body
}
