import { open, readFile, stat } from 'node:fs/promises'

import { accept, refuse, type Result } from '../../shared/result'
import type { RecordFile } from '../../shared/record/schema'
import { fieldFor } from '../record/fieldFor'
import type { Identity } from '../record/identity'
import { loadFaces } from '../record/outlines'
import { LARGEST_P12, readP12 } from '../record/readP12'
import { signedFile } from '../record/signedFile'
import { signPdf } from '../record/signPdf'
import { sentenceFor } from '../store/durableFile'

/** Paths: a .p12 and a file whose first line is its passphrase. */
export type SignRequest = { readonly identity: string; readonly passphraseFile: string }

/** No passphrase is longer, in bytes; more of the file is not read. */
const LONGEST_LINE = 4_096

async function firstLine(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_LINE), 0, LONGEST_LINE, 0)
    const text = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
    return text.split(/\r\n|\n|\r/, 1)[0] ?? ''
  } finally {
    await file.close()
  }
}

async function readable<T>(path: string, read: () => Promise<T>): Promise<Result<T>> {
  try {
    return accept(await read())
  } catch (error) {
    return refuse('disk', `${path}: ${sentenceFor(error, 'the file was not read')}`)
  }
}

/** Opens the identity to sign with. The sentences name the file that is at fault, and never the passphrase. */
export async function openIdentity({ identity, passphraseFile }: SignRequest): Promise<Result<Identity>> {
  const passphrase = await readable(passphraseFile, async () => firstLine(passphraseFile))
  if (!passphrase.ok) return passphrase
  const size = await readable(identity, async () => stat(identity))
  if (!size.ok) return size
  if (size.value.size > LARGEST_P12)
    return refuse('p12', `${identity}: This file is too large for an identity (.p12).`)
  const bytes = await readable(identity, async () => readFile(identity))
  if (!bytes.ok) return bytes
  const read = await readP12(bytes.value, passphrase.value)
  return read.ok ? read : refuse(read.refusal.code, `${identity}: ${read.refusal.sentence}`)
}

/** What a new PDF of a revision is signed as. */
export type SignInput = {
  readonly pdf: Uint8Array
  readonly file: RecordFile
  readonly identity: Identity
  readonly at: string
  readonly resources: string
}

/** Signs a PDF in the field kept for the signer’s name, else in the first spare one. */
export async function signNew({
  pdf,
  file,
  identity,
  at,
  resources,
}: SignInput): Promise<Result<Uint8Array>> {
  const found = signedFile(pdf)
  if (!found.ok) return found
  const field = fieldFor(identity.facts.name, file.record.signers, found.value.open)
  return signPdf(pdf, { identity, at, field, faces: await loadFaces(resources) })
}
