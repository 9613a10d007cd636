import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'

import { formatEstimate, parseEstimate, proposedDate, totalEstimate } from '../../../shared/plan/estimate'

describe('parseEstimate', () => {
  test.each([
    ['4–6 hours', 4, 6],
    ['4-6h', 4, 6],
    ['4 — 6', 4, 6],
    ['4 to 6', 4, 6],
    ['4h-6', 4, 6],
    ['between 4 and 6 hours', 4, 6],
    ['2 or 3 hours', 2, 3],
    ['3 h', 3, 3],
    ['  3 Hrs. ', 3, 3],
    ['about 3 hours', 3, 3],
    ['7', 7, 7],
    ['90 min', 1.5, 1.5],
    ['30-45 minutes', 0.5, 0.75],
    ['90 minutes – 2 hours', 1.5, 2],
    ['20 min to 3 hours', 1 / 3, 3],
    ['1.5–2 days', 36, 48],
    ['1,5 h', 1.5, 1.5],
    ['2½ hours', 2.5, 2.5],
    ['½ h', 0.5, 0.5],
    ['2 hours 30', 2.5, 2.5],
    ['2h30', 2.5, 2.5],
    ['2h30m', 2.5, 2.5],
    ['2 hours and 30 minutes', 2.5, 2.5],
    ['2:30', 2.5, 2.5],
    ['1 day 4 hours', 28, 28],
    ['1 week', 168, 168],
    ['half an hour', 0.5, 0.5],
    ['a half hour', 0.5, 0.5],
    ['an hour', 1, 1],
    ['two and a half hours', 2.5, 2.5],
    ['an hour and a half', 1.5, 1.5],
    ['a couple of hours', 2, 2],
    ['up to 2 hours', 0, 2],
    ['0–3 hours', 0, 3],
  ])('%s', (text, min, max) => {
    const estimate = parseEstimate(text)
    expect(estimate?.min).toBeCloseTo(min, 9)
    expect(estimate?.max).toBeCloseTo(max, 9)
  })

  test.each([
    '',
    ' ',
    'soon',
    '-3',
    '0',
    '0 h',
    '6–4',
    '30–2 hours',
    '4 hours 90',
    '3 to 4 to 5',
    '1,000 h',
    '20000',
  ])('is not understood: "%s"', (text) => expect(parseEstimate(text)).toBeNull())

  test.each(['a month', '4 apples', '4 hours late', '2 h 3 h', '4–', '–4', '4 hours 4.5.6', '{{x}}', '1e3'])(
    'is not understood: "%s"',
    (text) => expect(parseEstimate(text)).toBeNull(),
  )

  test('any text gives null or a range an estimate may hold', () => {
    const piece = fc.constantFrom(
      '4',
      '6',
      '30',
      '.',
      ',',
      '-',
      '–',
      ' to ',
      ' ',
      'h',
      'min',
      'day',
      'half',
      'a',
      ' and ',
      ':',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const estimate = parseEstimate(typed)
        if (estimate === null) return
        expect(estimate.min).toBeGreaterThanOrEqual(0)
        expect(estimate.max).toBeGreaterThan(0)
        expect(estimate.max).toBeLessThanOrEqual(10_000)
        expect(estimate.min).toBeLessThanOrEqual(estimate.max)
      }),
    )
  })
})

