import { webcrypto } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'

import { accept, refuse, type Result } from '../../shared/result'
import { folded } from '../../shared/verify/people'
import { drawnOtherwise, wordsAlone } from '../../shared/verify/redrawn'
import { say } from '../../shared/verify/sentences'
import { timeFor, unreadablePdf, verifyPdf, type Verified } from '../../shared/verify/verify'
import { sentenceFor } from '../store/durableFile'
import type { KnownPeople } from '../store/knownSigners'
import { isDrawnByLectern } from './drawAnew'
import { inflateNode } from './inflate'

/** A PDF, whom the owner of this machine knows, and the folder with the fonts that records are drawn with. */
export type VerifyInput = {
  readonly bytes: Uint8Array
  readonly known: KnownPeople
  readonly resources: string
}

/** What the verifying worker says: that it is at a record of so many entries, what is known so far, and all. */
export type VerifyMessage =
  | { readonly entries: number }
  | { readonly verified: Verified; readonly isLast: boolean }

/** What hears of a file while it is being verified: a record's length, and what its words say before it is drawn anew. */
export type VerifyListener = {
  readonly onRecord?: (entries: number) => void
  readonly onWords?: (verified: Verified) => void
}

/** The largest PDF that is verified or co-signed. */
export const LARGEST_PDF = 64_000_000
/** What a worker may take, whatever a file's size. */
const MOST_HEAP_MB = 256
/** However busy the machine is, there is an answer after so long. */
const LONGEST_WAIT = 60_000
const BETWEEN_LOOKS = 100

/** Reads a PDF from disk. Refuses, with a sentence, what cannot be read or is larger than `LARGEST_PDF`. */
export async function readPdf(path: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return refuse('disk', 'This is not a file.')
    if (found.size > LARGEST_PDF)
      return refuse('tooLarge', `This file is larger than ${LARGEST_PDF / 1_000_000} MB: it is not checked.`)
    return accept(new Uint8Array(await readFile(path)))
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the file was not read'))
  }
}

/**
 * Verifies in this thread, with Node's cryptography and zlib; a sound record is drawn anew and compared.
 * What the words say is known before that, which takes the most time.
 */
export async function verifyHere(
  { bytes, known, resources }: VerifyInput,
  { onRecord, onWords }: VerifyListener = {},
): Promise<Verified> {
  const [fingerprints, names] = [new Set(known.fingerprints), new Set(known.names.map(folded))]
  const { report, openFields, original } = await verifyPdf(bytes, {
    crypto: webcrypto,
    inflate: inflateNode,
    known: { certificate: (print) => fingerprints.has(print), name: (name) => names.has(folded(name)) },
    ...(onRecord === undefined ? {} : { onRecord }),
  })
  if (original === null) return { report, openFields }
  const words = { report: wordsAlone(report), openFields }
  onWords?.(words)
  const drawn = await isDrawnByLectern(original, resources)
  if (drawn === null) return words
  return { report: drawn ? report : drawnOtherwise(report), openFields }
}

/** Calls when this process has worked longer than `most` milliseconds; returns what stops the watch. */
function watchTime(most: () => number, tooLong: () => void): () => void {
  const [before, started] = [process.cpuUsage(), performance.now()]
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    const waited = performance.now() - started
    // The time worked, not the time waited: a busy machine makes no record unreadable.
    if ((user + system) / 1000 > most() || waited > LONGEST_WAIT) tooLong()
  }, BETWEEN_LOOKS)
  return () => clearInterval(watch)
}

/**
 * Verifies in a thread of its own with a limit on memory and time. A file that goes beyond them is called
 * unreadable, or where its words are compared already, not compared further; nothing is thrown for what a file holds. `workerPath` is the built `verifyWorker.cjs`.
 */
export async function verifyInWorker(input: VerifyInput, workerPath: string): Promise<Verified> {
  const worker = new Worker(workerPath, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, stackSizeMb: 4 },
  })
  const { report, openFields } = unreadablePdf(say.tooMuch)
  const tooMuch = { report, openFields }
  let stop = () => {}
  try {
    return await new Promise<Verified>((done, failed) => {
      let sofar: Verified = tooMuch
      let most = timeFor(0)
      stop = watchTime(
        () => most,
        () => done(sofar),
      )
      worker.on('message', (message: VerifyMessage) => {
        if ('entries' in message) most = timeFor(message.entries)
        else sofar = message.verified
        if ('isLast' in message && message.isLast) done(message.verified)
      })
      worker.once('error', (error: Error & { code?: string }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') done(sofar)
        else failed(error)
      })
      worker.once('exit', () => failed(new Error('The verifying worker ended without a result')))
    })
  } finally {
    stop()
    await worker.terminate()
  }
}
