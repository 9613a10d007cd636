import { accept, refuse, type Result } from '../result'
import type { DecideContext } from './decideCapture'
import { isSaid, type Body, type Change, type LogEntry, type SaidEntry } from './entries'
import { isJoined } from './merge'
import type { Meeting } from './schema'
import { isUndoable, roundOf, turnedRound, type Undoable } from './turnRound'

type Found = { readonly target: string; readonly undoable: Undoable }

function found({ id, at, body }: SaidEntry): Found | null {
  return isUndoable(body) ? { target: id, undoable: { at, body } } : null
}

/**
 * The changes that were not taken back, the newest first. Walks back from the end: what took a change back comes
 * before it, and a change that was made again stands for the first one.
 */
function* standing(history: readonly LogEntry[]): Generator<Found> {
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
    if (candidate === null || gone.has(candidate.target)) continue
    gone.add(candidate.target)
    yield candidate
  }
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

/**
 * Takes back the newest change that stands, whoever made it and in whichever window. Where copies were joined, a
 * change that the other copy made something else of cannot be taken back: then the next one is.
 */
export function undo(meeting: Meeting, { history, ...stamp }: DecideContext): Result<Body> {
  let first: Result<never> | null = null
  for (const { target, undoable } of standing(history)) {
    const body = turnedRound(meeting, undoable, stamp)
    if (body.ok) return accept({ type: 'change.undone', target, body: body.value })
    if (!isJoined(history)) return body
    first ??= body
  }
  return first ?? refuse('nothing', 'There is nothing to undo.')
}

/** Makes the change that was taken back last again, as long as nothing new was done since. */
export function redo(meeting: Meeting, { history, ...stamp }: DecideContext): Result<Body> {
  const last = newestUndone(history)
  if (last === null) return refuse('nothing', 'There is nothing to redo.')
  const body = roundOf(meeting, last.body, stamp)
  return body.ok ? accept({ type: 'change.redone', target: last.target, body: body.value }) : body
}
