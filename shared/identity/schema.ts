import { z } from 'zod'

import { hashSchema, LONGEST_LINE, momentSchema, textSchema, uuidSchema } from '../text'

const line = textSchema(LONGEST_LINE)
/** The shortest passphrase that may protect a key or a backup. */
export const SHORTEST_PASSPHRASE = 8
export const passphraseSchema = z.string().max(1_000)

/**
 * A signer's identity as the Desk shows it: never its key. `protection` says what keeps the key: the system's
 * key store or a passphrase; `trouble` is a sentence where the key cannot be used, else null. Of a file that
 * cannot be read only its name is known: `fingerprint` is empty then.
 */
export const identitySummarySchema = z.object({
  id: uuidSchema,
  name: z.string(),
  email: z.string(),
  fingerprint: z.union([hashSchema, z.literal('')]),
  madeAt: momentSchema,
  validTo: momentSchema,
  protection: z.enum(['system', 'passphrase']),
  trouble: z.string().nullable(),
})
export type IdentitySummary = Readonly<z.infer<typeof identitySummarySchema>>

/** A certificate this machine's owner knows, by its SHA-256. */
export const knownSignerSchema = z.object({ fingerprint: hashSchema, name: line, addedAt: momentSchema })
export type KnownSigner = Readonly<z.infer<typeof knownSignerSchema>>

const base64 = z.base64().max(1_000_000)
const power = (least: number, most: number) =>
  z
    .number()
    .int()
    .min(least)
    .max(most)
    .refine((number) => Number.isInteger(Math.log2(number)), 'is not a power of two')

/**
 * A private key (PKCS #8) sealed by scrypt (RFC 7914) and AES-256-GCM; the tag follows the ciphertext. The costs
 * are limited so that no file takes more than 256 MB to open.
 */
export const passphraseKeySchema = z.object({
  protection: z.literal('passphrase'),
  scrypt: z.object({
    n: power(1_024, 262_144),
    r: z.number().int().min(1).max(8),
    p: z.number().int().min(1).max(4),
    salt: base64,
  }),
  iv: base64,
  sealed: base64,
})
export type PassphraseKey = Readonly<z.infer<typeof passphraseKeySchema>>

/** A private key (PKCS #8) sealed by the key store of the system, on this machine and for this user only. */
export const systemKeySchema = z.object({ protection: z.literal('system'), sealed: base64 })
export type SystemKey = Readonly<z.infer<typeof systemKeySchema>>

export const IDENTITY_FORMAT = 'lectern-identity'
export const IDENTITY_VERSION = 1

/**
 * An identity's file. Certificates are DER in base64; `chain` holds those above the identity's own, nothing
 * for one made here.
 */
export const identityFileSchema = z.object({
  format: z.literal(IDENTITY_FORMAT),
  version: z.literal(IDENTITY_VERSION),
  id: uuidSchema,
  name: z.string(),
  email: z.string(),
  fingerprint: hashSchema,
  madeAt: momentSchema,
  validTo: momentSchema,
  certificate: base64,
  chain: z.array(base64).max(20),
  key: z.discriminatedUnion('protection', [systemKeySchema, passphraseKeySchema]),
})
export type IdentityFile = Readonly<z.infer<typeof identityFileSchema>>

/** The file of the signers that are known here. */
export const knownSignersFileSchema = z.object({
  format: z.literal('lectern-known-signers'),
  version: z.literal(1),
  signers: z.array(knownSignerSchema),
})
export type KnownSignersFile = Readonly<z.infer<typeof knownSignersFileSchema>>
