import type { VerifyReport } from '../../shared/verify/report'
import { wordsAlone } from '../../shared/verify/redrawn'
import { say } from '../../shared/verify/sentences'
import { unreadablePdf, verifyPdf } from '../../shared/verify/verify'
import { inflateHere } from './inflate'

/** A record of 200 pages needs some 3 s of work. */
const MOST_MS = 5_000

/** What a worker says: that it has begun, then what it found, or null where it has no cryptography. */
type Answer = VerifyReport | null
type Said = 'begun' | Answer

/** Verifies here. Nobody is known to a page. */
async function verifyHere(bytes: ArrayBuffer): Promise<VerifyReport> {
  const known = { certificate: () => false }
  const { report, original } = await verifyPdf(new Uint8Array(bytes), { crypto, inflate: inflateHere, known })
  return original === null ? report : wordsAlone(report)
}

/** Answers the one question a worker is asked. */
export function serve(): void {
  const answer = (said: Said) => globalThis.postMessage(said)
  globalThis.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
    answer('begun')
    if ('subtle' in crypto) void verifyHere(data).then(answer, reportError)
    else answer(null)
  })
}

function startedFrom(script: string): Worker | null {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  try {
    return new Worker(address)
  } catch {
    // Some browsers let no page that was opened from a file have a worker.
    return null
  } finally {
    setTimeout(() => URL.revokeObjectURL(address), MOST_MS)
  }
}

/**
 * Verifies in a worker that runs `script`, the page's own, so that nothing in a file can keep the page from
 * answering: after 5 s of work the file is called unreadable. Where no worker can do it, the page does. Throws what the
 * worker throws.
 */
export async function verifyInWorker(bytes: ArrayBuffer, script: string): Promise<VerifyReport> {
  const worker = startedFrom(script)
  if (worker === null) return verifyHere(bytes)
  try {
    const answer = await new Promise<Answer>((done, failed) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
        if (data === 'begun') setTimeout(() => done(unreadablePdf(say.tooMuch).report), MOST_MS)
        else done(data)
      })
      worker.addEventListener('error', ({ message }) => failed(new Error(message)))
      worker.postMessage(bytes)
    })
    return answer ?? (await verifyHere(bytes))
  } finally {
    worker.terminate()
  }
}
