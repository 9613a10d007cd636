import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { identity } from '../identity/identities'
import { hasTools, looked, pdfsig, qpdfFaults, recordPdf, signed } from './signing'

const NAMES = [
  'Dana Ortiz',
  'Bo Li',
  'Ελένη Παπαδοπούλου',
  'שרה כהן',
  'عمر الفاروق',
  '山田 太郎',
  'Maximiliane-Charlotte von Hohenstein-Wittelsbach zu Sachsen-Coburg und Gotha',
]

describe.skipIf(!hasTools)('seven signatures in turn', () => {
  it('are each valid, in a sound file that keeps its attachment', async () => {
    const unsigned = await recordPdf(NAMES.slice(0, 5))
    let bytes = unsigned
    const fields = [1, 2, 3, 4, 5].map((number) => `LecternSigner${number}`)
    for (const [index, field] of [...fields, null, null].entries()) {
      const who = await identity(NAMES[index] ?? '')
      const next = await signed(bytes, { field, identity: who })
      expect(Buffer.from(next.subarray(0, bytes.length)).equals(bytes)).toBe(true)
      bytes = next
      const found = pdfsig(bytes)
      expect(found).toMatchObject({ valid: index + 1 })
      const { said } = found
      expect(said.split('ETSI.CAdES.detached').length - 1).toBe(index + 1)
      expect(said.match(/Total document signed/g)).toHaveLength(1)
    }
    expect(qpdfFaults(bytes)).toBe('')
    const { said } = looked(bytes, 'mutool', 'sign', '-v', 'file.pdf')
    expect(said.match(/The signature is valid|The document is unchanged/g)).toHaveLength(7)
    const attached = (pdf: Uint8Array) =>
      looked(pdf, 'sh', '-c', 'pdfdetach -save 1 -o out file.pdf && cat out').said
    expect(attached(bytes)).toContain('lectern-record')
    expect(attached(bytes)).toBe(attached(unsigned))
  })
})

describe('the signature in the file', () => {
  it.skipIf(spawnSync('openssl', ['version']).status !== 0)(
    'is taken by OpenSSL for the bytes its range names',
    async () => {
      const bytes = Buffer.from(await signed(await recordPdf(['Dana'])))
      const text = bytes.toString('latin1')
      const [, start = 0, end = 0, length = 0] = (/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text) ?? []).map(
        Number,
      )
      expect(end + length).toBe(bytes.length)
      expect([text[start], text[end - 1]]).toEqual(['<', '>'])
      const cms = Buffer.from(text.slice(start + 1, end - 1), 'hex')
      const folder = mkdtempSync(join(tmpdir(), 'lectern-range-'))
      writeFileSync(join(folder, 'content'), Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]))
      writeFileSync(join(folder, 'cms.der'), cms.subarray(0, 4 + cms.readUInt16BE(2)))
      const args =
        'cms -verify -inform DER -in cms.der -content content -noverify -binary -out /dev/null'.split(' ')
      expect(spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' }).stderr).toContain('successful')
      expect(cms.subarray(4 + cms.readUInt16BE(2)).every((byte) => byte === 0)).toBe(true)
    },
  )
})
