import { parentPort, workerData } from 'node:worker_threads'

import type { LogEntry } from '../../shared/meeting/entries'
import type { Meeting } from '../../shared/meeting/schema'
import { snapshotsHere, type SnapshotDone } from './snapshot'

/** What a snapshot worker is started with. */
export type SnapshotWorkerData = {
  readonly path: string
  readonly meeting: Meeting
  readonly log: readonly LogEntry[]
}

/** What it is told, and what it answers to `write`. */
export type SnapshotRequest =
  | { readonly type: 'add'; readonly entries: readonly LogEntry[] }
  | { readonly type: 'write'; readonly request: number }
export type SnapshotAnswer =
  | { readonly request: number; readonly done: SnapshotDone }
  | { readonly request: number; readonly error: { readonly message: string; readonly code: string } }

const port = parentPort
if (port !== null) {
  const { path, meeting, log } = workerData as SnapshotWorkerData
  const snapshots = snapshotsHere(path, meeting, log)
  port.on('message', (message: SnapshotRequest) => {
    if (message.type === 'add') {
      snapshots.add(message.entries)
      return
    }
    const { request } = message
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
