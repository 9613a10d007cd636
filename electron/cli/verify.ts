import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Verdict, VerifyReport } from '../../shared/verify/report'
import {
  grouped,
  missingSentence,
  NOT_PROVEN,
  signerSentence,
  verdictSentence,
} from '../../shared/verify/sentences'
import { unreadablePdf, type Verified } from '../../shared/verify/verify'
import { readPdf, verifyHere, verifyInWorker, type VerifyInput } from '../record/verifyPdf'
import { knownPeople, type KnownPeople } from '../store/knownSigners'
import { failed, oneLine, type Outcome } from './outcome'

/**
 * How a PDF is verified: `dataDir` is the folder whose known signers count, `resources` that with the fonts,
 * `worker` the built worker.
 */
export type VerifyRequest = {
  readonly json: boolean
  readonly dataDir: string | null
  readonly resources: string
  readonly worker?: string
}

const CODES = { intact: 0, changed: 1, unsigned: 1, unreadable: 2, foreign: 3 } as const satisfies Record<
  Verdict,
  Outcome['code']
>

async function knownIn(dataDir: string | null): Promise<KnownPeople> {
  const folder = dataDir === null ? null : join(dataDir, 'identities')
  return folder === null || !existsSync(folder) ? { fingerprints: [], names: [] } : knownPeople(folder)
}

/** The report as lines for people. */
function lines(path: string, report: VerifyReport): readonly string[] {
  const { fingerprint, signers, missing, findings } = report
  return [
    `${path}: ${verdictSentence(report)}`,
    ...(fingerprint === null ? [] : [`  Fingerprint of the record: ${grouped(fingerprint)}`]),
    ...signers.flatMap((signer) => [
      `  ${signerSentence(signer)}`,
      ...(signer.fingerprint === '' ? [] : [`    Certificate: ${grouped(signer.fingerprint)}`]),
    ]),
    ...missing.map((name) => `  ${missingSentence(name)}`),
    ...findings.map((finding) => `  ${finding}`),
    ...(signers.length === 0 ? [] : ['What this does not prove:', ...NOT_PROVEN.map((each) => `  ${each}`)]),
  ].map((line) => line.match(/^ */)?.[0] + oneLine(line))
}

async function verified(input: VerifyInput, worker: string | undefined): Promise<Verified> {
  return worker === undefined ? verifyHere(input) : verifyInWorker(input, worker)
}

/**
 * Verifies a PDF and says what was found. Exit codes: 0 intact, 1 changed or unsigned, 2 not readable, 3 no
 * record of Lectern's. A file that cannot be opened is not readable too, with the reason as its finding.
 */
export async function verify(
  path: string,
  { json, dataDir, resources, worker }: VerifyRequest,
): Promise<Outcome> {
  const bytes = await readPdf(path)
  const { report } = bytes.ok
    ? await verified({ bytes: bytes.value, known: await knownIn(dataDir), resources }, worker)
    : unreadablePdf(bytes.refusal.sentence)
  const code = CODES[report.verdict]
  if (json) return { out: [JSON.stringify(report, null, 2)], err: [], code }
  if (report.verdict === 'unreadable') return failed(`${path}: ${report.findings.join(' ')}`)
  return { out: lines(path, report), err: [], code }
}
