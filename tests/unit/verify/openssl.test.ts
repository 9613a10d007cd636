import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { flipped, contentsOf, forged } from './forging'
import { reportOf, signedRecord } from './verifying'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'lectern-openssl-'))

function openssl(command: string): void {
  execFileSync('openssl', command.split(' '), { cwd: folder, stdio: 'ignore' })
}

/** A record signed here, then co-signed by OpenSSL with a key of that kind. */
async function cosigned(kind: string): Promise<Uint8Array> {
  const { once, bo } = await signedRecord()
  openssl(
    `req -x509 -newkey ${kind} -nodes -keyout key.pem -out cert.pem -days 30`.concat(' -subj /CN=Bo_Li'),
  )
  const cms = (covered: Uint8Array) => {
    writeFileSync(join(folder, 'covered'), covered)
    openssl(
      'cms -sign -binary -cades -md sha256 -in covered -signer cert.pem -inkey key.pem -outform DER -out cms.der',
    )
    return readFileSync(join(folder, 'cms.der'))
  }
  const at = `D:${new Date(Date.now() + 60_000).toISOString().replace(/\D/g, '').slice(0, 14)}Z`
  return forged(once, { field: 'LecternSigner2', identity: bo, at, cms })
}

describe.skipIf(!hasOpenssl)('a co-signature that OpenSSL wrote', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['RSA, its algorithm named without the digest', 'rsa:2048'],
    ['ECDSA', 'ec -pkeyopt ec_paramgen_curve:P-256'],
  ])('holds: %s', async (_what, kind) => {
    const { dana } = await signedRecord()
    const bytes = await cosigned(kind)
    const report = await reportOf(bytes, [dana])
    expect(report.findings.filter((finding) => !/not known here|kept for/.test(finding))).toEqual([])
    expect(report.verdict).toBe('intact')
    expect(report.signers.map(({ name, status }) => [name, status])).toEqual([
      ['Dana Ortiz', 'valid'],
      ['Bo_Li', 'valid'],
    ])
    const { start, used } = contentsOf(bytes, 'LecternSigner2')
    const broken = await reportOf(flipped(bytes, start + used - 9), [dana])
    expect(broken.verdict).toBe('changed')
  })
})
