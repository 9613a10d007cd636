import { describe, expect, it } from 'vitest'

import { addWorkingMinutes } from '../../../shared/plan/workingHours'

const OFFICE = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
const add = (start: string, hours: number, office = OFFICE) =>
  addWorkingMinutes(start, hours * 60, office, 'Europe/Berlin')

describe('addWorkingMinutes', () => {
  it('stays inside one day', () => {
    expect(add('2026-11-24T10:00:00.000+01:00', 3)).toBe('2026-11-24T13:00:00.000+01:00')
  })

  it('goes on the next morning, and over a weekend', () => {
    expect(add('2026-11-24T15:00:00.000+01:00', 4)).toBe('2026-11-25T11:00:00.000+01:00')
    expect(add('2026-11-27T16:00:00.000+01:00', 2)).toBe('2026-11-30T10:00:00.000+01:00')
  })

  it('begins when work begins', () => {
    expect(add('2026-11-24T06:00:00.000+01:00', 1)).toBe('2026-11-24T10:00:00.000+01:00')
    expect(add('2026-11-24T22:00:00.000+01:00', 1)).toBe('2026-11-25T10:00:00.000+01:00')
    expect(add('2026-11-28T12:00:00.000+01:00', 1)).toBe('2026-11-30T10:00:00.000+01:00')
  })

  it('ends at the close of a day, not at the next opening', () => {
    expect(add('2026-11-24T09:00:00.000+01:00', 8)).toBe('2026-11-24T17:00:00.000+01:00')
  })

  it('counts the day the clocks change by the wall clock', () => {
    const sunday = { days: [7], from: '00:00', to: '23:00' }
    expect(add('2026-10-25T00:00:00.000+02:00', 24, sunday)).toBe('2026-10-25T23:00:00.000+01:00')
  })

  it('gives no date for work that never ends', () => {
    expect(add('2026-11-24T09:00:00.000+01:00', 100_000)).toBeNull()
  })
})
