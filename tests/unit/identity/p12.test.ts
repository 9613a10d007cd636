import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { privateKeyOf } from '../../../electron/record/identity'
import { writeP12 } from '../../../electron/record/p12'
import { readP12 } from '../../../electron/record/readP12'
import { identity, refusal } from './identities'

const PASSPHRASE = 'correct horse Bätterie'
const folder = mkdtempSync(join(tmpdir(), 'lectern-p12-'))
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

function openssl(...args: string[]): string {
  return execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A .p12 made by OpenSSL of a new key; `options` go to `openssl pkcs12 -export`. */
function foreignP12(keyOptions: readonly string[], ...options: string[]): Uint8Array {
  openssl(
    'req',
    '-x509',
    ...keyOptions,
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'cert.pem',
    '-subj',
    '/CN=Ada From Elsewhere/emailAddress=ada@example.org',
    '-days',
    '30',
  )
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    'key.pem',
    '-in',
    'cert.pem',
    '-passout',
    `pass:${PASSPHRASE}`,
    '-out',
    'foreign.p12',
    ...options,
  )
  return readFileSync(join(folder, 'foreign.p12'))
}

const RSA = ['-newkey', 'rsa:2048']
const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']

describe('a backup', () => {
  it('brings back the same key and certificate', async () => {
    const made = await identity('Dana Ortiz', 'dana@example.org')
    const read = await readP12(await writeP12(made, PASSPHRASE), PASSPHRASE)
    expect(read.ok && read.value.facts).toEqual(made.facts)
    expect(read.ok && privateKeyOf(read.value)).toEqual(privateKeyOf(made))
  })

  it('is refused with a sentence under another passphrase, damaged, cut off and where it is none', async () => {
    const p12 = await writeP12(await identity(), PASSPHRASE)
    expect(await refusal(readP12(p12, 'correct horse batterie'))).toMatch('The passphrase does not open')
    expect(await refusal(readP12(p12, ''))).toMatch('The passphrase does not open')
    expect(await refusal(readP12(p12.subarray(0, 300), PASSPHRASE))).toMatch('not a backup')
    expect(await refusal(readP12(new TextEncoder().encode('hello'), PASSPHRASE))).toMatch('not a backup')
    expect(await refusal(readP12(new Uint8Array(), PASSPHRASE))).toMatch('not a backup')
    const flipped = new Uint8Array(p12)
    flipped[400] = (flipped[400] ?? 0) ^ 1
    expect(await refusal(readP12(flipped, PASSPHRASE))).not.toBe('')
  })

  it('holds neither the key nor the passphrase as it is', async () => {
    const made = await identity()
    const p12 = Buffer.from(await writeP12(made, PASSPHRASE))
    const key = Buffer.from(privateKeyOf(made))
    for (let at = 0; at + 16 <= key.length; at += 1) {
      const isPublic = Buffer.from(made.certificate).includes(key.subarray(at, at + 16))
      if (!isPublic) expect(p12.includes(key.subarray(at, at + 16))).toBe(false)
    }
    expect(p12.includes(PASSPHRASE)).toBe(false)
  })

  it.skipIf(!hasOpenssl)('is read by OpenSSL', async () => {
    const made = await identity('山田 太郎', 'taro@example.org')
    writeFileSync(join(folder, 'ours.p12'), await writeP12(made, PASSPHRASE))
    const said = openssl('pkcs12', '-in', 'ours.p12', '-passin', `pass:${PASSPHRASE}`, '-info', '-nodes')
    expect(said).toContain('BEGIN PRIVATE KEY')
    expect(said).toContain('BEGIN CERTIFICATE')
    expect(said).toContain('emailAddress = taro@example.org')
  })

  it.skipIf(!hasOpenssl)('made by OpenSSL is read, whichever of our keys it holds', async () => {
    for (const keyOptions of [RSA, EC]) {
      const read = await readP12(foreignP12(keyOptions), PASSPHRASE)
      expect(read.ok && read.value.facts).toMatchObject({
        name: 'Ada From Elsewhere',
        email: 'ada@example.org',
      })
    }
  })

  it.skipIf(!hasOpenssl)('in the encryption of old programs is refused with a sentence', async () => {
    const p12 = foreignP12(EC, '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1')
    expect(await refusal(readP12(p12, PASSPHRASE))).toMatch('in a way that is not read here')
  })

  it.skipIf(!hasOpenssl)("with the certificates above it takes the one that is the key's", async () => {
    openssl('req', '-x509', ...EC, '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Authority')
    openssl('req', '-new', ...EC, '-nodes', '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=Leaf')
    openssl(
      'x509',
      '-req',
      '-in',
      'leaf.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-out',
      'leaf.pem',
    )
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'leaf.key',
      '-in',
      'leaf.pem',
      '-certfile',
      'ca.pem',
      '-passout',
      `pass:${PASSPHRASE}`,
      '-out',
      'chain.p12',
    )
    const read = await readP12(readFileSync(join(folder, 'chain.p12')), PASSPHRASE)
    expect(read.ok && read.value.facts.name).toBe('Leaf')
    expect(read.ok && read.value.chain).toHaveLength(1)
    const again = read.ok ? await readP12(await writeP12(read.value, PASSPHRASE), PASSPHRASE) : read
    expect(again.ok && again.value.chain).toEqual(read.ok && read.value.chain)
  })

  it.skipIf(!hasOpenssl)('changed anywhere is read or refused, and throws nothing', async () => {
    const p12 = foreignP12(EC)
    const change = fc.record({ at: fc.nat(p12.length - 1), to: fc.nat(255), end: fc.nat(p12.length) })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, to, end }) => {
        const bytes = new Uint8Array(p12)
        bytes[at] = to
        for (const each of [bytes, bytes.subarray(0, end)]) {
          const read = await readP12(each, PASSPHRASE)
          if (!read.ok) expect(read.refusal.sentence).toMatch(/^\p{Lu}.*\.$/u)
        }
      }),
      { numRuns: 60 },
    )
  })
})
