import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { verify } from '../../../electron/cli/verify'
import { changeKnownSigners } from '../../../electron/store/knownSigners'
import { verifyReportSchema } from '../../../shared/verify/report'
import { valueOf } from '../identity/identities'
import { draftPdf, fromElsewhere, RESOURCES } from '../sign/signing'
import { contentsOf, flipped } from '../verify/forging'
import { signedRecord } from '../verify/verifying'

describe('lectern verify', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-cli-verify-'))
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const quiet = { json: false, dataDir: null, resources: RESOURCES }

  beforeAll(async () => {
    const { dana } = await signedRecord()
    mkdirSync(join(folder, 'identities'))
    const signer = {
      fingerprint: dana.facts.fingerprint,
      name: 'Dana Ortiz',
      addedAt: '2026-11-23T15:00:00.000Z',
    }
    valueOf(await changeKnownSigners(join(folder, 'identities'), () => [signer]))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('ends with 0 for an intact record and says who signed, and what that does not prove', async () => {
    const { twice } = await signedRecord()
    const { out, err, code } = await verify(file('intact.pdf', twice), {
      json: false,
      dataDir: folder,
      resources: RESOURCES,
    })
    expect([code, err]).toEqual([0, []])
    expect(out[0]).toMatch(
      /intact\.pdf: Intact: revision 1 of this record is as it was signed by “Dana Ortiz” and “Bo Li”/,
    )
    const said = out.join('\n')
    expect(said).toContain('  Signed by “Dana Ortiz”, whose certificate is known here')
    expect(said).toContain('  The certificate of “Bo Li” is not known here')
    expect(said).toContain('What this does not prove:')
  })

  it('prints the report as JSON', async () => {
    const { once, dana } = await signedRecord()
    const { out, code } = await verify(file('once.pdf', once), {
      json: true,
      dataDir: folder,
      resources: RESOURCES,
    })
    expect(code).toBe(0)
    const report = verifyReportSchema.parse(JSON.parse(out.join('\n')))
    expect(report).toMatchObject({ verdict: 'intact', revision: 1, missing: ['Bo Li'], findings: [] })
    expect(report.signers).toMatchObject([
      { fingerprint: dana.facts.fingerprint, known: true, status: 'valid' },
    ])
  })

  it('ends with 1 for a changed record and for one nobody signed', async () => {
    const { twice, base } = await signedRecord()
    const changed = flipped(twice, contentsOf(twice, 'LecternSigner1').end - 3)
    expect(await verify(file('changed.pdf', changed), quiet)).toMatchObject({ code: 1, err: [] })
    expect(await verify(file('base.pdf', base), quiet)).toMatchObject({ code: 1, err: [] })
    const draft = await verify(file('draft.pdf', await draftPdf()), quiet)
    expect(draft.code).toBe(1)
    expect(draft.out.join('\n')).toContain('It is a draft')
  })

  it('ends with 2 and one line for what cannot be read', async () => {
    const broken = await verify(file('broken.pdf', Buffer.from('not a PDF\n')), quiet)
    expect(broken).toMatchObject({ code: 2, out: [] })
    expect(broken.err).toEqual([`${join(folder, 'broken.pdf')}: This file is not a PDF.`])
    const json = await verify(join(folder, 'broken.pdf'), { ...quiet, json: true })
    expect([json.code, JSON.parse(json.out.join('')).verdict]).toEqual([2, 'unreadable'])
    expect((await verify(join(folder, 'nowhere.pdf'), quiet)).code).toBe(2)
    expect((await verify(folder, quiet)).code).toBe(2)
  })

  it('prints a report as JSON of a file that cannot be opened, too', async () => {
    const nobodyMay = file('locked.pdf', Buffer.from('%PDF-1.7'))
    chmodSync(nobodyMay, 0)
    const isRoot = process.getuid?.() === 0 || process.platform === 'win32'
    const paths = [join(folder, 'nowhere.pdf'), folder, ...(isRoot ? [] : [nobodyMay])]
    for (const path of paths) {
      const { out, err, code } = await verify(path, { ...quiet, json: true })
      const report = verifyReportSchema.parse(JSON.parse(out.join('\n')))
      expect([code, err, report.verdict]).toEqual([2, [], 'unreadable'])
      expect(report.findings).toEqual([expect.stringMatching(/^[A-Z].*\.$/)])
      const words = await verify(path, quiet)
      expect(words).toEqual({ out: [], err: [`${path}: ${report.findings[0] ?? ''}`], code: 2 })
    }
  })

  it.skipIf(process.platform === 'win32')('ends with 3 for a PDF from elsewhere', async () => {
    const other = fromElsewhere(await draftPdf(), '--remove-attachment=record.json')
    expect(await verify(file('other.pdf', other), quiet)).toMatchObject({ code: 3, err: [] })
  })
})
