import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { withActionsNow } from '../../../shared/record/actionsNow'
import { actionsCsv } from '../../../electron/record/csv'
import { draftFile } from '../../../shared/record/file'
import { readCsv } from '../../helpers/csv'
import { textArb } from '../../helpers/arbValues'
import { idOf, must, Rehearsal, say } from '../../helpers/meetings'
import { endedMeeting, onRecord, recordOf } from '../../helpers/records'

const live = () => new Rehearsal().do(say.start)
const csvOf = ({ meeting, log }: Rehearsal) => must(actionsCsv(draftFile(meeting, log).record))
const firstText = (rehearsal: Rehearsal) => readCsv(csvOf(rehearsal).slice(1))[1]?.[1] ?? ''

describe('the table of actions', () => {
  it('is UTF-8 with a byte order mark and CRLF, one row an action', () => {
    const text = csvOf(endedMeeting())
    expect(text.startsWith('\uFEFF"No.","Action"')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(readCsv(text.slice(1))).toEqual([
      ['No.', 'Action', 'Owner', 'Due', 'Status', 'Captured', 'Time zone', 'Meeting'],
      [
        '1',
        'write to customers',
        'Amara Okafor',
        '2026-11-27 17:00',
        'open',
        '2026-11-24 14:00',
        'Europe/Berlin',
        'Halt release 4.2',
      ],
    ])
  })

  it.each(['=cmd|/c calc!A0', '+1+1', '-2+3', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x', '\u200B=1+1'])(
    'makes %j inert',
    (typed) => {
      expect(firstText(live().do(say.action(typed)))).toBe(`'${typed}`)
    },
  )

  it.each(['\t=1', '\r=1', '\n=1', ' =1'])('makes %j inert where nobody trimmed it', (text) => {
    const { meeting, log } = live().do(say.action('x'))
    const { record } = draftFile(meeting, log)
    const changed = { ...record, actions: record.actions.map((action) => ({ ...action, text })) }
    expect(readCsv(must(actionsCsv(changed)).slice(1))[1]?.[1]).toMatch(/^'/)
  })

  it('hides no formula behind a separator of another country or a line break', () => {
    expect(firstText(live().do(say.action('a;=1+1')))).toBe("a;'=1+1")
    expect(firstText(live().do(say.action('a\n@x')))).toBe("a\n'@x")
  })

  it('holds every text as typed, but for the apostrophes', () => {
    fc.assert(
      fc.property(fc.array(textArb, { minLength: 1, maxLength: 5 }), (texts) => {
        const rehearsal = live()
        const kept = texts.filter((text) => rehearsal.try(say.action(text)).ok)
        if (kept.length === 0) return
        const cells = readCsv(csvOf(rehearsal).slice(1)).slice(1)
        const plain = (text: string) => text.replaceAll("'", '')
        expect(cells.map(([, text]) => plain(text ?? ''))).toEqual(
          rehearsal.meeting.actions.map(({ text }) => plain(text)),
        )
        for (const text of cells.flat()) expect(text).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
      }),
      { numRuns: 200 },
    )
  })

  it('says how the actions of a revision stand now, and refuses when there are none', () => {
    const rehearsal = endedMeeting().do(onRecord.finalise(), {
      type: 'setActionStatus',
      action: idOf(7),
      status: 'done',
    })
    const { record } = recordOf(rehearsal)
    expect(must(actionsCsv(withActionsNow(record, rehearsal.meeting)))).toContain('"done"')
    expect(must(actionsCsv(record))).toContain('"open"')
    const { meeting, log } = live()
    expect(actionsCsv(draftFile(meeting, log).record)).toMatchObject({
      ok: false,
      refusal: { code: 'nothing', sentence: expect.stringMatching(/\.$/) },
    })
  })
})
