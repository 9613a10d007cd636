import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'

import { formatClock, formatDay, formatMoment, parseMoment, toZone } from '../../../shared/capture/due'

const monday = { now: '2026-11-23T14:05:00.000+01:00', timeZone: 'Europe/Berlin' }

describe('parseMoment', () => {
  test.each([
    ['fri 17:00', '2026-11-27T17:00'],
    ['Friday', '2026-11-27T17:00'],
    ['on friday', '2026-11-27T17:00'],
    ['17:00 on friday', '2026-11-27T17:00'],
    ['Fri, 5 pm', '2026-11-27T17:00'],
    ['fri 5.30pm', '2026-11-27T17:30'],
    ['friday at 9.10', '2026-11-27T09:10'],
    ['friday 17.30', '2026-11-27T17:30'],
    ['friday noon', '2026-11-27T12:00'],
    ['friday 12am', '2026-11-27T00:00'],
    ['friday midnight', '2026-11-28T00:00'],
    ['friday eod', '2026-11-27T17:00'],
    ['end of day friday', '2026-11-27T17:00'],
    ['this friday', '2026-11-27T17:00'],
    ['next friday', '2026-12-04T17:00'],
    ['monday', '2026-11-23T17:00'],
    ['monday 15:00', '2026-11-23T15:00'],
    ['monday 9:00', '2026-11-30T09:00'],
    ['today', '2026-11-23T17:00'],
    ['tomorrow', '2026-11-24T17:00'],
    ['5pm tomorrow', '2026-11-24T17:00'],
    ['tomorrow morning', '2026-11-24T09:00'],
    ['day after tomorrow', '2026-11-25T17:00'],
    ['yesterday', '2026-11-22T17:00'],
    ['this afternoon', '2026-11-23T15:00'],
    ['tonight', '2026-11-23T20:00'],
    ['tonight at 10pm', '2026-11-23T22:00'],
    ['17:00', '2026-11-23T17:00'],
    ['13:00', '2026-11-24T13:00'],
    ['14:05', '2026-11-24T14:05'],
    ['at 9', '2026-11-24T09:00'],
    ['at noon', '2026-11-24T12:00'],
    ['17h30', '2026-11-23T17:30'],
    ['25 Nov 2026 14:00', '2026-11-25T14:00'],
    ['25 Nov 2026, 14:00', '2026-11-25T14:00'],
    ['Wednesday 25 November at 14:00', '2026-11-25T14:00'],
    ['nov 27', '2026-11-27T17:00'],
    ['fri nov 27', '2026-11-27T17:00'],
    ['25 nov 26', '2026-11-25T17:00'],
    ['25th of nov 26', '2026-11-25T17:00'],
    ['Nov 27th, 2026', '2026-11-27T17:00'],
    ['23 nov', '2026-11-23T17:00'],
    ['20 nov', '2027-11-20T17:00'],
    ['5 jan', '2027-01-05T17:00'],
    ['20 nov 2026', '2026-11-20T17:00'],
    ['27th', '2026-11-27T17:00'],
    ['the 3rd at noon', '2026-12-03T12:00'],
    ['the 31st', '2026-12-31T17:00'],
    ['25/11', '2026-11-25T17:00'],
    ['11/25/2026', '2026-11-25T17:00'],
    ['3.12.2026', '2026-12-03T17:00'],
    ['end of week', '2026-11-27T17:00'],
    ['end of next week', '2026-12-04T17:00'],
    ['end of month', '2026-11-30T17:00'],
    ['in 2 days', '2026-11-25T17:00'],
    ['in two weeks', '2026-12-07T17:00'],
    ['in two weeks at noon', '2026-12-07T12:00'],
    ['in a month', '2026-12-23T17:00'],
    ['in 3 hours', '2026-11-23T17:05'],
    ['in half an hour', '2026-11-23T14:35'],
    ['an hour from now', '2026-11-23T15:05'],
    ['in 2h30', '2026-11-23T16:35'],
    ['in 2 days 3 hours', '2026-11-25T17:05'],
    ['now', '2026-11-23T14:05'],
    ['2026-11-25', '2026-11-25T17:00'],
    ['2026-11-25 14:00', '2026-11-25T14:00'],
    ['2026-11-25T14:00:30', '2026-11-25T14:00'],
    ['2026-11-25T14:00:00Z', '2026-11-25T15:00'],
    ['2026-11-25T14:00:00.000+05:30', '2026-11-25T09:30'],
  ])('%s', (text, expected) => {
    expect(parseMoment(text, monday)).toBe(`${expected}:00.000+01:00`)
  })

  test.each([
    '',
    ' ',
    'me',
    'later',
    'november',
    '2026',
    '1700',
    '5',
    '25:00',
    '17:60',
    '2026-02-30',
    '30 feb',
    '29 feb',
  ])('is no date: "%s"', (text) => expect(parseMoment(text, monday)).toBeNull())

  test.each([
    'fri and more',
    'monday or tuesday',
    'mon-wed',
    'the friday release',
    'fri 17:00 CET',
    'constructor',
  ])('is not a date as a whole: "%s"', (text) => expect(parseMoment(text, monday)).toBeNull())

  test.each(['3/4', '03-04-2026', 'at 5', 'fri 17', '9.10', 'Mon 27 Nov', 'next month', 'this week', '13pm'])(
    'would be a guess: "%s"',
    (text) => expect(parseMoment(text, monday)).toBeNull(),
  )

  test('a date without a time is at the hour asked for', () => {
    expect(parseMoment('fri', monday, { hour: 9 })).toBe('2026-11-27T09:00:00.000+01:00')
    expect(parseMoment('2026-11-27', monday, { hour: 0 })).toBe('2026-11-27T00:00:00.000+01:00')
    expect(parseMoment('in 2 days', monday, { hour: 9 })).toBe('2026-11-25T09:00:00.000+01:00')
    expect(parseMoment('monday', monday, { hour: 9 })).toBe('2026-11-30T09:00:00.000+01:00')
  })

  test('the day is the one in the meeting, whatever the offset of now', () => {
    const now = '2026-11-23T23:30:00.000Z'
    expect(parseMoment('tomorrow', { now, timeZone: 'America/New_York' })).toBe(
      '2026-11-24T17:00:00.000-05:00',
    )
    expect(parseMoment('tomorrow', { now, timeZone: 'Pacific/Auckland' })).toBe(
      '2026-11-25T17:00:00.000+13:00',
    )
    expect(parseMoment('tomorrow', { now, timeZone: 'UTC' })).toBe('2026-11-24T17:00:00.000+00:00')
    expect(parseMoment('tomorrow', { now, timeZone: 'Europe/London' })).toBe('2026-11-24T17:00:00.000+00:00')
  })

  test('a wall clock time stays what it is over a change of the clocks', () => {
    const berlin = { now: '2026-10-24T12:00:00.000+02:00', timeZone: 'Europe/Berlin' }
    expect(parseMoment('tomorrow 9:00', berlin)).toBe('2026-10-25T09:00:00.000+01:00')
    expect(parseMoment('in 2 days', berlin)).toBe('2026-10-26T17:00:00.000+01:00')
    expect(parseMoment('in 24 hours', berlin)).toBe('2026-10-25T11:00:00.000+01:00')
    const newYork = { now: '2026-03-07T12:00:00.000-05:00', timeZone: 'America/New_York' }
    expect(parseMoment('tomorrow 9:00', newYork)).toBe('2026-03-08T09:00:00.000-04:00')
    expect(parseMoment('in 24 hours', newYork)).toBe('2026-03-08T13:00:00.000-04:00')
    const auckland = { now: '2026-09-26T12:00:00.000+12:00', timeZone: 'Pacific/Auckland' }
    expect(parseMoment('tomorrow 9:00', auckland)).toBe('2026-09-27T09:00:00.000+13:00')
  })

  test('a time that comes twice is the first, one that is skipped lies behind the jump', () => {
    expect(parseMoment('2026-10-25 02:30', monday)).toBe('2026-10-25T02:30:00.000+02:00')
    expect(parseMoment('25 Oct 2026 02:30', monday)).toBe('2026-10-25T02:30:00.000+02:00')
    expect(parseMoment('2026-03-29 02:30', monday)).toBe('2026-03-29T03:30:00.000+02:00')
    expect(parseMoment('2026-10-25T02:30:00+01:00', monday)).toBe('2026-10-25T02:30:00.000+01:00')
  })

  test('needs a moment and a zone to reckon from', () => {
    expect(parseMoment('fri', { now: 'soon', timeZone: 'Europe/Berlin' })).toBeNull()
    expect(parseMoment('fri', { now: monday.now, timeZone: 'Mars/Base' })).toBeNull()
  })
})

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'UTC',
  'Australia/Lord_Howe',
)
const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2031, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000).toISOString())
const wall = (moment: string | null) => moment?.slice(0, 16)

