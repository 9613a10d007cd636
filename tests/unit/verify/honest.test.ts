import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import { verifyHere } from '../../../electron/record/verifyPdf'
import type { RecordFile } from '../../../shared/record/schema'
import type { Paper } from '../../../shared/record/signatureFields'
import { say as sentences } from '../../../shared/verify/sentences'
import { Rehearsal, say } from '../../helpers/meetings'
import { ordinary } from '../record/meetings'
import { revisionOf, scribble } from '../record/records'
import { AT, RESOURCES } from '../sign/signing'

async function findingsOn(file: RecordFile, paper: Paper): Promise<readonly string[]> {
  const { bytes } = await renderPdf({ file, madeAt: AT, paper, resources: RESOURCES })
  const known = { fingerprints: [], names: [] }
  const { verdict, findings } = (await verifyHere({ bytes, known, resources: RESOURCES })).report
  const others = findings.filter((finding) => finding !== sentences.otherScript)
  expect({ verdict, others }).toEqual({ verdict: 'unsigned', others: [] })
  return findings
}

/** A revision whose every entry is in the given words, over several pages. */
function worded(title: string, words: string): RecordFile {
  const long = Array.from({ length: 40 }, () => words).join(' ')
  const rehearsal = new Rehearsal().do(
    { type: 'setDetails', title, plannedStart: null, place: words, timeZone: 'Europe/Berlin' },
    say.start,
    say.note(words),
    say.decision(words),
    say.action(words),
    ...Array.from({ length: 12 }, () => say.note(long)),
    say.end,
  )
  const marks = [['Priya Nair', '', scribble()]] as const
  const signers = Array.from({ length: 24 }, (_none, index) => ({
    name: `${words} ${index}`.slice(0, 80),
    role: words,
  }))
  return revisionOf(rehearsal, { signers, marks })
}

describe('an honest record is not accused', () => {
  it.each(['A4', 'Letter'] as const)('with everything in it, on %s', async (paper) => {
    const file = revisionOf(ordinary(), { marks: [['Priya Nair', '', scribble()]] })
    expect(await findingsOn(file, paper)).toEqual([])
  })

  it.each([
    ['decision', say.decision],
    ['note', say.note],
    ['objection', say.objection],
  ])('with a first %s longer than is kept with its heading', async (_kind, command) => {
    const long = 'We halt the release until the cause is known and everybody has agreed. '.repeat(56)
    const rehearsal = new Rehearsal().do(say.start, command(long.trim()), say.end)
    expect(await findingsOn(revisionOf(rehearsal), 'A4')).toEqual([])
  })

  it.each([
    [
      'Latin',
      'Release 4.2 halt: übermäßig großer Speicher',
      'der Server läuft voll, ﬁnal “naïve” café – 10² °C',
    ],
    ['Greek and Cyrillic', 'Απόφαση / Решение', 'Отложить выпуск до понедельника, η απόφαση'],
    ['Hebrew', 'החלטה על עצירת הגרסה לפני השחרור', 'התקציב 12,900 € עד 5.1'],
    ['Arabic', 'قرار إيقاف الإصدار قبل النشر', 'الميزانية 12,900 يورو حتى الاثنين'],
    ['Chinese', '关于停止发布版本四点二的决定以及后续修复计划', '服务器内存持续增长，需要推迟发布'],
    ['Hindi', 'निर्णय: रिलीज़ रोकें', 'सर्वर की मेमोरी बढ़ती जाती है'],
    ['Thai', 'การตัดสินใจหยุดการเผยแพร่', 'หน่วยความจำเพิ่มขึ้นเรื่อยๆ'],
    ['emoji', 'Halt 🚀 now 👩🏽‍💻', 'ship it 🎉 never 🙈'],
  ])('in %s', async (_script, title, words) => {
    await findingsOn(worded(title, words), 'A4')
  })
})
