import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { privateKeyOf } from '../../../electron/record/identity'
import { IdentityStore } from '../../../electron/store/identityStore'
import type { KeyStore } from '../../../electron/store/keySeal'
import { changeKnownSigners, knownPeople, readKnownSigners } from '../../../electron/store/knownSigners'
import { identity, refusal, valueOf } from './identities'

const PASSPHRASE = 'correct horse battery'
const DANA = { name: 'Dana Ortiz', email: 'dana@example.org' }

/** A key store that turns every bit over, or one that has nothing. */
const system: KeyStore = {
  whyNot: () => null,
  seal: (secret) => secret.map((byte) => byte ^ 0xff),
  open: (sealed) => sealed.map((byte) => byte ^ 0xff),
}
const none: KeyStore = { ...system, whyNot: () => 'This system has no key store that Lectern can use.' }

function storeIn(folder: string, keyStore: KeyStore, now = '2026-11-23T12:00:00Z'): IdentityStore {
  return new IdentityStore({ folder, keyStore, now: () => new Date(now) })
}

function fresh(keyStore: KeyStore): { readonly folder: string; readonly store: IdentityStore } {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-identities-'))
  return { folder, store: storeIn(folder, keyStore) }
}

describe('the store of identities', () => {
  it('makes one that signs again after a restart, in a file only its owner may read', async () => {
    for (const [keyStore, passphrase] of [
      [system, null],
      [none, PASSPHRASE],
    ] as const) {
      const { folder, store } = fresh(keyStore)
      const made = valueOf(await store.make(DANA, passphrase))
      expect(made).toMatchObject({
        ...DANA,
        trouble: null,
        protection: passphrase === null ? 'system' : 'passphrase',
      })
      expect(statSync(join(folder, `${made.id}.json`)).mode & 0o777).toBe(0o600)
      const again = storeIn(folder, keyStore)
      expect(await again.list()).toEqual([made])
      expect(valueOf(await again.open(made.id, passphrase)).facts.fingerprint).toBe(made.fingerprint)
    }
  })

  it('never writes the key or the passphrase as it is', async () => {
    const { folder, store } = fresh(none)
    const made = valueOf(await store.make(DANA, PASSPHRASE))
    const { key } = valueOf(await store.open(made.id, PASSPHRASE))
    const secret = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url')
    expect(secret).toHaveLength(32)
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'latin1')
      const stored = [
        text,
        ...Array.from(text.matchAll(/"([\w+/=]{20,})"/g), ([, inner]) =>
          Buffer.from(inner ?? '', 'base64').toString('latin1'),
        ),
      ]
      for (const each of stored) {
        expect(each.includes(secret.toString('latin1'))).toBe(false)
        expect(each).not.toContain(secret.toString('hex'))
        expect(each).not.toContain(PASSPHRASE)
      }
    }
  })

  it('refuses without a key store and a passphrase, and makes nothing then', async () => {
    const { folder, store } = fresh(none)
    expect(await refusal(store.make(DANA, null))).toBe(
      'This system has no key store that Lectern can use. Choose a passphrase for the key instead.',
    )
    expect(readdirSync(folder)).toEqual([])
    expect(store.systemStore).toBe(false)
  })

  it('says no more than that about another passphrase', async () => {
    const { store } = fresh(none)
    const { id } = valueOf(await store.make(DANA, PASSPHRASE))
    const sentence = 'The passphrase does not open the key of this identity.'
    expect(await refusal(store.open(id, 'something else'))).toBe(sentence)
    expect(await refusal(store.open(id, ''))).toBe(sentence)
    expect(await refusal(store.open(id, null))).toBe('Type the passphrase of this identity.')
  })

  it('lists what cannot be used with a sentence, and touches none of it', async () => {
    const { folder, store } = fresh(system)
    const { id } = valueOf(await store.make(DANA, null))
    const text = readFileSync(join(folder, `${id}.json`), 'utf8')
    const other = (await identity('Somebody Else')).certificate
    const broken = {
      'cut.json': text.slice(0, 200),
      'empty.json': '',
      'newer.json': text.replace('"version": 1', '"version": 2'),
      'swapped.json': text.replace(
        /"certificate": "[^"]+"/,
        `"certificate": "${Buffer.from(other).toString('base64')}"`,
      ),
      'renamed.json': text,
      'list.json': '[]',
    }
    for (const [name, content] of Object.entries(broken)) writeFileSync(join(folder, name), content)
    const listed = await store.list()
    expect(listed).toHaveLength(7)
    expect(listed.filter(({ trouble }) => trouble === null).map((each) => each.id)).toEqual([id])
    for (const [name, content] of Object.entries(broken)) {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(content)
    }
    valueOf(await store.make({ name: 'Bo Li', email: '' }, PASSPHRASE))
    expect(readFileSync(join(folder, `${id}.json`), 'utf8')).toBe(text)
  })

  it('says so where the key store opens the key no more, and where the certificate is out of date', async () => {
    const { folder, store } = fresh(system)
    const { id } = valueOf(await store.make(DANA, null))
    const locked: KeyStore = {
      ...system,
      open: () => {
        throw new Error('no')
      },
    }
    for (const keyStore of [none, locked, { ...system, open: () => new Uint8Array([1]) }]) {
      const [listed] = await storeIn(folder, keyStore).list()
      expect(listed?.trouble).toMatch(/key/)
      expect(await refusal(storeIn(folder, keyStore).open(id, null))).toMatch(/key/)
    }
    const [old] = await storeIn(folder, system, '2040-01-01T00:00:00Z').list()
    expect(old?.trouble).toMatch('out of date')
  })

  it('refuses a key that was put under another certificate', async () => {
    const { folder, store } = fresh(system)
    const [dana, bo] = [
      valueOf(await store.make(DANA, null)),
      valueOf(await store.make({ name: 'Bo', email: '' }, null)),
    ]
    const read = ({ id }: { id: string }) =>
      JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as object
    writeFileSync(
      join(folder, `${dana.id}.json`),
      JSON.stringify({ ...read(dana), key: (read(bo) as { key: unknown }).key }),
    )
    expect(await refusal(store.open(dana.id, null))).toBe(
      'The private key of this identity does not belong to its certificate.',
    )
  })

  it('keeps an imported identity once', async () => {
    const { store } = fresh(system)
    const imported = await identity('Ada', 'ada@example.org')
    const kept = valueOf(await store.add(imported, PASSPHRASE))
    expect(privateKeyOf(valueOf(await store.open(kept.id, PASSPHRASE)))).toEqual(privateKeyOf(imported))
    expect(await refusal(store.add(imported, null))).toBe('The identity of Ada is here already.')
    expect(await store.list()).toHaveLength(1)
  })

  it('opens nothing outside its folder', async () => {
    const { store } = fresh(system)
    for (const id of ['../../etc/passwd', '/etc/passwd', '', 'known']) {
      expect(await refusal(store.open(id, null))).toBe('There is no such identity.')
    }
  })
})

