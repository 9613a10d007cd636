import { DateTime } from 'luxon'

import type { IdentitySummary } from '../../../shared/identity/schema'

/** What a self-made identity is worth. */
export const WORTH =
  'An identity made here is your own word for who you are: nobody else vouches for the name. It proves that the same key signed and that nothing was changed since. Others know that it is yours once they have compared its fingerprint with you; until then other PDF programs call it unknown.'

/** `Dana Ito, dana@northlight.example`. */
export function nameOf({ name, email }: Pick<IdentitySummary, 'name' | 'email'>): string {
  return email === '' ? name : `${name}, ${email}`
}

const keepWords = { system: 'kept by this computer’s key store', passphrase: 'under a passphrase' } as const

/** What keeps the key and until when the certificate is valid. */
export function keepingOf({ protection, validTo }: Pick<IdentitySummary, 'protection' | 'validTo'>): string {
  const day = DateTime.fromISO(validTo).setLocale('en-GB').toFormat('d MMM yyyy')
  return `Key ${keepWords[protection]}, valid until ${day}`
}
