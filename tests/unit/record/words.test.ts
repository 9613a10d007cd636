import { describe, expect, it } from 'vitest'

import { recordDocument } from '../../../shared/record/document'
import { logLines } from '../../../shared/record/logWords'
import { clipped, clockOrDay, count, listed, whenHeld, zoneName } from '../../../shared/record/words'
import { after, created, decided, ended, MADE_AT, meetingOf, noted, ordinary, started } from './meetings'

describe('words', () => {
  it('counts and lists', () => {
    expect([count(1, 'note'), count(3, 'note')]).toEqual(['1 note', '3 notes'])
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c'])
  })

  it('clips between words, and never within a character', () => {
    expect(clipped('one two three', 9)).toBe('one two…')
    expect(clipped('𝕏𝕏𝕏𝕏', 3)).toBe('𝕏𝕏…')
    expect(clipped('short', 9)).toBe('short')
  })

  it('names the day only where it is another one', () => {
    expect(clockOrDay(after(5), after(0), 'Europe/Berlin')).toBe('14:05')
    expect(clockOrDay('2026-11-24T00:10:00+01:00', after(0), 'Europe/Berlin')).toBe('Tue 24 Nov 2026, 00:10')
  })

  it('names the zone with its distance from UTC, also in summer', () => {
    expect(zoneName('Europe/Berlin', '2026-07-01T12:00:00Z')).toBe('Europe/Berlin (UTC+2)')
    expect(zoneName('Asia/Kolkata', MADE_AT)).toBe('Asia/Kolkata (UTC+5:30)')
    expect(zoneName('UTC', MADE_AT)).toBe('UTC')
  })

  it('says when the meeting was, is or will be', () => {
    const at = {
      plannedStart: after(0),
      startedAt: null,
      endedAt: null,
      breaks: [],
      timeZone: 'Europe/Berlin',
    }
    expect(whenHeld(at)).toBe('planned for Mon 23 Nov 2026, 14:00')
    expect(whenHeld({ ...at, startedAt: after(1) })).toBe('Mon 23 Nov 2026, 14:01, not ended')
    expect(whenHeld({ ...at, startedAt: after(1), endedAt: after(75) })).toBe(
      'Mon 23 Nov 2026, 14:01 to 15:15 (1 h 14 min)',
    )
    const breaks = [{ from: after(10), to: after(25) }]
    expect(whenHeld({ ...at, startedAt: after(1), endedAt: after(75), breaks })).toBe(
      'Mon 23 Nov 2026, 14:01 to 15:15 (59 min without breaks)',
    )
  })
})

describe('logLines', () => {
  it('begins at the start of the meeting and tells what happened', () => {
    const { meeting, log } = ordinary()
    const lines = logLines(meeting, log).map(({ what }) => what)
    expect(lines[0]).toBe('Meeting started')
    expect(lines.at(-1)).toBe('Meeting ended')
    expect(lines).toContain(
      '“The deadline is tight and marketing has already announced the date” is now answered',
    )
  })

  it('is empty for a meeting that has not started', () => {
    const { meeting, log } = meetingOf([created()])
    expect(logLines(meeting, log)).toEqual([])
  })
})

describe('recordDocument', () => {
  it('is plain data that can be copied to another thread', () => {
    const document = recordDocument({ ...ordinary(), draft: true, madeAt: MADE_AT })
    expect(structuredClone(document)).toEqual(document)
  })

  it('names in one line what was not recorded', () => {
    const made = meetingOf([created(), started, decided(1, 1, 'Go'), noted(2, 1, 'x'), ended(3)])
    const text = JSON.stringify(recordDocument({ ...made, draft: true, madeAt: MADE_AT }))
    expect(text).toContain(
      'Nothing was recorded under: objections, actions, parking-lot items and attendance.',
    )
  })
})