describe('known signers', () => {
  const SIGNER = { fingerprint: 'a'.repeat(64), name: 'Ada', addedAt: '2026-11-23T12:00:00.000Z' }

  it('are those noted and one’s own', async () => {
    const { folder, store } = fresh(system)
    const own = valueOf(await store.make(DANA, null))
    valueOf(await changeKnownSigners(folder, (signers) => [...signers, SIGNER]))
    expect(await knownPeople(folder)).toEqual({
      fingerprints: [SIGNER.fingerprint, own.fingerprint],
      names: [SIGNER.name, own.name],
    })
    expect(await store.list()).toHaveLength(1)
  })

  it('are nobody where there is no folder yet', async () => {
    expect(await knownPeople(join(tmpdir(), 'lectern-none'))).toEqual({ fingerprints: [], names: [] })
  })

  it('all stay when many are noted at once', async () => {
    const { folder } = fresh(system)
    const many = Array.from({ length: 12 }, (_none, index) => ({
      ...SIGNER,
      fingerprint: index.toString(16).repeat(64).slice(0, 64),
    }))
    await Promise.all(
      many.map(async (signer) => changeKnownSigners(folder, (signers) => [...signers, signer])),
    )
    expect(valueOf(await readKnownSigners(folder))).toHaveLength(12)
  })

  it('in a list that cannot be read are unknown, and the list stays as it is', async () => {
    const { folder } = fresh(system)
    writeFileSync(join(folder, 'known.json'), '{ "format": "lectern-known')
    expect(await knownPeople(folder)).toEqual({ fingerprints: [], names: [] })
    expect(await refusal(changeKnownSigners(folder, () => [SIGNER]))).toMatch('list of known signers')
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe('{ "format": "lectern-known')
  })
})
