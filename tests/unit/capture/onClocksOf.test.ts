import { describe, expect, it } from 'vitest'

import { toZone } from '../../../shared/capture/due'
import { onClocksOf } from '../../../shared/capture/zone'

const MINUTE = 60_000
const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe'] as const

describe('a moment on the clocks of a zone', () => {
  it.each(ZONES)('is what the calendar library says, in every month and by the minute in %s', (zone) => {
    for (let month = 0; month < 24; month += 1) {
      const first = Date.UTC(2026, month, 3, 7, 8, 9, 10)
      for (const moment of [first, first + MINUTE, first + 14 * 24 * 60 * MINUTE])
        expect(onClocksOf(zone, new Date(moment))).toBe(toZone(new Date(moment).toISOString(), zone))
    }
  })

  it.each([
    ['Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-10-25T01:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
    ['America/St_Johns', '2026-11-01T04:30:00Z'],
  ])('changes with the clocks of %s at %s', (zone, change) => {
    for (let by = -40; by <= 40; by += 1) {
      const moment = new Date(Date.parse(change) + by * MINUTE)
      expect(onClocksOf(zone, moment)).toBe(toZone(moment.toISOString(), zone))
    }
  })

  it('is in UTC where there is no such zone', () => {
    expect(onClocksOf('Nowhere/Land', new Date(0))).toBe('1970-01-01T00:00:00.000+00:00')
  })
})
