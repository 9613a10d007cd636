import { Worker } from 'node:worker_threads'

import { outboxFor } from './outbox'
import type { SnapshotDone, SnapshotsFor } from './snapshot'
import type { SnapshotAnswer, SnapshotWorkerData } from './snapshotWorker'

/**
 * Snapshots made in a worker thread, one for each open meeting, so that writing a long meeting never holds
 * up a capture. The worker works the meeting out of the log, which reaches it in portions.
 * `workerFile` is the built `snapshotWorker`.
 */
export function snapshotsInWorker(workerFile: string): SnapshotsFor {
  return (path, _meeting, log) => {
    const workerData: SnapshotWorkerData = { path }
    const worker = new Worker(workerFile, { workerData })
    worker.unref()
    const waiting = new Map<
      number,
      { resolve: (done: SnapshotDone) => void; reject: (error: Error) => void }
    >()
    let requests = 0
    let broken: Error | null = null

    worker.on('message', (answer: SnapshotAnswer) => {
      const asked = waiting.get(answer.request)
      waiting.delete(answer.request)
      if ('done' in answer) asked?.resolve(answer.done)
      else asked?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }))
      if (waiting.size === 0) worker.unref()
    })
    const giveUp = (error: Error) => {
      broken ??= error
      for (const asked of waiting.values()) asked.reject(broken)
      waiting.clear()
    }
    worker.on('error', giveUp)
    worker.on('exit', () => giveUp(new Error('The snapshot worker has ended')))
    const outbox = outboxFor((message) => worker.postMessage(message), log)

    return {
      add: outbox.add,
      write: () =>
        new Promise((resolve, reject) => {
          if (broken !== null) {
            reject(broken)
            return
          }
          requests += 1
          worker.ref()
          waiting.set(requests, { resolve, reject })
          outbox.write(requests)
        }),
      close: async () => {
        await worker.terminate()
      },
    }
  }
}
