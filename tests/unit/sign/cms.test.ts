import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { roomFor, signDigest } from '../../../electron/record/cms'
import { identityOf } from '../../../electron/record/identity'
import { identity, valueOf } from '../identity/identities'

const folder = mkdtempSync(join(tmpdir(), 'lectern-cms-'))
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

function openssl(...args: string[]): string {
  return execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function digestOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}

/** Whether OpenSSL takes a signature for these words. */
function verifies(cms: Uint8Array, words: string): boolean {
  writeFileSync(join(folder, 'content'), words)
  writeFileSync(join(folder, 'cms.der'), cms)
  const args = ['cms', '-verify', '-inform', 'DER', '-in', 'cms.der', '-content', 'content', '-noverify']
  return spawnSync('openssl', [...args, '-binary', '-out', '/dev/null'], { cwd: folder }).status === 0
}

describe.skipIf(!hasOpenssl)('a signature', () => {
  it('is taken by OpenSSL for what was signed, and for nothing else', async () => {
    const cms = signDigest(digestOf('We halt the release.'), await identity())
    expect(verifies(cms, 'We halt the release.')).toBe(true)
    expect(verifies(cms, 'We ship the release.')).toBe(false)
  })

  it('by an RSA key with a certificate from elsewhere is taken too', async () => {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'key.pem',
      '-out',
      'cert.pem',
      '-subj',
      '/CN=Ada',
    )
    openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'key.pem', '-outform', 'DER', '-out', 'key.der')
    openssl('x509', '-in', 'cert.pem', '-outform', 'DER', '-out', 'cert.der')
    const [key, certificate] = ['key.der', 'cert.der'].map((name) => readFileSync(join(folder, name)))
    const ada = valueOf(identityOf(key ?? Buffer.alloc(0), certificate ?? Buffer.alloc(0)))
    expect(verifies(signDigest(digestOf('yes'), ada), 'yes')).toBe(true)
  })

  it('says the content type, the digest and the certificate, and no time', async () => {
    const made = await identity()
    writeFileSync(join(folder, 'cms.der'), signDigest(digestOf('yes'), made))
    const said = openssl('cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'cms.der')
    for (const named of ['contentType', 'messageDigest', 'id-smime-aa-signingCertificateV2'])
      expect(said).toContain(named)
    expect(said).not.toContain('signingTime')
    expect(said.replace(/\W/g, '').toLowerCase()).not.toContain('undefined')
  })
})

describe('the room for a signature', () => {
  it('holds it, however long the name', async () => {
    for (const name of ['A', '日'.repeat(300)]) {
      const made = await identity(name)
      expect(signDigest(digestOf(name), made).length).toBeLessThan(roomFor(made))
    }
  })
})
