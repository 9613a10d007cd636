import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { writeFile } from 'node:fs/promises'

import { fontFolder } from '../../../electron/record/fonts'
import { makeIdentity } from '../../../electron/record/identity'
import { loadFaces } from '../../../electron/record/outlines'
import { renderInWorker } from '../../../electron/record/renderInWorker'
import { signPdf, type SignOptions } from '../../../electron/record/signPdf'
import { verifyInWorker } from '../../../electron/record/verifyPdf'
import { recordDocument, type RecordInput } from '../../../shared/record/document'
import { revisionFile } from '../../../shared/record/file'
import { idOf, must, say } from '../../helpers/meetings'
import { onRecord } from '../../helpers/records'
import { longMeeting } from '../longMeeting'
import { rowOf, type BenchRow, type Measured } from '../rows'
import { timed, timedNow } from '../timed'
import { printPlain, textsOf } from './plain'

const AT = '2026-11-24T18:00:00.000+01:00'
const SIGNER = idOf(1)

/** Log entries that give some 3 pages, some 50, and 2,000 rows; and how often each is measured. */
const SIZES = [
  { entries: 5, times: 8 },
  { entries: 420, times: 5 },
  { entries: 2_224, times: 3 },
] as const

type Places = {
  readonly resources: string
  readonly pdfWorker: string
  readonly verifyWorker: string
  readonly plainWorker: string
}

const measured = (name: string): Measured => ({ part: 'record', name, unit: 'ms' })

/** A finalised record of a meeting with so many entries, and how many rows its lists have. */
function recordOf(entries: number) {
  const { meeting, log } = longMeeting(entries, { after: [say.end, onRecord.finalise([], [SIGNER])] })
  const { objections, decisions, actions, parkingLot, notes } = meeting
  const rows = [objections, decisions, actions, parkingLot, notes].reduce((sum, list) => sum + list.length, 0)
  return { file: must(revisionFile(meeting, log, 1)), rows }
}

/** The pages of a PDF that pdfkit wrote: each is an object of its own that says so. */
function pagesOf(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  )
}

async function signingOptions({ resources }: Places): Promise<SignOptions> {
  const who = { name: 'Amara Okafor', email: 'amara@example.org', from: new Date('2026-11-01T00:00:00Z') }
  const identity = must(await makeIdentity(who))
  return { identity, at: AT, field: 'LecternSigner1', faces: await loadFaces(resources) }
}

/** Signing and verifying a record, against the cryptography of it alone. */
async function signatureRows(
  pdf: Uint8Array,
  what: string,
  places: Places,
  options: SignOptions,
  times: number,
) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const [signing, bareSign]: [number[], number[]] = [[], []]
  const [verifying, bareVerify]: [number[], number[]] = [[], []]
  for (let n = 0; n < times; n += 1) {
    const signed = must(timedNow(signing, () => signPdf(pdf, options)))
    const bare = timedNow(bareSign, () => sign('sha256', pdf, privateKey))
    const input = { bytes: signed, known: { fingerprints: [], names: [] }, resources: places.resources }
    const { report } = await timed(verifying, () => verifyInWorker(input, places.verifyWorker))
    if (report.verdict !== 'intact') throw new Error(`${what} was found ${report.verdict}`)
    timedNow(bareVerify, () => verify('sha256', signed, publicKey, bare))
  }
  const made = { name: 'SHA-256 and an ECDSA signature of the same bytes', samples: bareSign }
  const checked = { name: 'SHA-256 of the same bytes and checking an ECDSA signature', samples: bareVerify }
  return [
    rowOf(measured(`Signing ${what}`), signing, made, 'p50'),
    rowOf(measured(`Verifying ${what}`), verifying, checked, 'p50'),
  ]
}

type Size = (typeof SIZES)[number]

async function rowsOf({ entries, times }: Size, places: Places, options: SignOptions): Promise<BenchRow[]> {
  const { resources, pdfWorker, plainWorker } = places
  const { file, rows } = recordOf(entries)
  const input: RecordInput = { file, madeAt: AT, paper: 'A4' }
  const texts = recordDocument(input).content.flatMap(textsOf)
  const [rendering, plain]: [number[], number[]] = [[], []]
  let pdf = new Uint8Array()
  for (let n = 0; n < times; n += 1) {
    pdf = new Uint8Array(
      (await timed(rendering, () => renderInWorker({ ...input, resources }, pdfWorker))).bytes,
    )
    await timed(plain, () => printPlain(plainWorker, { texts, fonts: fontFolder(resources) }))
  }
  const what = `a record of ${pagesOf(pdf)} pages (${rows.toLocaleString('en')} rows)`
  const baseline = { name: 'pdfmake printing the same texts as plain paragraphs', samples: plain }
  return [
    rowOf(measured(`Rendering ${what}`), rendering, baseline, 'p50'),
    ...(await signatureRows(pdf, what, places, options, times)),
  ]
}

/** The part `record`, in plain Node: `node record.mjs RESULT FOLDER RESOURCES PDF-WORKER VERIFY-WORKER PLAIN-WORKER`. */
async function main(args: readonly string[]): Promise<void> {
  const [result = '', , resources = '', pdfWorker = '', verifyWorker = '', plainWorker = ''] = args
  const places = { resources, pdfWorker, verifyWorker, plainWorker }
  const options = await signingOptions(places)
  const rows: BenchRow[] = []
  for (const size of SIZES) {
    rows.push(...(await rowsOf(size, places, options)))
    await writeFile(result, JSON.stringify(rows))
  }
}

await main(process.argv.slice(2))
