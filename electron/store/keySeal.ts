import type { IdentityFile } from '../../shared/identity/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { openWithPassphrase, sealWithPassphrase } from '../record/sealKey'

/** Where the system keeps secrets for this user. `whyNot` is a sentence where it keeps none, else null. */
export type KeyStore = {
  readonly whyNot: () => string | null
  /** Both throw the system's error. */
  readonly seal: (secret: Uint8Array) => Uint8Array
  readonly open: (sealed: Uint8Array) => Uint8Array
}

type Sealed = IdentityFile['key']

const UNREADABLE = refuse(
  'key',
  'The system’s key store does not open the key of this identity: it may have been made by another user or on another computer. Import its backup (.p12), or make a new identity.',
)

/** Opens a key that the system sealed. */
export function openBySystem(sealed: string, system: KeyStore): Result<Uint8Array> {
  const whyNot = system.whyNot()
  if (whyNot !== null) return refuse('keyStore', `The key of this identity cannot be opened: ${whyNot}`)
  try {
    return accept(system.open(Buffer.from(sealed, 'base64')))
  } catch (error) {
    if (error instanceof Error) return UNREADABLE
    throw error
  }
}

/** Seals a private key under a passphrase, or by the system where `passphrase` is null. */
export async function sealKey(
  secret: Uint8Array,
  { passphrase, id }: { readonly passphrase: string | null; readonly id: string },
  system: KeyStore,
): Promise<Result<Sealed>> {
  if (passphrase !== null) return accept(await sealWithPassphrase(secret, passphrase, id))
  const whyNot = system.whyNot()
  if (whyNot !== null) return refuse('keyStore', `${whyNot} Choose a passphrase for the key instead.`)
  try {
    return accept({ protection: 'system', sealed: Buffer.from(system.seal(secret)).toString('base64') })
  } catch (error) {
    if (error instanceof Error)
      return refuse(
        'keyStore',
        'The system’s key store did not take the key. Choose a passphrase for it instead.',
      )
    throw error
  }
}

/** Opens a sealed private key. Another passphrase and a damaged key are refused with the same sentence. */
export async function openKey(
  sealed: Sealed,
  { passphrase, id }: { readonly passphrase: string | null; readonly id: string },
  system: KeyStore,
): Promise<Result<Uint8Array>> {
  if (sealed.protection === 'system') return openBySystem(sealed.sealed, system)
  if (passphrase === null) return refuse('passphrase', 'Type the passphrase of this identity.')
  const secret = await openWithPassphrase(sealed, passphrase, id)
  return secret === null
    ? refuse('passphrase', 'The passphrase does not open the key of this identity.')
    : accept(secret)
}
