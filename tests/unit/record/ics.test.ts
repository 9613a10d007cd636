import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { draftFile } from '../../../shared/record/file'
import { recordIcs } from '../../../shared/record/ics'
import { linesOf, partsOf, readCalendar, type CalendarPart } from '../../helpers/calendar'
import { textArb } from '../../helpers/arbValues'
import { idOf, must, Rehearsal, say } from '../../helpers/meetings'
import { endedMeeting } from '../../helpers/records'

const MADE = '2026-11-24T15:00:00.000+01:00'
const DUE = '2026-11-27T17:00:00.000+01:00'
const icsOf = ({ meeting, log }: Rehearsal) => recordIcs(draftFile(meeting, log).record, MADE)
const eventsOf = (rehearsal: Rehearsal) => partsOf(readCalendar(must(icsOf(rehearsal))), 'VEVENT')
const valueOf = (event: CalendarPart | undefined, name: string) => linesOf(event, name)[0]?.value ?? null

/** A text value as RFC 5545 (3.3.11) has it. */
function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))
}

describe('the calendar of a record', () => {
  it('holds the follow-up and each open action that is due, in the zone of the meeting', () => {
    const [followUp, action, ...more] = eventsOf(endedMeeting())
    expect(more).toEqual([])
    expect(linesOf(followUp, 'DTSTART')).toMatchObject([
      { parameters: ['TZID=Europe/Berlin'], value: '20261125T090000' },
    ])
    expect(linesOf(followUp, 'DTEND')).toMatchObject([{ value: '20261125T093000' }])
    expect(valueOf(followUp, 'SUMMARY')).toBe('Follow-up: Halt release 4.2')
    expect(valueOf(followUp, 'LOCATION')).toBe('Room 4')
    expect(valueOf(followUp, 'DESCRIPTION')).toBe('Go?')
    expect(linesOf(action, 'DTSTART')).toMatchObject([
      { parameters: ['TZID=Europe/Berlin'], value: '20261127T170000' },
    ])
    expect(linesOf(action, 'DTEND')).toEqual([])
    expect(valueOf(action, 'SUMMARY')).toBe('Due: write to customers')
    expect(valueOf(action, 'TRANSP')).toBe('TRANSPARENT')
    expect(unescaped(valueOf(action, 'DESCRIPTION') ?? '')).toContain('Owner: Amara Okafor')
    expect(valueOf(action, 'UID')).toBe(idOf(7))
    for (const event of [followUp, action]) expect(valueOf(event, 'DTSTAMP')).toBe('20261124T140000Z')
  })

  it('has the zone that its times name', () => {
    const [zone] = partsOf(readCalendar(must(icsOf(endedMeeting()))), 'VTIMEZONE')
    expect(valueOf(zone, 'TZID')).toBe('Europe/Berlin')
  })

  it('leaves out what is done, dropped or not dated', () => {
    const rehearsal = new Rehearsal().do(say.start, say.action('done', null, DUE), say.action('undated'), {
      type: 'setActionStatus',
      action: idOf(2),
      status: 'done',
    })
    expect(icsOf(rehearsal)).toMatchObject({
      ok: false,
      refusal: { code: 'nothing', sentence: expect.stringMatching(/^There is nothing .*\.$/) },
    })
  })

  it('keeps every text in its place: escaped, folded, without control characters', () => {
    const hostile = fc.oneof(
      textArb,
      fc.constantFrom(
        'a;b,c\\n:d',
        'x\r\nEND:VEVENT\r\nBEGIN:VALARM',
        'x\rATTENDEE:mailto:a@b',
        '\u0085\u2028y',
        '𝄞'.repeat(200),
        'ü'.repeat(300),
      ),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const rehearsal = new Rehearsal().do(say.start, {
          type: 'setFollowUp',
          followUp: { when: DUE, where: text, agenda: text },
        })
        rehearsal.try(say.action(text, null, DUE))
        const events = eventsOf(rehearsal)
        expect(events).toHaveLength(1 + rehearsal.meeting.actions.length)
        for (const event of events) {
          expect(event.parts).toEqual([])
          expect(linesOf(event, 'ATTENDEE')).toEqual([])
          expect(event.lines.map(({ value }) => value).join('')).not.toMatch(/\p{Cc}/u)
        }
        const agenda = unescaped(valueOf(events[0], 'DESCRIPTION') ?? '')
        const flat = (words: string) => words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
        expect(flat(agenda)).toBe(flat(text))
      }),
      { numRuns: 200 },
    )
  })
})
