import { parentPort, workerData } from 'node:worker_threads'

import { renderPdf, type RenderedPdf, type RenderInput } from './renderPdf'

/** What the worker says: how far it is (0 to 1) again and again, the finished record at the end. */
export type WorkerMessage = { readonly share: number } | { readonly done: RenderedPdf }

/** Renders one record and hands its bytes back; an error ends the worker and reaches whoever started it. */
async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  const say = (message: WorkerMessage) => port.postMessage(message)
  const done = await renderPdf(workerData as RenderInput, (share) => say({ share }))
  say({ done })
}

if (parentPort === null) throw new Error('This file runs in a worker thread')
void main(parentPort)
