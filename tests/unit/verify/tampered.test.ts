import { describe, expect, it } from 'vitest'

import { pagesOf } from '../../../shared/pdf/pages'
import { verdictSentence } from '../../../shared/verify/sentences'
import { identity } from '../identity/identities'
import { hasTools, pdfsig, signed } from '../sign/signing'
import { appended, contentsOf, flipped, opened, rewritten, updated } from './forging'
import { reportOf, signedRecord } from './verifying'

/** The object that holds the text of a page (from 1). */
function textOf(bytes: Uint8Array, page: number): number {
  const contents = pagesOf(opened(bytes))[page - 1]?.dict.entries.get('Contents')
  if (contents?.kind !== 'ref') throw new Error('the page has no text of its own')
  return contents.num
}

/** The text of a page put in place of another's, as an object of an update. */
function swapped(bytes: Uint8Array, page: number) {
  return { num: textOf(bytes, page), gen: 0, text: '<< /Length 2 >>\nstream\nq\n\nendstream' }
}

describe('bytes changed in a signed record', () => {
  it('names whose signature covers a byte of the text', async () => {
    const { twice } = await signedRecord()
    const place = opened(twice).objects.get(textOf(twice, 2))?.place
    const report = await reportOf(flipped(twice, place?.kind === 'file' ? place.span.end - 30 : 0))
    expect(report.verdict).toBe('changed')
    expect(report.signers.map(({ status }) => status)).toEqual(['changed', 'changed'])
    expect(report.findings).toContain('What “Dana Ortiz” signed was changed after the signature.')
    expect(report.findings).toContain('What “Bo Li” signed was changed after the signature.')
  })

  it('names the signature whose own bytes were changed', async () => {
    const { twice } = await signedRecord()
    const { start, used } = contentsOf(twice, 'LecternSigner2')
    const report = await reportOf(flipped(twice, start + used - 4))
    expect(report.verdict).toBe('changed')
    expect(report.signers.map(({ status }) => status)).toEqual(['valid', 'invalid'])
    expect(report.findings).toContain(
      'The signature of “Bo Li” does not hold: it or its certificate was changed.',
    )
  })

  it('finds a byte in the room behind the signature, which others do not', async () => {
    const { twice } = await signedRecord()
    const bytes = flipped(twice, contentsOf(twice, 'LecternSigner2').end - 3)
    const report = await reportOf(bytes)
    expect(report.verdict).toBe('changed')
    expect(report.findings).toContain(
      'The room kept for the signature of “Bo Li” holds something behind the signature.',
    )
    if (hasTools) expect(pdfsig(bytes).valid).toBe(2)
  })

  it('finds hexadecimal written in another case', async () => {
    const { twice } = await signedRecord()
    const { start, used } = contentsOf(twice, 'LecternSigner2')
    const letter = twice.findIndex((byte, at) => at > start && byte >= 0x61 && byte <= 0x66)
    expect(letter).toBeLessThan(start + used)
    expect((await reportOf(flipped(twice, letter, 0x20))).findings).toContain(
      'The room kept for the signature of “Bo Li” was changed.',
    )
  })
})

describe('something after the last signature', () => {
  it.each(['\n', 'and a few words', '%%EOF\n'])('finds appended bytes: %j', async (text) => {
    const { twice } = await signedRecord()
    const report = await reportOf(appended(twice, text))
    const bytes = text.length === 1 ? 'one byte was' : `${text.length} bytes were`
    expect(report.verdict).toBe('changed')
    expect(report.findings).toContain(`After the last signature, ${bytes} appended to the file.`)
  })

  it('names the page that an update changes', async () => {
    const { twice } = await signedRecord()
    const report = await reportOf(updated(twice, swapped(twice, 2)))
    expect(report.verdict).toBe('changed')
    expect(report.signers.map(({ status }) => status)).toEqual(['changed', 'changed'])
    expect(report.findings).toContain(
      `After the signature of “Bo Li”, the text of page 2 (object ${textOf(twice, 2)}) was changed.`,
    )
  })
})

