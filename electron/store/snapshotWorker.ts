import { parentPort, workerData } from 'node:worker_threads'

import { replay } from '../../shared/meeting/apply'
import type { LogEntry } from '../../shared/meeting/entries'
import { snapshotsHere, type SnapshotDone, type Snapshots } from './snapshot'

/** What a snapshot worker is started with. */
export type SnapshotWorkerData = { readonly path: string }

/** What it is told, the whole log first, and what it answers to `write`. */
export type SnapshotRequest =
  | { readonly type: 'add'; readonly entries: readonly LogEntry[] }
  | { readonly type: 'write'; readonly request: number }
export type SnapshotAnswer =
  | { readonly request: number; readonly done: SnapshotDone }
  | { readonly request: number; readonly error: { readonly message: string; readonly code: string } }

/** Snapshots of the meeting that the log so far adds up to. */
function snapshotsOf(path: string, log: readonly LogEntry[]): Snapshots {
  const meeting = replay(log)
  if (meeting === null) throw new TypeError('There is no log to make a snapshot of')
  return snapshotsHere(path, meeting, log)
}

const port = parentPort
if (port !== null) {
  const { path } = workerData as SnapshotWorkerData
  const log: LogEntry[] = []
  let snapshots: Snapshots | null = null
  port.on('message', (message: SnapshotRequest) => {
    if (message.type === 'add') {
      if (snapshots === null) log.push(...message.entries)
      else snapshots.add(message.entries)
      return
    }
    const { request } = message
    snapshots ??= snapshotsOf(path, log.splice(0))
    snapshots.write().then(
      (done) => port.postMessage({ request, done } satisfies SnapshotAnswer),
      (error: NodeJS.ErrnoException) =>
        port.postMessage({
          request,
          error: { message: error.message, code: error.code ?? '' },
        } satisfies SnapshotAnswer),
    )
  })
}
