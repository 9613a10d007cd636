import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { inflateNode } from '../../../electron/record/inflate'
import { renderPdf } from '../../../electron/record/renderPdf'
import { openPdf } from '../../../shared/pdf/document'
import type { RecordFile } from '../../../shared/record/schema'
import type { Paper } from '../../../shared/record/signatureFields'
import { comparePrinted } from '../../../shared/verify/printed'
import { historyArb } from '../../helpers/histories'
import { Rehearsal, say } from '../../helpers/meetings'
import { valueOf } from '../identity/identities'
import { draftOf, revisionOf } from '../record/records'
import { AT, RESOURCES } from '../sign/signing'

const RUNS = 12

/** What a PDF printed from one record says against another, which is mostly the same. */
async function compared(printed: RecordFile, attached: RecordFile = printed, paper: Paper = 'A4') {
  const { bytes } = await renderPdf({ file: printed, madeAt: AT, paper, resources: RESOURCES })
  return comparePrinted(valueOf(openPdf(bytes, { inflate: inflateNode })), attached).faults
}

const signers = [
  { name: 'Dana Ortiz', role: 'Release manager' },
  { name: 'Bo Li', role: '' },
]

describe('the printed text', () => {
  it('is that of the attached record, whatever was captured', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(historyArb, fc.boolean(), async (commands, letter) => {
        const made = new Rehearsal()
        for (const command of commands) made.try(command)
        expect(await compared(draftOf(made), undefined, letter ? 'Letter' : 'A4')).toEqual([])
        expect(await compared(revisionOf(made, { signers }), undefined, letter ? 'Letter' : 'A4')).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  it.each([
    ['a text that is broken over pages', 'the deadline is tight and everybody knows it. '.repeat(180)],
    ['Arabic and Hebrew words', 'قرر الفريق تأجيل الإصدار 4.2 حتى (الجمعة) שלום לכולם and on'],
    [
      'numbers among Hebrew words',
      'ב-14:05 5 דקות ל-12,900 ₪ (עד 21,900) v4.2ש 2026-11-23 על beta-3'.repeat(3),
    ],
    ['numbers among Arabic words', 'في 14:05 قرر الفريق دفع 12,900 و٢١٬٩٠٠ خلال 5 دقائق (beta 3)'],
    ['Hebrew over pages', 'הוחלט לשלם 12,900 עד 25/11/2026 בשעה 14:00. '.repeat(120)],
    ['Devanagari and Thai', 'हम रिलीज़ 4.2 रोक रहे हैं และเราหยุด 12,900 บาท with beta'],
    ['ligatures and accents', 'office ffi ﬁnd Zoë Zoe\u0308 İstanbul Đặng'],
    ['what no font has', '\u{13000}\u{1F9FF} and \u0007 then [U+0041] as typed'],
    ['a word without a blank', 'x'.repeat(4_000)],
    ['Chinese, Japanese and Korean', '我们决定停止发布。リリースを止める。출시를 중단한다.'],
  ])('is that of the record with %s', async (_what, text) => {
    const made = new Rehearsal().do(
      say.start,
      say.note('before'),
      say.decision(text),
      say.note(text),
      say.note('after'),
    )
    expect(await compared(revisionOf(made, { signers }))).toEqual([])
  })

  it('is that of a record whose tables go over many pages', async () => {
    const made = new Rehearsal().do(say.start)
    for (let number = 0; number < 150; number += 1)
      made.do(say.note(`${number} a note, and ${'more '.repeat(number % 40)}`))
    expect(await compared(revisionOf(made, { signers }), undefined, 'Letter')).toEqual([])
  })
})