describe('something between two signatures', () => {
  it('names what was changed and whose signature came before, where pdfsig calls both valid', async () => {
    const { once, bo } = await signedRecord()
    const bytes = await signed(updated(once, swapped(once, 1)), { identity: bo, field: 'LecternSigner2' })
    const report = await reportOf(bytes)
    expect(report.verdict).toBe('changed')
    expect(report.signers.map(({ name, status }) => [name, status])).toEqual([
      ['Dana Ortiz', 'changed'],
      ['Bo Li', 'valid'],
    ])
    expect(report.findings).toEqual(
      expect.arrayContaining([
        `After the signature of “Dana Ortiz”, the text of page 1 (object ${textOf(once, 1)}) was changed.`,
      ]),
    )
    if (hasTools) expect(pdfsig(bytes).valid).toBe(2)
  })

  it('names a page that something was laid on, and what', async () => {
    const { once, bo } = await signedRecord()
    const page = pagesOf(opened(once))[0]?.num ?? 0
    const num = opened(once).nextNumber
    const box = { num, gen: 0, text: '<< /Type /Annot /Subtype /Square /Rect [0 0 600 800] /IC [1 1 1] >>' }
    const annots = { kind: 'array', items: [{ kind: 'ref', num, gen: 0 }] } as const
    const laid = updated(once, box, rewritten(once, page, { Annots: annots }))
    const { findings } = await reportOf(await signed(laid, { identity: bo, field: 'LecternSigner2' }))
    expect(findings).toContain(`After the signature of “Dana Ortiz”, page 1 (object ${page}) was changed.`)
    expect(findings).toContain(
      `After the signature of “Dana Ortiz”, something was added that no signature needs: something laid on page 1 (object ${num}).`,
    )
  })

  it('finds bytes that belong to nothing, and objects nobody needs', async () => {
    const { once, bo } = await signedRecord()
    const { startxref, nextNumber, trailer } = opened(once)
    const root = trailer.entries.get('Root')
    const id = /\/ID \[[^\]]*\]/.exec(Buffer.from(once).toString('latin1'))?.[0] ?? ''
    const info = /\/Info \d+ 0 R/.exec(Buffer.from(once).toString('latin1'))?.[0] ?? ''
    const hidden = '% hidden words\n'
    const table = `xref\n0 0\ntrailer\n<< /Size ${nextNumber} /Root ${root?.kind === 'ref' ? root.num : 0} 0 R ${info} ${id} /Prev ${startxref} >>\nstartxref\n${once.length + hidden.length}\n%%EOF\n`
    const stray = await reportOf(
      await signed(appended(once, hidden + table), { identity: bo, field: 'LecternSigner2' }),
    )
    expect(stray.findings.filter((finding) => !finding.includes('not known here'))).toEqual([
      'After the signature of “Dana Ortiz”, something else was appended than one signature at a time.',
      'After the signature of “Dana Ortiz”, bytes were added that belong to no part of the document.',
      'After the signature of “Dana Ortiz”, the list of the document’s parts was written in a way that programs read differently.',
    ])
    const spare = updated(once, { num: nextNumber, gen: 0, text: '(a part of nothing)' })
    const { findings } = await reportOf(await signed(spare, { identity: bo, field: 'LecternSigner2' }))
    expect(findings).toContain(
      `After the signature of “Dana Ortiz”, something was added that no signature needs: a part of the document (object ${nextNumber}).`,
    )
  })

  it('names a field that was moved, emptied or filled anew', async () => {
    const { once, twice } = await signedRecord()
    const field = (bytes: Uint8Array, name: string) =>
      [...opened(bytes).objects.values()].find(({ value }) => {
        const title = value.kind === 'dict' ? value.entries.get('T') : undefined
        return title?.kind === 'string' && Buffer.from(title.bytes).toString('latin1') === name
      })?.num ?? 0
    const first = field(once, 'LecternSigner1')
    const moved = updated(
      once,
      rewritten(once, field(once, 'LecternSigner2'), {
        T: { kind: 'string', bytes: Buffer.from('Other'), hex: false, span: null },
      }),
    )
    expect((await reportOf(moved)).findings).toContain(
      `After the signature of “Dana Ortiz”, the signature field “LecternSigner2” (object ${field(once, 'LecternSigner2')}) was changed.`,
    )
    const emptied = updated(twice, rewritten(twice, first, { V: { kind: 'null' } }))
    const report = await reportOf(emptied)
    expect(report.verdict).toBe('changed')
    expect(report.missing).toEqual(['Dana Ortiz', 'Bo Li'])
    expect(report.findings).toContain(
      `After the signature of “Bo Li”, the signature field “LecternSigner1” (object ${first}) was changed.`,
    )
  })
})

describe('who signed', () => {
  it('pins certificates, not names', async () => {
    const { base, dana, bo } = await signedRecord()
    const other = await identity('Dana Ortiz')
    const bytes = await signed(base, { identity: other, field: 'LecternSigner1' })
    const report = await reportOf(bytes, [dana, bo])
    const { verdict, signers, findings, missing } = report
    expect(verdict).toBe('intact')
    expect(missing).toEqual(['Dana Ortiz', 'Bo Li'])
    expect(verdictSentence(report)).toBe(
      'Intact, but perhaps signed by somebody else: revision 1 of this record was signed in the name of “Dana Ortiz” with another certificate than the one known here; nothing was changed since.',
    )
    expect(signers.map(({ known }) => known)).toEqual([false])
    expect(findings[0]).toBe(
      'A certificate in the name of “Dana Ortiz” is known here, but this signature was made with another one.',
    )
    expect(findings[1]).toBe(
      'The certificate of “Dana Ortiz” is not known here: compare its fingerprint with the signer.',
    )
  })

  it('knows a name again in other letters, and says so beside who did sign', async () => {
    const { once, dana, bo } = await signedRecord()
    const other = await identity('BO  \u200bＬi')
    const report = await reportOf(await signed(once, { identity: other, field: 'LecternSigner2' }), [
      dana,
      bo,
    ])
    expect(report).toMatchObject({ verdict: 'intact', missing: ['Bo Li'] })
    expect(verdictSentence(report)).toMatch(
      /^Intact, but perhaps signed by somebody else: revision 1 of this record was signed by “Dana Ortiz”, and in the name of “BO Ｌi” with another certificate than the one known here;/,
    )
  })

  it('names expected signers whose signature is missing or was cut off', async () => {
    const { once, twice, dana } = await signedRecord()
    expect(Buffer.from(twice.subarray(0, once.length)).equals(once)).toBe(true)
    const report = await reportOf(twice.subarray(0, once.length), [dana])
    expect(report).toMatchObject({ verdict: 'intact', missing: ['Bo Li'], findings: [] })
  })

  it('says when a field kept for one person was signed in the name of another', async () => {
    const { once, dana } = await signedRecord()
    const mallory = await identity('Mallory')
    const bytes = await signed(once, { identity: mallory, field: 'LecternSigner2' })
    const report = await reportOf(bytes, [dana, mallory])
    expect(report).toMatchObject({
      missing: ['Bo Li'],
      findings: ['The field kept for “Bo Li” was signed in the name of “Mallory”.'],
    })
  })
})
