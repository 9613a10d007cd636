import { Worker } from 'node:worker_threads'

import type { RenderedPdf, RenderInput } from './renderPdf'

/**
 * Renders a record as `renderPdf` does, in a thread of its own, so that the rest goes on meanwhile.
 * `workerPath` is the built `pdfWorker.cjs`. Throws the worker's error, and the signal's reason when aborted.
 */
export async function renderInWorker(
  input: RenderInput,
  workerPath: string,
  signal?: AbortSignal,
): Promise<RenderedPdf> {
  signal?.throwIfAborted()
  const worker = new Worker(workerPath, { workerData: input })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise<RenderedPdf>((done, failed) => {
      worker.once('message', done)
      worker.once('error', failed)
      worker.once('exit', () => failed(signal?.reason ?? new Error('The PDF worker ended without a result')))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