describe('parseMoment, for any moment and zone', () => {
  test('reads a date and a time as that wall clock', () => {
    fc.assert(
      fc.property(instant, instant, zone, (now, target, timeZone) => {
        const date = DateTime.fromISO(target, { zone: timeZone, locale: 'en-US' })
        const expected = date.toFormat("yyyy-MM-dd'T'HH:mm")
        for (const pattern of [
          'd LLL yyyy HH:mm',
          'cccc d LLLL yyyy, HH:mm',
          'yyyy-MM-dd HH:mm',
          "h:mm a 'on' LLL d, yyyy",
        ]) {
          expect(wall(parseMoment(date.toFormat(pattern), { now, timeZone }))).toBe(expected)
        }
        expect(parseMoment(date.toISO() ?? '', { now, timeZone })).toBe(toZone(target, timeZone))
      }),
    )
  })

  test('words lie ahead, on the right day', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 1, max: 7 }), (now, timeZone, weekday) => {
        const here = DateTime.fromISO(now, { zone: timeZone, locale: 'en-US' })
        const name = here.set({ weekday: weekday as 1 }).toFormat('cccc')
        const moment = DateTime.fromISO(parseMoment(name, { now, timeZone }) ?? '', { zone: timeZone })
        expect(moment.weekday).toBe(weekday)
        expect(moment.hour).toBe(17)
        expect(moment > here).toBe(true)
        expect(moment.startOf('day').diff(here.startOf('day'), 'days').days).toBeLessThanOrEqual(7)
        const tomorrow = here.plus({ days: 1 }).toFormat("yyyy-MM-dd'T'17:00")
        expect(wall(parseMoment('tomorrow', { now, timeZone }))).toBe(tomorrow)
        const dayAndMonth = DateTime.fromISO(parseMoment(here.toFormat('d LLLL'), { now, timeZone }) ?? '', {
          zone: timeZone,
        })
        if (here.toFormat('d.L.') !== '29.2.') expect(dayAndMonth.toISODate()).toBe(here.toISODate())
      }),
    )
  })

  test('"in … hours" is so many real hours', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 1, max: 400 }), (now, timeZone, hours) => {
        const moment = parseMoment(`in ${hours} hours`, { now, timeZone }) ?? ''
        expect(Date.parse(moment) - Date.parse(now)).toBe(hours * 3_600_000)
      }),
    )
  })

  test('any text gives null or a moment with an offset', () => {
    const word = fc.constantFrom(
      'fri',
      'next',
      'at',
      '5',
      '17:00',
      'may',
      '27',
      'nov',
      '2026',
      'in',
      'week',
      'day',
      '/',
      ',',
      'end of',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, instant, zone, (typed, now, timeZone) => {
        const moment = parseMoment(typed, { now, timeZone })
        if (moment !== null) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('showing moments', () => {
  const moment = '2026-11-27T16:00:00.000Z'

  test('in full, the clock, the day', () => {
    expect(formatMoment(moment, 'Europe/Berlin')).toBe('Fri 27 Nov 2026, 17:00')
    expect(formatMoment(moment, 'Pacific/Auckland')).toBe('Sat 28 Nov 2026, 05:00')
    expect(formatClock(moment, 'Asia/Kolkata')).toBe('21:30')
    expect(formatDay(moment, 'Europe/Berlin')).toBe('Fri 27 Nov 2026')
    expect(formatDay('2026-09-03T12:00:00Z', 'UTC')).toBe('Thu 3 Sep 2026')
  })

  test('with the offset of the zone', () => {
    expect(toZone(moment, 'Europe/Berlin')).toBe('2026-11-27T17:00:00.000+01:00')
    expect(toZone(moment, 'UTC')).toBe('2026-11-27T16:00:00.000+00:00')
  })

  test('text that is no moment stays as it is', () => {
    expect(formatMoment('soon', 'UTC')).toBe('soon')
    expect(formatClock('', 'UTC')).toBe('')
    expect(toZone('soon', 'UTC')).toBe('soon')
    expect(formatDay(moment, 'Mars/Base')).toBe(moment)
  })

  test('what is shown in full is read back', () => {
    fc.assert(
      fc.property(instant, zone, (target, timeZone) => {
        const shown = formatMoment(target, timeZone)
        const back = parseMoment(shown, { now: '2026-01-01T00:00:00Z', timeZone }) ?? ''
        expect(formatMoment(back, timeZone)).toBe(shown)
      }),
    )
  })
})
