import { parentPort, workerData } from 'node:worker_threads'

import { renderPdf, type RenderInput } from './renderPdf'

/** Renders one record and hands its bytes back; an error ends the worker and reaches whoever started it. */
async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  port.postMessage(await renderPdf(workerData as RenderInput))
}

if (parentPort === null) throw new Error('This file runs in a worker thread')
void main(parentPort)
