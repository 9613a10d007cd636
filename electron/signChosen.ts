import { toZone } from '../shared/capture/due'
import type { ChannelInput } from '../shared/ipc'
import { accept, refuse, type Result } from '../shared/result'
import { uuidSchema } from '../shared/text'
import type { Parts } from './parts'
import type { RecordClaim } from './record/attachedRecord'
import { fieldFor } from './record/fieldFor'
import type { Identity } from './record/identity'
import { loadFaces } from './record/outlines'
import { signedFile } from './record/signedFile'
import { signPdf } from './record/signPdf'
import { keptCopy, noteSignature, stillSound } from './signing'
import { signedRecord } from './store/dataDir'
import { sentenceFor, writeDurably } from './store/durableFile'
import { askWhereToSave } from './system/dialogs'
import { chosenPdf } from './verifying'

type Wanted = ChannelInput<'pdf:sign'>
type Signed = { readonly bytes: Uint8Array; readonly record: RecordClaim | null }

async function sign(
  parts: Parts,
  bytes: Uint8Array,
  wanted: Wanted,
  identity: Identity,
): Promise<Result<Signed>> {
  const found = signedFile(bytes)
  if (!found.ok) return found
  const { record, signedBy, open } = found.value
  if (signedBy.has(identity.facts.fingerprint))
    return refuse('signed', 'This PDF is signed with this identity already.')
  // Not only where signing finds a record: one that programs read differently is still to be refused.
  const sound = await stillSound(parts, bytes)
  if (!sound.ok) return sound
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const signed = signPdf(bytes, {
    identity,
    at: toZone(new Date().toISOString(), timeZone),
    field: wanted.field ?? fieldFor(identity.facts.name, record?.record.signers ?? [], open),
    faces: await loadFaces(parts.resources),
  })
  return signed.ok ? accept({ bytes: signed.value, record }) : signed
}

/**
 * Where the copy in `records/` is an earlier state of what was signed, it is brought up to date and the
 * signature is noted in the meeting's log. Throws the system's error.
 */
async function keepUp(parts: Parts, { bytes, record }: Signed, identity: Identity): Promise<void> {
  const meeting = record?.record.meeting.id ?? ''
  const revision = record?.record.revision?.number
  if (revision === undefined || !uuidSchema.safeParse(meeting).success) return
  const path = signedRecord(parts.dataDir.records, meeting, revision)
  const kept = await keptCopy(path)
  if (kept === null || !Buffer.from(bytes.subarray(0, kept.length)).equals(kept)) return
  await writeDurably(path, bytes)
  // Where the meeting itself is gone there is no log to note it in; the signature stands in the PDF.
  await noteSignature(parts, meeting, revision, identity)
}

function suggestion(name: string): string {
  return `${name.replace(/\.pdf$/i, '')} - signed.pdf`
}

/**
 * Signs the PDF that was verified last, in the field that is named, else in one kept for the signer, else in
 * a spare one or a new one that shows nothing. Asks where to save it; the PDF that was chosen stays as it is.
 */
export async function signChosenPdf(parts: Parts, wanted: Wanted): Promise<Result<{ path: string | null }>> {
  const chosen = chosenPdf(wanted.token)
  if (!chosen.ok) return chosen
  const identity = await parts.identities.open(wanted.identity, wanted.passphrase)
  if (!identity.ok) return identity
  const signed = await sign(parts, chosen.value.bytes, wanted, identity.value)
  if (!signed.ok) return signed
  const filters = [{ name: 'PDF', extensions: ['pdf'] }]
  const desk = parts.windows.get('desk')
  const path = await askWhereToSave(desk, 'Save the signed PDF', suggestion(chosen.value.name), filters)
  if (path === null) return accept({ path: null })
  try {
    await writeDurably(path, signed.value.bytes)
    await keepUp(parts, signed.value, identity.value)
    return accept({ path })
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the signed PDF was not saved'))
  }
}
