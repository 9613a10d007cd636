import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import {
  IDENTITY_FORMAT,
  IDENTITY_VERSION,
  identityFileSchema,
  type IdentityFile,
} from '../../shared/identity/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { readCertificate, type CertificateFacts } from '../record/certificate'
import { readJsonFile } from './jsonFile'

/** The file of known signers, which lies among the identities. */
export const KNOWN_SIGNERS = 'known.json'

/** An identity as its file holds it, the key still sealed. */
export type StoredIdentity = {
  readonly file: IdentityFile
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
  readonly facts: CertificateFacts
}

/** Where an identity's file lies. */
export function identityPath(folder: string, id: string): string {
  return join(folder, `${id}.json`)
}

function bytes(base64: string): Uint8Array {
  return Buffer.from(base64, 'base64')
}

function isNewer(content: unknown): boolean {
  const { format, version } = Object(content) as Record<string, unknown>
  return format === IDENTITY_FORMAT && typeof version === 'number' && version > IDENTITY_VERSION
}

/** Reads an identity's file. Refuses with a sentence; the file is never touched. */
export async function readIdentityFile(path: string): Promise<Result<StoredIdentity>> {
  const content = await readJsonFile(path)
  if (!content.ok) return content
  if (isNewer(content.value))
    return refuse(
      'newer',
      'This identity was made by a newer version of Lectern; use that version to sign with it.',
    )
  const parsed = identityFileSchema.safeParse(content.value)
  const [issue] = parsed.success ? [] : parsed.error.issues
  if (!parsed.success)
    return refuse(
      'shape',
      `This file is no identity Lectern can read: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`,
    )
  const file = parsed.data
  const certificate = bytes(file.certificate)
  const facts = readCertificate(certificate)
  if (!facts.ok) return facts
  if (facts.value.fingerprint !== file.fingerprint)
    return refuse('changed', 'This identity’s file was changed: its certificate is another one than it says.')
  return accept({ file, certificate, chain: file.chain.map(bytes), facts: facts.value })
}

/** The names of the identities' files in a folder; none where the folder is not there. */
export async function identityFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return []
    throw error
  })
  return names
    .filter((name) => name.endsWith('.json') && !name.startsWith('.') && name !== KNOWN_SIGNERS)
    .toSorted()
}
