import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import type { Identity } from '../../../electron/record/identity'
import { readP12 } from '../../../electron/record/readP12'
import { signedFile } from '../../../electron/record/signedFile'
import { verifyHere } from '../../../electron/record/verifyPdf'
import { identity, valueOf } from '../identity/identities'
import { hasTools, pdfsig, recordPdf, RESOURCES, signed } from './signing'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'lectern-issued-'))

function openssl(command: string): void {
  execFileSync('openssl', command.split(' '), { cwd: folder, stdio: 'ignore' })
}

/** An identity with a key of that kind, issued by an authority, as a company gives one to its people. */
async function issued(kind: string): Promise<Identity> {
  openssl('req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=Authority -days 3650')
  openssl(
    `req -new -newkey ${kind} -nodes -keyout leaf.key -out leaf.csr -subj /CN=Ada/emailAddress=ada@example.org`,
  )
  openssl('x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out leaf.pem -days 3650')
  openssl('pkcs12 -export -inkey leaf.key -in leaf.pem -certfile ca.pem -passout pass:secret -out leaf.p12')
  return valueOf(await readP12(readFileSync(join(folder, 'leaf.p12')), 'secret'))
}

describe.skipIf(!hasTools || !hasOpenssl)('an identity issued by somebody else', () => {
  it.each(['rsa:2048', 'ec -pkeyopt ec_paramgen_curve:P-384'])(
    'with a key %s signs beside one made here, and both hold',
    async (kind) => {
      const ada = await issued(kind)
      expect(ada.chain).toHaveLength(1)
      const at = new Date(Date.now() + 60_000).toISOString()
      const once = await signed(await recordPdf(['Ada', 'Dana Ortiz']), { identity: ada, at })
      const twice = await signed(once, { identity: await identity(), at, field: 'LecternSigner2' })
      expect(pdfsig(twice)).toMatchObject({ valid: 2 })
      const known = { fingerprints: [ada.facts.fingerprint], names: [] }
      const { report } = await verifyHere({ bytes: new Uint8Array(twice), known, resources: RESOURCES })
      expect(report).toMatchObject({ verdict: 'intact', missing: [] })
      expect(report.signers.map(({ name, known: isKnown }) => [name, isKnown])).toEqual([
        ['Ada', true],
        ['Dana Ortiz', false],
      ])
      expect([...valueOf(signedFile(twice)).signedBy][0]).toBe(ada.facts.fingerprint)
    },
  )
})
