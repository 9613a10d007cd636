import { z } from 'zod'

/**
 * What became of a PDF: `intact` a signed record nobody changed, `changed` one somebody did, `unsigned` a
 * record without a signature, `foreign` a PDF that is no record of Lectern's, `unreadable` no sound PDF.
 */
export const verdictSchema = z.enum(['intact', 'changed', 'unsigned', 'foreign', 'unreadable'])
export type Verdict = z.infer<typeof verdictSchema>

/**
 * One signature. `fingerprint` is the SHA-256 of its certificate, `known` whether that is pinned here, `at`
 * the signer's own clock. `status` is `valid`, or `changed` where what it covers was altered, or `invalid`
 * where the signature itself does not hold.
 */
export const signerReportSchema = z.object({
  name: z.string(),
  fingerprint: z.string(),
  known: z.boolean(),
  at: z.string().nullable(),
  status: z.enum(['valid', 'changed', 'invalid']),
})
export type SignerReport = Readonly<z.infer<typeof signerReportSchema>>

/** What verifying a PDF found; `missing` names expected signers, `findings` are sentences for people. */
export const verifyReportSchema = z.object({
  verdict: verdictSchema,
  revision: z.number().int().positive().nullable(),
  fingerprint: z.string().nullable(),
  signers: z.array(signerReportSchema),
  missing: z.array(z.string()),
  findings: z.array(z.string()),
})
export type VerifyReport = Readonly<z.infer<typeof verifyReportSchema>>
