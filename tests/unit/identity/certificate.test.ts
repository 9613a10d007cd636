import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fingerprintOf, readCertificate } from '../../../electron/record/certificate'
import { identityOf, privateKeyOf } from '../../../electron/record/identity'
import { identity, valueOf } from './identities'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

describe('a certificate', () => {
  it('names its owner, is valid for five years and signed by its own key', async () => {
    const { certificate, facts } = await identity('Zoë O’Hara', 'zoe@example.org')
    const x509 = new X509Certificate(certificate)
    expect(x509.verify(x509.publicKey)).toBe(true)
    expect(x509.ca).toBe(false)
    expect(x509.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
    expect(x509.subjectAltName).toBe('email:zoe@example.org')
    expect(facts).toEqual({
      name: 'Zoë O’Hara',
      email: 'zoe@example.org',
      fingerprint: x509.fingerprint256.replace(/:/g, '').toLowerCase(),
      validFrom: '2026-11-01T00:00:00.000Z',
      validTo: '2031-11-01T00:00:00.000Z',
    })
  })

  it('has another number each time', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 8 }, async () => new X509Certificate((await identity()).certificate).serialNumber),
    )
    expect(new Set(numbers).size).toBe(8)
    for (const number of numbers) expect(number).toMatch(/^[4-7][0-9A-F]{31}$/)
  })

  it('crosses into the years that are written in full', async () => {
    const { certificate } = await identity('Ada', '', new Date('2047-06-01T00:00:00Z'))
    expect(new X509Certificate(certificate).validTo).toBe('Jun  1 00:00:00 2052 GMT')
  })

  it.skipIf(!hasOpenssl)('may sign and nothing else, as OpenSSL reads it', async () => {
    const { certificate } = await identity()
    const args = ['x509', '-inform', 'DER', '-noout', '-text']
    const said = spawnSync('openssl', args, { input: certificate, encoding: 'utf8' }).stdout
    expect(said).toContain('Version: 3 (0x2)')
    expect(said).toContain('Subject: CN = Dana Ortiz, emailAddress = dana@example.org')
    expect(said).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\s/)
    expect(said).toMatch(/Basic Constraints: critical\s+CA:FALSE/)
    expect(said).toContain('Signature Algorithm: ecdsa-with-SHA256')
  })

  it('keeps any name as it is', async () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const { facts, certificate } = await identity(name, '')
        expect(facts.name).toBe(name)
        expect(readCertificate(certificate)).toMatchObject({ ok: true, value: { name, email: '' } })
      }),
      { numRuns: 40 },
    )
  })
})

describe('a private key', () => {
  it('is refused with another certificate than its own', async () => {
    const [dana, bo] = [await identity('Dana'), await identity('Bo')]
    expect(identityOf(privateKeyOf(dana), bo.certificate)).toMatchObject({
      ok: false,
      refusal: { sentence: 'The private key of this identity does not belong to its certificate.' },
    })
    expect(valueOf(identityOf(privateKeyOf(dana), dana.certificate)).facts.fingerprint).toBe(
      fingerprintOf(dana.certificate),
    )
  })

  it('and a certificate that are no such thing are refused with a sentence', async () => {
    const { certificate, key } = await identity()
    expect(identityOf(new Uint8Array([1, 2, 3]), certificate).ok).toBe(false)
    expect(identityOf(privateKeyOf({ key }), new Uint8Array([48, 0])).ok).toBe(false)
  })
})
