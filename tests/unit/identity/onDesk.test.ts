import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { beforeEach, describe, expect, it, vi } from 'vitest'

import * as identities from '../../../electron/identities'
import type { Parts } from '../../../electron/parts'
import { fingerprintOf } from '../../../electron/record/certificate'
import { readP12 } from '../../../electron/record/readP12'
import { IdentityStore } from '../../../electron/store/identityStore'
import type { KeyStore } from '../../../electron/store/keySeal'
import { askWhatToOpen, askWhereToSave } from '../../../electron/system/dialogs'
import { refusal, valueOf } from './identities'

vi.mock('../../../electron/system/dialogs', () => ({
  askWhatToOpen: vi.fn<() => unknown>(),
  askWhereToSave: vi.fn<() => unknown>(),
}))

const PASSPHRASE = 'correct horse battery'
const none: KeyStore = {
  whyNot: () => 'This system has no key store that Lectern can use.',
  seal: (secret) => secret,
  open: (sealed) => sealed,
}

function fresh(): {
  readonly parts: Parts
  readonly folder: string
  readonly path: (name: string) => string
} {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-desk-'))
  const store = new IdentityStore({ folder, keyStore: none, now: () => new Date() })
  const parts = { identities: store, dataDir: { identities: folder }, windows: { get: () => null } }
  const outside = mkdtempSync(join(tmpdir(), 'lectern-outside-'))
  return { parts: parts as unknown as Parts, folder, path: (name) => join(outside, name) }
}

const dana = { name: 'Dana Ortiz', email: 'dana@example.org', passphrase: PASSPHRASE }

beforeEach(() => {
  vi.mocked(askWhatToOpen).mockResolvedValue(null)
  vi.mocked(askWhereToSave).mockResolvedValue(null)
})

describe('an identity made on the Desk', () => {
  it('has the name and the address as they are meant', async () => {
    const { parts } = fresh()
    const made = await identities.make(parts, {
      ...dana,
      name: '  Dana \u202E Ortiz\u0000 ',
      email: ' dana@example.org ',
    })
    expect(valueOf(made)).toMatchObject({ name: 'Dana Ortiz', email: 'dana@example.org', trouble: null })
    expect(await identities.list(parts)).toEqual({ systemStore: false, identities: [valueOf(made)] })
  })

  it.each([
    [{ name: ' ' }, 'Type your name'],
    [{ email: 'dana' }, 'no e-mail address'],
    [{ email: 'dänä@example.org' }, 'no e-mail address'],
    [{ email: `${'d'.repeat(250)}@example.org` }, 'no e-mail address'],
    [{ passphrase: 'short' }, 'at least 8 characters'],
    [{ passphrase: null }, 'no key store'],
  ])('is refused with a sentence: %o', async (change, sentence) => {
    const { parts, folder } = fresh()
    expect(await refusal(identities.make(parts, { ...dana, ...change }))).toMatch(sentence)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a backup on the Desk', () => {
  it('goes to another machine, for its owner’s eyes only', async () => {
    const [here, there] = [fresh(), fresh()]
    const { id, fingerprint } = valueOf(await identities.make(here.parts, dana))
    vi.mocked(askWhereToSave).mockResolvedValue(here.path('dana.p12'))
    const saved = await identities.saveBackup(here.parts, {
      id,
      passphrase: PASSPHRASE,
      backupPassphrase: 'another long one',
    })
    expect(saved).toEqual({ ok: true, value: { path: here.path('dana.p12') } })
    expect(statSync(here.path('dana.p12')).mode & 0o777).toBe(0o600)
    vi.mocked(askWhatToOpen).mockResolvedValue(here.path('dana.p12'))
    const wanted = { passphrase: 'another long one', keep: 'passphrase' } as const
    expect(valueOf(await identities.importBackup(there.parts, wanted))).toMatchObject({
      fingerprint,
      trouble: null,
    })
    expect(await refusal(identities.importBackup(there.parts, wanted))).toMatch('is here already')
  })

  it('is not made with another passphrase or too short a one, and leaves no file then', async () => {
    const { parts, path } = fresh()
    const { id } = valueOf(await identities.make(parts, dana))
    vi.mocked(askWhereToSave).mockResolvedValue(path('dana.p12'))
    for (const [passphrase, backupPassphrase] of [
      ['wrong passphrase', 'another long one'],
      [PASSPHRASE, 'short'],
      [null, 'another long one'],
    ] as const)
      expect(await refusal(identities.saveBackup(parts, { id, passphrase, backupPassphrase }))).not.toBe('')
    expect(() => statSync(path('dana.p12'))).toThrow('ENOENT')
  })

  it('is refused where it is another file, too large or not there, and nothing is kept', async () => {
    const { parts, folder, path } = fresh()
    writeFileSync(path('other'), 'hello')
    writeFileSync(path('large'), new Uint8Array(2_000_000))
    for (const name of ['other', 'large', 'missing']) {
      vi.mocked(askWhatToOpen).mockResolvedValue(path(name))
      expect(
        await refusal(identities.importBackup(parts, { passphrase: PASSPHRASE, keep: 'passphrase' })),
      ).toMatch(/\.$/)
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it('holds what makes the same signer', async () => {
    const { parts, path } = fresh()
    const { id, fingerprint } = valueOf(await identities.make(parts, dana))
    vi.mocked(askWhereToSave).mockResolvedValue(path('dana.p12'))
    await identities.saveBackup(parts, { id, passphrase: PASSPHRASE, backupPassphrase: PASSPHRASE })
    expect(valueOf(await readP12(readFileSync(path('dana.p12')), PASSPHRASE)).facts.fingerprint).toBe(
      fingerprint,
    )
    vi.mocked(askWhereToSave).mockResolvedValue(path('dana.cer'))
    await identities.saveCertificate(parts, id)
    expect(fingerprintOf(readFileSync(path('dana.cer')))).toBe(fingerprint)
  })

  it('and a certificate are not saved where nobody chose a place', async () => {
    const { parts } = fresh()
    const { id } = valueOf(await identities.make(parts, dana))
    const nowhere = { ok: true, value: { path: null } }
    expect(await identities.saveCertificate(parts, id)).toEqual(nowhere)
    expect(
      await identities.saveBackup(parts, { id, passphrase: PASSPHRASE, backupPassphrase: PASSPHRASE }),
    ).toEqual(nowhere)
    expect(await identities.importBackup(parts, { passphrase: PASSPHRASE, keep: 'passphrase' })).toEqual({
      ok: true,
      value: null,
    })
  })
})

describe('known signers on the Desk', () => {
  it('are noted once, named anew and forgotten', async () => {
    const { parts } = fresh()
    const [ada, bo] = ['a'.repeat(64), 'b'.repeat(64)]
    for (const [fingerprint, name] of [
      [ada, 'Ada'],
      [bo, 'Bo'],
      [ada, 'Ada Byron'],
    ] as const)
      valueOf(await identities.know(parts, { fingerprint, name }))
    const names = async () => (await identities.knownSigners(parts)).map(({ name }) => name)
    expect(await names()).toEqual(['Bo', 'Ada Byron'])
    valueOf(await identities.forget(parts, bo))
    expect(await names()).toEqual(['Ada Byron'])
  })
})
