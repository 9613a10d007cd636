import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { uuidv7 } from 'uuidv7'

import { toZone } from '../shared/capture/due'
import type { ChannelInput } from '../shared/ipc'
import type { Meeting, Revision } from '../shared/meeting/schema'
import { clipped } from '../shared/record/words'
import type { RecordFile } from '../shared/record/schema'
import type { Paper } from '../shared/record/signatureFields'
import { accept, refuse, type Result } from '../shared/result'
import { recordFileOf, renderRecord } from './exportRecord'
import type { Parts } from './parts'
import { fieldFor } from './record/fieldFor'
import type { Identity } from './record/identity'
import { loadFaces } from './record/outlines'
import { signedFile } from './record/signedFile'
import { signPdf } from './record/signPdf'
import { verifyInWorker } from './record/verifyPdf'
import { signedRecord } from './store/dataDir'
import { sentenceFor, writeDurably } from './store/durableFile'

type Wanted = ChannelInput<'record:sign'>
/** The newest revision of a finalised meeting, and its record. */
type Final = { readonly meeting: Meeting; readonly revision: Revision; readonly file: RecordFile }

/** The longest name the log keeps of a signer. */
const LONGEST_NAME = 150

async function newest(parts: Parts, id: string): Promise<Result<Final>> {
  const found = await parts.store.read(id)
  if (!found.ok) return found
  const { meeting } = found.value
  const revision = meeting.revisions.at(-1)
  if (meeting.status !== 'finalised' || revision === undefined)
    return refuse('draft', 'Finalise the record first: a draft cannot be signed.')
  const file = recordFileOf(found.value, revision.number)
  return file.ok ? accept({ meeting, revision, file: file.value }) : file
}

/** The copy of a revision that was signed here, or null where there is none. Throws the system's error. */
export async function keptCopy(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Refuses a record that somebody changed after it was signed: another signature would only hide that. */
export async function stillSound(parts: Parts, bytes: Uint8Array): Promise<Result<null>> {
  const known = { fingerprints: [], names: [] }
  const { report } = await verifyInWorker(
    { bytes, known, resources: parts.resources },
    join(parts.bundle, 'verifyWorker.cjs'),
  )
  if (report.verdict !== 'changed' && report.verdict !== 'unreadable') return accept(null)
  return refuse('changed', `This record is not signed, because it does not hold: ${report.findings[0] ?? ''}`)
}

/** The PDF to sign: the copy with the signatures so far, or the first one, made now. */
async function base(
  parts: Parts,
  { meeting, revision, file }: Final,
  paper: Paper,
): Promise<Result<Uint8Array>> {
  const kept = await keptCopy(signedRecord(parts.dataDir.records, meeting.id, revision.number))
  if (kept !== null) {
    const sound = await stillSound(parts, kept)
    return sound.ok ? accept(kept) : sound
  }
  const [signature] = revision.signatures
  if (signature !== undefined)
    return refuse(
      'copy',
      `${signature.name} has signed this revision, and that copy is not in the records folder of this computer. Choose the signed PDF with “Verify a record” and sign it there.`,
    )
  const made = await renderRecord(parts, file, paper)
  return made.ok ? accept(made.value.bytes) : made
}

/** Whether the record is still the one the PDF was made of: reopened or signed off meanwhile, it is not. */
async function unchanged(parts: Parts, before: Final): Promise<Result<null>> {
  const now = await newest(parts, before.meeting.id)
  if (!now.ok) return now
  const same =
    now.value.revision.number === before.revision.number &&
    JSON.stringify(now.value.file.signOffs) === JSON.stringify(before.file.signOffs)
  return same
    ? accept(null)
    : refuse('changed', 'The record changed while it was being signed; sign it again.')
}

/** Notes a signature in the log: from the first one on there are no more sign-offs. */
export async function noteSignature(
  parts: Parts,
  meeting: string,
  revision: number,
  { facts }: Identity,
): Promise<Result<null>> {
  const signature = { name: clipped(facts.name, LONGEST_NAME), certificate: facts.fingerprint }
  const noted = await parts.store.run(meeting, uuidv7(), { type: 'noteSignature', revision, signature })
  return noted.ok ? accept(null) : noted
}

function again(revision: number): Result<never> {
  return refuse('signed', `Revision ${revision} is signed with this identity already.`)
}

async function signNewest(
  parts: Parts,
  { paper }: Wanted,
  final: Final,
  identity: Identity,
): Promise<Result<null>> {
  const { meeting, revision, file } = final
  const { fingerprint } = identity.facts
  if (revision.signatures.some(({ certificate }) => certificate === fingerprint))
    return again(revision.number)
  const pdf = await base(parts, final, paper)
  if (!pdf.ok) return pdf
  const found = signedFile(pdf.value)
  if (!found.ok) return found
  const { record, signedBy, open } = found.value
  if (record?.fingerprint !== file.fingerprint)
    return refuse(
      'copy',
      'The signed copy in the records folder is of another record; move it away to sign this one.',
    )
  // A crash between the file and the log left a signature that is not noted yet.
  if (signedBy.has(fingerprint)) return noteSignature(parts, meeting.id, revision.number, identity)
  const faces = await loadFaces(parts.resources)
  const same = await unchanged(parts, final)
  if (!same.ok) return same
  const at = toZone(new Date().toISOString(), meeting.timeZone)
  const signed = signPdf(pdf.value, {
    identity,
    at,
    field: fieldFor(identity.facts.name, final.revision.signers, open),
    faces,
  })
  if (!signed.ok) return signed
  await writeDurably(signedRecord(parts.dataDir.records, meeting.id, revision.number), signed.value)
  return noteSignature(parts, meeting.id, revision.number, identity)
}

const signing = new Set<string>()

/**
 * Signs the newest revision of a finalised meeting: the copy in `records/` with the signatures so far, or a
 * PDF made now. The signed PDF is on the disk before the log says so. Signing twice with one certificate is
 * refused, and so is a second signature while one is being made.
 */
export async function signRecord(parts: Parts, wanted: Wanted): Promise<Result<null>> {
  const { meeting } = wanted
  if (signing.has(meeting)) return refuse('busy', 'This record is being signed just now.')
  signing.add(meeting)
  try {
    const final = await newest(parts, meeting)
    if (!final.ok) return final
    const identity = await parts.identities.open(wanted.identity, wanted.passphrase)
    return identity.ok ? await signNewest(parts, wanted, final.value, identity.value) : identity
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return refuse('disk', sentenceFor(error, 'the signed record was not saved'))
    throw error
  } finally {
    signing.delete(meeting)
  }
}
