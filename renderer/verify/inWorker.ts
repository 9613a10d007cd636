import { wordsAlone } from '../../shared/verify/redrawn'
import type { VerifyReport } from '../../shared/verify/report'
import { say } from '../../shared/verify/sentences'
import { timeFor, unreadablePdf, verifyPdf } from '../../shared/verify/verify'
import { inflateHere } from './inflate'

const KEPT_MS = 10_000

/** What a worker answers; null where it has no cryptography. */
type Answer = VerifyReport | null
/** What a worker says: that it has come to a file, then to a record of so many entries, and what it found. */
type Said = { readonly entries: number } | { readonly answer: Answer }

/** Verifies here, where nobody is known and nothing can be drawn. */
async function verifyHere(
  bytes: ArrayBuffer,
  onRecord: (entries: number) => void = () => undefined,
): Promise<VerifyReport> {
  const known = { certificate: () => false }
  const tools = { crypto, inflate: inflateHere, known, onRecord }
  const { report, original } = await verifyPdf(new Uint8Array(bytes), tools)
  return original === null ? report : wordsAlone(report)
}

/** Answers the one question a worker is asked. */
export function serve(): void {
  const tell = (said: Said) => globalThis.postMessage(said)
  globalThis.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
    const come = (entries: number) => tell({ entries })
    come(0)
    if ('subtle' in crypto) void verifyHere(data, come).then((answer) => tell({ answer }), reportError)
    else tell({ answer: null })
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
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
  }
}

/**
 * Verifies in a worker that runs `script`, the page's own, so that nothing in a file can keep the page from
 * answering: when its time is over the file is called unreadable. Where no worker can do it, the page does.
 * Throws what the worker throws.
 */
export async function verifyInWorker(bytes: ArrayBuffer, script: string): Promise<VerifyReport> {
  const worker = startedFrom(script)
  if (worker === null) return verifyHere(bytes)
  let time: ReturnType<typeof setTimeout> | undefined
  try {
    const answer = await new Promise<Answer>((done, failed) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
        if ('answer' in data) return done(data.answer)
        clearTimeout(time)
        time = setTimeout(() => done(unreadablePdf(say.tooMuch).report), timeFor(data.entries))
      })
      worker.addEventListener('error', ({ message }) => failed(new Error(message)))
      worker.postMessage(bytes)
    })
    return answer ?? (await verifyHere(bytes))
  } finally {
    clearTimeout(time)
    worker.terminate()
  }
}
