import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { shownAt } from '../../../renderer/desk/live/useSection'

const heights = fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 300 })

describe('the section of a long list', () => {
  it('covers what is in sight, and stands for the rest with exactly its height', () => {
    fc.assert(
      fc.property(heights, fc.nat(1_000), fc.integer({ min: 1, max: 1_200 }), (all, share, height) => {
        const whole = all.reduce((sum, each) => sum + each, 0)
        const top = Math.max(0, ((whole - height) * share) / 1_000)
        const { from, to, before, after } = shownAt({ top, height }, all.length, (at) => all[at] ?? 0)
        const end = Math.min(to, all.length)
        const shown = all.slice(from, end).reduce((sum, each) => sum + each, 0)
        expect(before + shown + after).toBe(whole)
        expect(before).toBeLessThanOrEqual(top)
        expect(before + shown).toBeGreaterThanOrEqual(Math.min(whole, top + height))
      }),
    )
  })

  it('stays at the end of a list that grows', () => {
    const chunks = Array.from({ length: 50 }, () => 1_000)
    const { to, after } = shownAt({ top: 49_500, height: 500 }, 50, (at) => chunks[at] ?? 0)
    expect({ to, after }).toEqual({ to: Infinity, after: 0 })
  })

  it('shows the end when it was scrolled past it', () => {
    expect(shownAt({ top: 90_000, height: 500 }, 5, () => 1_000)).toMatchObject({ to: Infinity, after: 0 })
  })
})