describe('formatEstimate', () => {
  test.each([
    [4, 6, '4–6 hours'],
    [3, 3, '3 hours'],
    [1, 1, '1 hour'],
    [0.5, 0.75, '30–45 minutes'],
    [0.5, 1, '30–60 minutes'],
    [1 / 60, 1 / 60, '1 minute'],
    [1.5, 1.5, '1.5 hours'],
    [1.5, 2, '1.5–2 hours'],
    [2.25, 2.25, '2 hours 15 minutes'],
    [1.25, 2, '75–120 minutes'],
    [1 / 3, 3, '20 minutes to 3 hours'],
    [0, 2, 'up to 2 hours'],
    [24, 24, '24 hours'],
    [36, 48, '1.5–2 days'],
    [72, 72, '3 days'],
    [47, 50, '47–50 hours'],
  ])('%d to %d hours: %s', (min, max, text) => {
    expect(formatEstimate({ min, max })).toBe(text)
  })

  test('is read back as the same minutes', () => {
    const minutes = fc.oneof(fc.integer({ min: 0, max: 600_000 }), fc.integer({ min: 0, max: 6000 }))
    fc.assert(
      fc.property(minutes, minutes, (one, other) => {
        const [min, max] = [Math.min(one, other), Math.max(one, other, 1)]
        const back = parseEstimate(formatEstimate({ min: min / 60, max: max / 60 }))
        expect(back).not.toBeNull()
        expect(Math.round((back?.min ?? -1) * 60)).toBe(min)
        expect(Math.round((back?.max ?? -1) * 60)).toBe(max)
      }),
    )
  })
})

const task = (min: number, max: number) => ({ id: `t${min}-${max}`, text: 'a task', estimate: { min, max } })
const open = { id: 'open', text: 'a task', estimate: null }
const start = '2026-11-25T14:00:00.000+01:00'

describe('totalEstimate', () => {
  test('adds both ends', () => {
    expect(totalEstimate([task(4, 6), task(2, 3)])).toEqual({ min: 6, max: 9 })
    expect(totalEstimate([task(0.1, 0.2), task(0.2, 0.4)])).toEqual({ min: 0.3, max: 0.6 })
  })

  test('has nothing to say without a task or with one not estimated', () => {
    expect(totalEstimate([])).toBeNull()
    expect(totalEstimate([task(1, 2), open])).toBeNull()
  })
})

type Undated = Omit<Parameters<typeof proposedDate>[0], 'workingHours'>

/** The proposed date of a plan that runs round the clock. */
function proposedOn(plan: Undated, fallback: string | null): string | null {
  return proposedDate({ ...plan, workingHours: null }, fallback, 'Europe/Berlin')
}

describe('proposedDate', () => {
  test('is the start plus the upper ends', () => {
    const plan = { tasks: [task(4, 6), task(2, 3)], start }
    expect(proposedOn(plan, null)).toBe('2026-11-25T23:00:00.000+01:00')
    expect(proposedOn(plan, '2020-01-01T00:00:00.000Z')).toBe('2026-11-25T23:00:00.000+01:00')
  })

  test('falls back to the other start and keeps its offset', () => {
    const plan = { tasks: [task(4, 6)], start: null }
    expect(proposedOn(plan, '2026-11-25T22:00:00.000-05:00')).toBe('2026-11-26T04:00:00.000-05:00')
  })

  test('counts clock hours, minutes too', () => {
    expect(proposedOn({ tasks: [task(1, 4 / 3)], start }, null)).toBe('2026-11-25T15:20:00.000+01:00')
  })

  test('is missing while a part is', () => {
    expect(proposedOn({ tasks: [], start }, start)).toBeNull()
    expect(proposedOn({ tasks: [task(1, 2), open], start }, start)).toBeNull()
    expect(proposedOn({ tasks: [task(1, 2)], start: null }, null)).toBeNull()
    expect(proposedOn({ tasks: [task(1, 2)], start: 'soon' }, null)).toBeNull()
  })

  test('lies as many real hours ahead as the estimates add up to', () => {
    const hours = fc.integer({ min: 1, max: 4000 }).map((quarters) => quarters / 4)
    const offset = fc.constantFrom('Z', '+01:00', '-09:30', '+13:45')
    fc.assert(
      fc.property(fc.array(hours, { minLength: 1, maxLength: 8 }), offset, (uppers, zone) => {
        const from = `2026-10-25T01:30:00.000${zone}`
        const date = proposedOn({ tasks: uppers.map((max) => task(0, max)), start: from }, null)
        const sum = uppers.reduce((total, max) => total + max, 0)
        expect(Date.parse(date ?? '') - Date.parse(from)).toBe(sum * 3_600_000)
        expect(DateTime.fromISO(date ?? '', { setZone: true }).offset).toBe(
          DateTime.fromISO(from, { setZone: true }).offset,
        )
      }),
    )
  })
})
