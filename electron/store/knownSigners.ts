import { join } from 'node:path'

import { knownSignersFileSchema, type KnownSigner } from '../../shared/identity/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { sentenceFor, writeDurably } from './durableFile'
import { identityFiles, KNOWN_SIGNERS, readIdentityFile } from './identityFile'
import { readJsonFile } from './jsonFile'

/** The signers noted as known in an identities folder; refused where the file is there and cannot be read. */
export async function readKnownSigners(folder: string): Promise<Result<readonly KnownSigner[]>> {
  const content = await readJsonFile(join(folder, KNOWN_SIGNERS))
  if (!content.ok && content.refusal.code === 'missing') return accept([])
  if (!content.ok)
    return refuse(content.refusal.code, `The list of known signers: ${content.refusal.sentence}`)
  const parsed = knownSignersFileSchema.safeParse(content.value)
  return parsed.success
    ? accept(parsed.data.signers)
    : refuse('shape', 'The list of known signers cannot be read; it is left as it is.')
}

type Change = (signers: readonly KnownSigner[]) => readonly KnownSigner[]

async function replace(folder: string, change: Change): Promise<Result<null>> {
  const known = await readKnownSigners(folder)
  if (!known.ok) return known
  const file = { format: 'lectern-known-signers', version: 1, signers: change(known.value) }
  try {
    await writeDurably(join(folder, KNOWN_SIGNERS), `${JSON.stringify(file, null, 2)}\n`, 0o600)
    return accept(null)
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the list of known signers was not saved'))
  }
}

let running: Promise<unknown> = Promise.resolve()

/** Changes the list of known signers, one change after the other. A list that cannot be read is never replaced. */
export async function changeKnownSigners(folder: string, change: Change): Promise<Result<null>> {
  const next = running.then(async () => replace(folder, change))
  running = next.catch(() => undefined)
  return next
}

/** Whose certificates are known: their fingerprints (SHA-256), and the names that stand for them here. */
export type KnownPeople = { readonly fingerprints: readonly string[]; readonly names: readonly string[] }

/**
 * Everybody known here: those noted as known, and oneself. What cannot be read is not known; nothing is thrown
 * for it.
 */
export async function knownPeople(folder: string): Promise<KnownPeople> {
  const noted = await readKnownSigners(folder)
  const files = await Promise.all(
    (await identityFiles(folder)).map(async (name) => readIdentityFile(join(folder, name))),
  )
  const own = files.flatMap((identity) => (identity.ok ? [identity.value.facts] : []))
  const all = [...(noted.ok ? noted.value : []), ...own]
  return { fingerprints: all.map(({ fingerprint }) => fingerprint), names: all.map(({ name }) => name) }
}
