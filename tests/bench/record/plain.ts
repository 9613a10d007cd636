import { Worker } from 'node:worker_threads'

import type { PdfNode } from '../../../shared/record/pdf'
import type { PlainInput } from './plainWorker'

/** The texts of a document, in their order. */
export function textsOf(node: PdfNode | Record<string, never>): readonly string[] {
  if ('text' in node && node.text !== undefined)
    return [typeof node.text === 'string' ? node.text : node.text.map(({ text }) => text).join('')]
  if ('stack' in node && node.stack !== undefined) return node.stack.flatMap(textsOf)
  if ('columns' in node && node.columns !== undefined) return node.columns.flatMap(textsOf)
  if ('table' in node && node.table !== undefined) return node.table.body.flat().flatMap(textsOf)
  return []
}

/** Prints texts in a thread of its own, as a record is rendered in one. */
export async function printPlain(workerPath: string, input: PlainInput): Promise<Uint8Array> {
  const worker = new Worker(workerPath, { workerData: input })
  try {
    return await new Promise<Uint8Array>((done, failed) => {
      worker.once('message', done)
      worker.once('error', failed)
    })
  } finally {
    await worker.terminate()
  }
}
