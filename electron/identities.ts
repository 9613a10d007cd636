import { readFile, stat } from 'node:fs/promises'

import type { ChannelInput, ChannelOutput } from '../shared/ipc'
import { SHORTEST_PASSPHRASE, type IdentitySummary, type KnownSigner } from '../shared/identity/schema'
import { accept, refuse, type Result } from '../shared/result'
import type { Parts } from './parts'
import { writeP12 } from './record/p12'
import { LARGEST_P12, readP12 } from './record/readP12'
import { sentenceFor, writeDurably } from './store/durableFile'
import { changeKnownSigners, readKnownSigners } from './store/knownSigners'
import { askWhatToOpen, askWhereToSave } from './system/dialogs'
import { fileName } from './system/fileName'

type Saved = Result<{ path: string | null }>

const BACKUPS = [{ name: 'Identity (PKCS #12)', extensions: ['p12', 'pfx'] }]
const CERTIFICATES = [{ name: 'Certificate', extensions: ['cer'] }]
/** An address of plain letters, as a certificate can hold it (RFC 5280: IA5String). */
const ADDRESS = /^[!-?A-~]+@[!-?A-~]+$/
const LONGEST_ADDRESS = 254

function shortPassphrase(passphrase: string | null): Result<never> | null {
  if (passphrase === null || Array.from(passphrase).length >= SHORTEST_PASSPHRASE) return null
  return refuse('passphrase', `A passphrase needs at least ${SHORTEST_PASSPHRASE} characters.`, 'passphrase')
}

/** A name on one line, without what would make it look like another one: controls and overrides of direction. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Every identity on this machine, and whether the system can keep keys. */
export async function list({ identities }: Parts): Promise<ChannelOutput<'identity:list'>> {
  return { systemStore: identities.systemStore, identities: await identities.list() }
}

/** Makes an identity for a name and an address, which may be empty. */
export async function make(
  { identities }: Parts,
  wanted: ChannelInput<'identity:make'>,
): Promise<Result<IdentitySummary>> {
  const { passphrase } = wanted
  const [name, email] = [wanted.name, wanted.email].map(cleaned)
  if (name === undefined || email === undefined || name === '')
    return refuse(
      'name',
      'Type your name: it stands in your certificate and on every record you sign.',
      'name',
    )
  if (email !== '' && (!ADDRESS.test(email) || email.length > LONGEST_ADDRESS))
    return refuse(
      'email',
      'This is no e-mail address a certificate can hold; leave it empty or mend it.',
      'email',
    )
  return shortPassphrase(passphrase) ?? identities.make({ name, email }, passphrase)
}

async function readBackup(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_P12) return refuse('p12', 'This file is too large for a backup of an identity (.p12).')
    return accept(await readFile(path))
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the backup was not read'))
  }
}

/** Asks for a backup (.p12) and keeps its identity, under the same passphrase or by the system. */
export async function importBackup(
  { identities, windows }: Parts,
  { passphrase, keep }: ChannelInput<'identity:import'>,
): Promise<Result<IdentitySummary | null>> {
  const kept = keep === 'passphrase' ? passphrase : null
  if (shortPassphrase(kept) !== null)
    return refuse(
      'passphrase',
      `This passphrase is too short to keep the key under: make the backup anew with one of at least ${SHORTEST_PASSPHRASE} characters.`,
      'passphrase',
    )
  const path = await askWhatToOpen(windows.get('desk'), 'Import an identity', BACKUPS)
  if (path === null) return accept(null)
  const bytes = await readBackup(path)
  if (!bytes.ok) return bytes
  const read = await readP12(bytes.value, passphrase)
  return read.ok ? identities.add(read.value, kept) : read
}

async function save(
  path: string | null,
  bytes: Uint8Array,
  what: string,
  mode: number | null,
): Promise<Saved> {
  if (path === null) return accept({ path: null })
  try {
    await writeDurably(path, bytes, mode)
    return accept({ path })
  } catch (error) {
    return refuse('disk', sentenceFor(error, `${what} was not saved`))
  }
}

/** Asks where to and saves an identity with its key as a backup (.p12) under a passphrase of its own. */
export async function saveBackup(
  { identities, windows }: Parts,
  { id, passphrase, backupPassphrase }: ChannelInput<'identity:backup'>,
): Promise<Saved> {
  const short = shortPassphrase(backupPassphrase)
  if (short !== null) return short
  const opened = await identities.open(id, passphrase)
  if (!opened.ok) return opened
  const name = fileName(opened.value.facts.name, 'identity.p12')
  const path = await askWhereToSave(windows.get('desk'), 'Save a backup of the identity', name, BACKUPS)
  if (path === null) return accept({ path: null })
  return save(path, await writeP12(opened.value, backupPassphrase), 'the backup', 0o600)
}

/** Asks where to and saves an identity's certificate (DER), which is for everybody to have. */
export async function saveCertificate({ identities, windows }: Parts, id: string): Promise<Saved> {
  const found = await identities.certificate(id)
  if (!found.ok) return found
  const { name, der } = found.value
  const path = await askWhereToSave(
    windows.get('desk'),
    'Save the certificate',
    fileName(name, 'certificate.cer'),
    CERTIFICATES,
  )
  return save(path, der, 'the certificate', null)
}

/** The certificates noted as known; one's own are known without being noted. */
export async function knownSigners({ dataDir }: Parts): Promise<KnownSigner[]> {
  const known = await readKnownSigners(dataDir.identities)
  return known.ok ? [...known.value] : []
}

/** Notes a certificate as known from now on, under this name. */
export async function know(
  { dataDir }: Parts,
  { fingerprint, name }: ChannelInput<'signer:know'>,
): Promise<Result<null>> {
  const signer = { fingerprint, name, addedAt: new Date().toISOString() }
  return changeKnownSigners(dataDir.identities, (signers) => [
    ...signers.filter((other) => other.fingerprint !== fingerprint),
    signer,
  ])
}

/** Takes a certificate off the list of known ones. */
export async function forget({ dataDir }: Parts, fingerprint: string): Promise<Result<null>> {
  return changeKnownSigners(dataDir.identities, (signers) =>
    signers.filter((other) => other.fingerprint !== fingerprint),
  )
}
