import { createHash, randomUUID } from 'node:crypto'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'

import {
  IDENTITY_FORMAT,
  IDENTITY_VERSION,
  type IdentityFile,
  type IdentitySummary,
} from '../../shared/identity/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { uuidSchema } from '../../shared/text'
import { identityOf, makeIdentity, privateKeyOf, type Identity } from '../record/identity'
import { sentenceFor, writeDurably } from './durableFile'
import { identityFiles, identityPath, readIdentityFile, type StoredIdentity } from './identityFile'
import { openBySystem, openKey, sealKey, type KeyStore } from './keySeal'

/** What the store takes from outside. */
export type IdentityStoreOptions = {
  readonly folder: string
  readonly keyStore: KeyStore
  readonly now: () => Date
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** A file's id: its name where that is one, else one made of its name, so that it can be listed at all. */
function idOf(name: string): string {
  const stem = name.replace(/\.json$/, '')
  if (uuidSchema.safeParse(stem).success) return stem
  const hash = createHash('sha256').update(name).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** Every identity on this machine: one file each, which is made once and never written again. */
export class IdentityStore {
  readonly #options: IdentityStoreOptions

  constructor(options: IdentityStoreOptions) {
    this.#options = options
  }

  /** The folder of the identities and of the known signers. */
  get folder(): string {
    return this.#options.folder
  }

  /** Whether the system keeps keys here. */
  get systemStore(): boolean {
    return this.#options.keyStore.whyNot() === null
  }

  /** Every identity, the oldest first; one that cannot be used says why in `trouble`. */
  async list(): Promise<IdentitySummary[]> {
    const names = await identityFiles(this.folder)
    const found = await Promise.all(names.map(async (name) => this.#summary(name)))
    return found.toSorted((one, other) => Date.parse(one.madeAt) - Date.parse(other.madeAt))
  }

  /** Makes an identity; without a passphrase the system keeps its key. It is on the disk when this resolves. */
  async make(
    who: { readonly name: string; readonly email: string },
    passphrase: string | null,
  ): Promise<Result<IdentitySummary>> {
    const made = await makeIdentity({ ...who, from: this.#options.now() })
    return made.ok ? this.add(made.value, passphrase) : made
  }

  /** Keeps an identity, e.g. from a backup, as a new file. Refuses one whose certificate is here already. */
  async add(identity: Identity, passphrase: string | null): Promise<Result<IdentitySummary>> {
    const { fingerprint } = identity.facts
    const there = (await this.list()).find(
      (other) => other.fingerprint === fingerprint && other.trouble === null,
    )
    if (there !== undefined) return refuse('there', `The identity of ${there.name} is here already.`)
    const id = randomUUID()
    const key = await sealKey(privateKeyOf(identity), { passphrase, id }, this.#options.keyStore)
    return key.ok ? this.#write(this.#file(id, identity, key.value)) : key
  }

  /** Opens an identity for signing. `passphrase` is null where the system keeps the key. */
  async open(id: string, passphrase: string | null): Promise<Result<Identity>> {
    const stored = await this.#read(id)
    if (!stored.ok) return stored
    const { file, certificate, chain } = stored.value
    const key = await openKey(file.key, { passphrase, id: file.id }, this.#options.keyStore)
    return key.ok ? identityOf(key.value, certificate, chain) : key
  }

  /** The name and the certificate (DER) of an identity; its key stays sealed. */
  async certificate(id: string): Promise<Result<{ readonly name: string; readonly der: Uint8Array }>> {
    const stored = await this.#read(id)
    return stored.ok ? accept({ name: stored.value.facts.name, der: stored.value.certificate }) : stored
  }

  async #read(id: string): Promise<Result<StoredIdentity>> {
    if (!uuidSchema.safeParse(id).success) return refuse('unknown', 'There is no such identity.')
    const stored = await readIdentityFile(identityPath(this.folder, id))
    if (!stored.ok && stored.refusal.code === 'missing')
      return refuse('unknown', 'This identity is not here any more.')
    return stored
  }

  #file(id: string, { certificate, chain, facts }: Identity, key: IdentityFile['key']): IdentityFile {
    return {
      format: IDENTITY_FORMAT,
      version: IDENTITY_VERSION,
      id,
      name: facts.name,
      email: facts.email,
      fingerprint: facts.fingerprint,
      madeAt: this.#options.now().toISOString(),
      validTo: facts.validTo,
      certificate: base64(certificate),
      chain: chain.map(base64),
      key,
    }
  }

  async #write(file: IdentityFile): Promise<Result<IdentitySummary>> {
    const path = identityPath(this.folder, file.id)
    const taken = await access(path).then(
      () => true,
      () => false,
    )
    if (taken) return refuse('there', 'There is an identity of that number already; try again.')
    try {
      await writeDurably(path, `${JSON.stringify(file, null, 2)}\n`, 0o600)
    } catch (error) {
      return refuse('disk', sentenceFor(error, 'the identity was not saved'))
    }
    return accept(await this.#summary(`${file.id}.json`))
  }

  async #summary(name: string): Promise<IdentitySummary> {
    const path = join(this.folder, name)
    const stored = await readIdentityFile(path)
    if (!stored.ok) return unreadable(path, name, `${name}: ${stored.refusal.sentence}`)
    const { file, facts } = stored.value
    return {
      id: file.id,
      name: facts.name,
      email: facts.email,
      fingerprint: facts.fingerprint,
      madeAt: file.madeAt,
      validTo: facts.validTo,
      protection: file.key.protection,
      trouble: this.#trouble(name, stored.value),
    }
  }

  /** Why an identity cannot be used, as far as that shows without its passphrase. */
  #trouble(name: string, { file, certificate, chain, facts }: StoredIdentity): string | null {
    if (name !== `${file.id}.json`) return `${name}: This file was renamed; its name was ${file.id}.json.`
    if (this.#options.now().getTime() > Date.parse(facts.validTo))
      return 'Its certificate is out of date; make a new identity to sign.'
    if (file.key.protection !== 'system') return null
    const key = openBySystem(file.key.sealed, this.#options.keyStore)
    const opened = key.ok ? identityOf(key.value, certificate, chain) : key
    return opened.ok ? null : opened.refusal.sentence
  }
}

/** How a file that cannot be read is listed: by its name and the time it was last written. */
async function unreadable(path: string, name: string, trouble: string): Promise<IdentitySummary> {
  const written = await stat(path).then(
    ({ mtime }) => mtime.toISOString(),
    () => new Date(0).toISOString(),
  )
  return {
    id: idOf(name),
    name,
    email: '',
    fingerprint: '',
    madeAt: written,
    validTo: written,
    protection: 'passphrase',
    trouble,
  }
}
