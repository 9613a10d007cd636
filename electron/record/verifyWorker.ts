import { parentPort, workerData } from 'node:worker_threads'

import { verifyHere, type VerifyInput } from './verifyPdf'

/** Verifies one PDF and hands over what was found; an error ends the worker and reaches whoever started it. */
async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  port.postMessage(await verifyHere(workerData as VerifyInput))
}

if (parentPort === null) throw new Error('This file runs in a worker thread')
void main(parentPort)
