import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'

import type { PassphraseKey } from '../../shared/identity/schema'

/** About 100 ms and 64 MB a guess. */
const COST = { n: 65_536, r: 8, p: 1 } as const
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

type Cost = Pick<PassphraseKey['scrypt'], 'n' | 'r' | 'p'>

async function derived(passphrase: string, salt: Uint8Array, { n, r, p }: Cost): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: 256 * n * r }
  return new Promise((done, failed) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error === null ? done(key) : failed(error),
    )
  })
}

/**
 * Seals a secret under a passphrase: scrypt (RFC 7914) and AES-256-GCM. `context` is bound to it: what was
 * sealed for one identity does not open for another.
 */
export async function sealWithPassphrase(
  secret: Uint8Array,
  passphrase: string,
  context: string,
): Promise<PassphraseKey> {
  const [salt, iv] = [randomBytes(16), randomBytes(IV_BYTES)]
  const cipher = createCipheriv('aes-256-gcm', await derived(passphrase, salt, COST), iv)
  cipher.setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return {
    protection: 'passphrase',
    scrypt: { ...COST, salt: salt.toString('base64') },
    iv: iv.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** Opens what `sealWithPassphrase` sealed; null where the passphrase is another or the seal is damaged. */
export async function openWithPassphrase(
  key: PassphraseKey,
  passphrase: string,
  context: string,
): Promise<Uint8Array | null> {
  const [iv, sealed] = [Buffer.from(key.iv, 'base64'), Buffer.from(key.sealed, 'base64')]
  if (iv.length !== IV_BYTES || sealed.length <= TAG_BYTES) return null
  const secret = await derived(passphrase, Buffer.from(key.scrypt.salt, 'base64'), key.scrypt)
  const cipher = createDecipheriv('aes-256-gcm', secret, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(context))
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final()])
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}
