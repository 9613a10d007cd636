import type { LogEntry } from '../../shared/meeting/entries'
import type { SnapshotRequest } from './snapshotWorker'

/** Entries that are copied to a worker in one go: about two milliseconds of this thread. */
const PORTION = 250

/** Hands messages to a worker in their order. */
export type Outbox = {
  /** Entries go a portion a turn, so that a long log never holds this thread up. */
  readonly add: (entries: readonly LogEntry[]) => void
  readonly write: (request: number) => void
}

/** An outbox that begins with a log. */
export function outboxFor(post: (message: SnapshotRequest) => void, log: readonly LogEntry[]): Outbox {
  const waiting: SnapshotRequest[] = []
  let running = false

  function next(): void {
    const message = waiting.shift()
    running = message !== undefined
    if (message === undefined) return
    post(message)
    setImmediate(next)
  }
  function push(message: SnapshotRequest): void {
    waiting.push(message)
    if (!running) next()
  }
  function add(entries: readonly LogEntry[]): void {
    for (let at = 0; at < entries.length; at += PORTION)
      push({ type: 'add', entries: entries.slice(at, at + PORTION) })
  }

  add(log)
  return { add, write: (request) => push({ type: 'write', request }) }
}
