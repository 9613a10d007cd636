import type { VerifiedFile } from '../../shared/ipcRecord'
import { deskKeysIn } from '../../shared/keys/desk'
import { matchKey } from '../../shared/keys/match'
import { bridge } from '../bridge'
import { deskDialog } from './deskDialog'
import { observable } from './store'

/** The PDF verified last, why one could not be, or null. */
export type Verified =
  | { readonly kind: 'report'; readonly file: VerifiedFile }
  | { readonly kind: 'refused'; readonly sentence: string }

export const verified = observable<Verified | null>(null)

/** Whether a PDF is being chosen or read just now. */
export const verifying = observable(false)

/** Asks for a PDF, verifies it and shows what was found. Nothing happens when nobody chooses one. */
export async function verifyRecord(): Promise<void> {
  if (verifying.get()) return
  verifying.set(true)
  const answer = await bridge.call('pdf:verify', null).finally(() => verifying.set(false))
  if (answer.ok && answer.value === null) return
  verified.set(
    answer.ok && answer.value !== null
      ? { kind: 'report', file: answer.value }
      : { kind: 'refused', sentence: answer.ok ? '' : answer.refusal.sentence },
  )
  deskDialog.set('verify')
}

/** Keeps the certificate of a signer as known, and says so in the report at hand. */
export async function knowSigner(fingerprint: string, name: string) {
  const answer = await bridge.call('signer:know', { fingerprint, name })
  const now = verified.get()
  if (!answer.ok || now?.kind !== 'report') return answer
  const signers = now.file.report.signers.map((signer) =>
    signer.fingerprint === fingerprint ? { ...signer, known: true } : signer,
  )
  verified.set({ ...now, file: { ...now.file, report: { ...now.file.report, signers } } })
  return answer
}

const verifyKeys = deskKeysIn('anywhere')

/** The key that verifies a record works in the library and in a meeting, but in no dialog; returns how to stop. */
export function followVerifyKey(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (matchKey(event, verifyKeys) === null || document.querySelector('dialog[open]') !== null) return
    event.preventDefault()
    void verifyRecord()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
