import { z } from 'zod'

import { identitySummarySchema, knownSignerSchema, passphraseSchema } from './identity/schema'
import { resultSchema } from './result'
import { hashSchema, LONGEST_LINE, textSchema, uuidSchema } from './text'
import { verifyReportSchema } from './verify/report'

const line = textSchema(LONGEST_LINE)
const nothing = z.null()
const done = resultSchema(z.null())

export const paperSchema = z.enum(['A4', 'Letter'])

/** What can be exported of a record; `meeting` is the whole meeting file with all that is private in it. */
export const exportFormSchema = z.enum(['pdf', 'markdown', 'csv', 'ics', 'json', 'meeting'])
export type ExportForm = z.infer<typeof exportFormSchema>

/** Which record: a finalised revision by its number, or null for how the meeting stands now (a draft). */
const recordWanted = { meeting: uuidSchema, revision: z.number().int().positive().nullable() }
const savedTo = resultSchema(z.object({ path: z.string().nullable() }))

/** A PDF somebody chose to verify, held by the main process under `token` until another is chosen. */
export const verifiedFileSchema = z.object({
  token: uuidSchema,
  name: z.string(),
  report: verifyReportSchema,
  /** Signature fields that nobody has filled, with the person each is kept for ('' for anybody). */
  openFields: z.array(z.object({ field: z.string(), name: z.string() })),
})
export type VerifiedFile = Readonly<z.infer<typeof verifiedFileSchema>>

/** The part of the IPC contract about records, identities and verifying. */
export const recordChannels = {
  /** The record's PDF as it would be exported, to look at. */
  'record:preview': {
    from: ['desk'],
    input: z.object({ ...recordWanted, paper: paperSchema }),
    output: resultSchema(z.object({ pdf: z.instanceof(Uint8Array), warnings: z.array(z.string()) })),
  },
  /** Saves one form of a record; the PDF of a signed revision is its signed copy. `path` null: nobody chose one. */
  'record:export': {
    from: ['desk'],
    input: z.object({ ...recordWanted, paper: paperSchema, form: exportFormSchema }),
    output: savedTo,
  },
  /** Stops whatever is being made of a record just now. */
  'record:cancel': { from: ['desk'], input: nothing, output: done },
  /** Signs the PDF of the newest revision, keeps it in `records/` and notes the signature in the log. */
  'record:sign': {
    from: ['desk'],
    input: z.object({
      meeting: uuidSchema,
      identity: uuidSchema,
      passphrase: passphraseSchema.nullable(),
      paper: paperSchema,
    }),
    output: done,
  },
  'identity:list': {
    from: ['desk'],
    input: nothing,
    output: z.object({ systemStore: z.boolean(), identities: z.array(identitySummarySchema) }),
  },
  /** Makes an identity; without a passphrase the system's key store keeps the key. */
  'identity:make': {
    from: ['desk'],
    input: z.object({ name: line, email: line, passphrase: passphraseSchema.nullable() }),
    output: resultSchema(identitySummarySchema),
  },
  /** Reads a .p12 that somebody chooses; null: nobody chose one. `keep` protects the key from now on. */
  'identity:import': {
    from: ['desk'],
    input: z.object({ passphrase: passphraseSchema, keep: z.enum(['system', 'passphrase']) }),
    output: resultSchema(identitySummarySchema.nullable()),
  },
  /** Saves key and certificate as a .p12 under `backupPassphrase`; `passphrase` opens the key now. */
  'identity:backup': {
    from: ['desk'],
    input: z.object({
      id: uuidSchema,
      passphrase: passphraseSchema.nullable(),
      backupPassphrase: passphraseSchema,
    }),
    output: savedTo,
  },
  /** Saves the certificate alone (.cer), for others to know the signer by. */
  'identity:certificate': { from: ['desk'], input: z.object({ id: uuidSchema }), output: savedTo },
  'signer:list': { from: ['desk'], input: nothing, output: z.array(knownSignerSchema) },
  'signer:know': {
    from: ['desk'],
    input: z.object({ fingerprint: hashSchema, name: line }),
    output: done,
  },
  'signer:forget': { from: ['desk'], input: z.object({ fingerprint: hashSchema }), output: done },
  /** Asks for a PDF and verifies it; null: nobody chose one. */
  'pdf:verify': { from: ['desk'], input: nothing, output: resultSchema(verifiedFileSchema.nullable()) },
  /** Co-signs the PDF verified last and saves it where somebody chooses; `field` null: a field of its own. */
  'pdf:sign': {
    from: ['desk'],
    input: z.object({
      token: uuidSchema,
      identity: uuidSchema,
      passphrase: passphraseSchema.nullable(),
      field: z.string().max(LONGEST_LINE).nullable(),
    }),
    output: savedTo,
  },
  /** Saves the page that verifies a record in any browser, without Lectern. */
  'verifier:save': { from: ['desk'], input: nothing, output: savedTo },
} as const
