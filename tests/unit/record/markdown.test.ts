import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { draftFile } from '../../../shared/record/file'
import { recordMarkdown } from '../../../shared/record/markdown'
import { inert } from '../../../shared/record/markdownText'
import { textArb } from '../../helpers/arbValues'
import { finalisedHistoryArb } from '../../helpers/histories'
import { cellsOf, sectionsOf, shown } from '../../helpers/markdown'
import { idOf, Rehearsal, say } from '../../helpers/meetings'
import { endedMeeting, onRecord, recordOf } from '../../helpers/records'

const { finalise, signOff } = onRecord
const MADE = '2026-11-24T15:00:00.000+01:00'
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '![x](http://evil.example/p.png)',
  '[ref]: javascript:alert(1)',
  '<javascript:alert(1)>',
  'https://evil.example and www.evil.example',
  '&lt;b&gt; &amp; &#60;',
  '# heading',
  '- item',
  '+ item',
  '12. item',
  '3) item',
  '> quote',
  '---',
  '===',
  '```js',
  '~~~',
  '    code',
  '\tcode',
  '| a | b |\n|---|---|',
  'a\\|b \\',
  '*a* __b__ ~~c~~ `d` $e$',
  '{: onclick="alert(1)"} {{ site }} {% raw %}',
  'one\ntwo\r\nthree\u2028four',
  '\u0000\u001b[31m',
]
const hostileArb = fc.oneof(textArb, fc.constantFrom(...HOSTILE))

/** Text as a reader compares it: one line, control characters as one mark. */
function flat(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\uFFFD]/gu, '')
    .trim()
}

describe('inert text', () => {
  it.each(HOSTILE)('shows %j as it is and makes nothing of it', (text) => {
    const line = inert(text)
    expect(flat(shown(line))).toBe(flat(text))
    expect(line).not.toMatch(/[\n\r]|(?<!\\):\/\/|www\.|^(?:[#+\-=:>]|\d+[.)])/i)
  })

  it('shows any text as it is', () => {
    fc.assert(
      fc.property(hostileArb, hostileArb, (one, other) => {
        const text = `${one}${other}`
        expect(flat(shown(inert(text)))).toBe(flat(text))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a record as Markdown', () => {
  it('has the chapters of the PDF in its order', () => {
    const markdown = recordMarkdown(recordOf(endedMeeting().do(finalise(), signOff('A'))), MADE)
    expect(markdown).toMatch(/^# Halt release 4\.2\n\nDecision record\. Revision 1 · Tue 24 Nov 2026\n/)
    expect([...sectionsOf(markdown).keys()]).toEqual([
      'Summary',
      'What is at stake',
      'Objections and answers',
      'Who raised what',
      'Decisions',
      'Actions',
      'Notes',
      'Follow-up',
      'Closing',
      'Attendance',
      'Log',
      'Signatures and verification',
    ])
  })

  it('says what was decided, why, who objected and what was answered, and what comes next', () => {
    const sections = sectionsOf(recordMarkdown(recordOf(endedMeeting().do(finalise())), MADE))
    const summary = sections.get('Summary') ?? ''
    expect(summary).toContain('- **we halt**')
    expect(summary).toContain('**Why:** We stop the release: a memory leak.')
    expect(summary).toContain('**Objected:** Amara Okafor, objection, open: the deadline is tight')
    expect(summary).toContain('**Next step:** write to customers (Amara Okafor, by Fri 27 Nov 2026, 17:00)')
    expect(cellsOf(sections.get('Objections and answers') ?? '')).toEqual([
      [
        '14:00',
        'Amara Okafor',
        'objection',
        'the deadline is tight',
        'I hear you.\nThe fix takes to be confirmed.',
        'open',
      ],
    ])
  })

  it('of a revision names its fingerprint, sign-offs and signers; of a draft says that it is one', () => {
    const rehearsal = endedMeeting().do(finalise([idOf(8)], [idOf(1)]), signOff('Amara Okafor', idOf(1)))
    const file = recordOf(rehearsal)
    const markdown = recordMarkdown(file, MADE)
    expect(markdown.replaceAll(' ', '')).toContain(file.fingerprint)
    expect(markdown).toContain('- Signed off by Amara Okafor (Product Manager), ')
    expect(markdown).toContain('- Expected to sign: Amara Okafor (Product Manager)')
    expect(markdown).toContain('1 entry was left out of this record on purpose.')
    const draft = endedMeeting()
    expect(recordMarkdown(draftFile(draft.meeting, draft.log), MADE)).toContain(
      'Decision record. **DRAFT** · ',
    )
  })

  it('keeps hostile text inert in every place it can be', () => {
    fc.assert(
      fc.property(fc.array(hostileArb, { minLength: 1, maxLength: 6 }), (texts) => {
        const rehearsal = new Rehearsal()
        for (const text of texts) {
          rehearsal.try({
            type: 'addAttendee',
            attendee: { name: text, role: text, organisation: text, email: '' },
          })
          rehearsal.try(say.fact('bug', text))
        }
        rehearsal.do(say.start)
        for (const text of texts)
          for (const make of [say.note, say.decision, say.action, say.parking, say.objection])
            rehearsal.try(make(text))
        rehearsal.try({
          type: 'setDetails',
          title: texts[0] ?? '',
          plannedStart: null,
          place: texts[0] ?? '',
          timeZone: 'UTC',
        })
        const { meeting, log } = rehearsal
        const sections = sectionsOf(recordMarkdown(draftFile(meeting, log), MADE))
        const column = (name: string, index: number) =>
          cellsOf(sections.get(name) ?? '| |\n| --- |').map((row) => flat(row[index] ?? ''))
        const wanted = (list: readonly { readonly text: string }[]) => list.map(({ text }) => flat(text))
        if (meeting.notes.length > 0) expect(column('Notes', 1)).toEqual(wanted(meeting.notes))
        if (meeting.actions.length > 0) expect(column('Actions', 1)).toEqual(wanted(meeting.actions))
        if (meeting.parkingLot.length > 0)
          expect(column('Parking lot', 1)).toEqual(wanted(meeting.parkingLot))
        expect(cellsOf(sections.get('Log') ?? '').length).toBe(
          log.length - log.findIndex(({ body }) => body.type === 'meeting.started'),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('of any meeting holds no HTML but line breaks', () => {
    fc.assert(
      fc.property(finalisedHistoryArb, (commands) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) rehearsal.try(command)
        const file = draftFile(rehearsal.meeting, rehearsal.log)
        expect(recordMarkdown(file, MADE).replaceAll('<br>', '')).not.toMatch(/[<\r]|\]\(/)
      }),
      { numRuns: 60 },
    )
  })
})
