import { Worker } from 'node:worker_threads'

import type { WorkerMessage } from './pdfWorker'
import type { OnProgress } from './progress'
import type { RenderedPdf, RenderInput } from './renderPdf'

/** `signal` stops the rendering; `onProgress` hears how far it is, from 0 to 1. */
export type RenderOptions = { readonly signal?: AbortSignal; readonly onProgress?: OnProgress }

/**
 * Renders a record as `renderPdf` does, in a thread of its own, so that the rest goes on meanwhile.
 * `workerPath` is the built `pdfWorker.cjs`. Throws the worker's error, and the signal's reason when aborted.
 */
export async function renderInWorker(
  input: RenderInput,
  workerPath: string,
  { signal, onProgress }: RenderOptions = {},
): Promise<RenderedPdf> {
  signal?.throwIfAborted()
  const worker = new Worker(workerPath, { workerData: input })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise<RenderedPdf>((done, failed) => {
      worker.on('message', (message: WorkerMessage) => {
        if (signal?.aborted === true) return
        if ('done' in message) done(message.done)
        else onProgress?.(message.share)
      })
      worker.once('error', failed)
      worker.once('exit', () => failed(signal?.reason ?? new Error('The PDF worker ended without a result')))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
