import { describe, expect, it } from 'vitest'

import { clipped, clockOrDay, count, listed, whenHeld, zoneName } from '../../../shared/record/words'
import { after, MADE_AT } from './meetings'

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
