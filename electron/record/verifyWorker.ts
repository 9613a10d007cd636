import { parentPort, workerData } from 'node:worker_threads'

import { verifyHere, type VerifyInput, type VerifyMessage } from './verifyPdf'

/** Verifies one PDF and hands over what was found; an error ends the worker and reaches whoever started it. */
async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  const tell = (message: VerifyMessage) => port.postMessage(message)
  const verified = await verifyHere(workerData as VerifyInput, {
    onRecord: (entries) => tell({ entries }),
    onWords: (words) => tell({ verified: words, isLast: false }),
  })
  tell({ verified, isLast: true })
}

if (parentPort === null) throw new Error('This file runs in a worker thread')
void main(parentPort)
