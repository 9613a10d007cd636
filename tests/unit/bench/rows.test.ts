import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { benchRowSchema, figuresOf, percentile, rowOf } from '../../bench/rows'

const WHAT = { part: 'live', name: 'capture', unit: 'ms' }
const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

describe('the figures of a measurement', () => {
  it('are percentiles by nearest rank', () => {
    expect(figuresOf(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100, n: 100 })
    expect(figuresOf([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7, n: 1 })
    expect(figuresOf([])).toEqual({ p50: null, p95: null, p99: null, max: null, n: 0 })
    expect(percentile([3, 1, 2], 0)).toBe(1)
  })

  it('are samples that so many samples do not exceed', () => {
    const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(samples, fc.constantFrom(0.5, 0.95, 0.99, 1), (all, share) => {
        const value = percentile(all, share) ?? NaN
        expect(all).toContain(value)
        expect(all.filter((each) => each <= value).length).toBeGreaterThanOrEqual(share * all.length)
        expect(all.filter((each) => each < value).length).toBeLessThan(share * all.length)
      }),
    )
  })
})

describe('a row', () => {
  it('names what it was compared with and the percentile of the ratio', () => {
    const row = rowOf(WHAT, hundred, { name: 'raw write', samples: hundred.map((each) => each / 2) })
    expect(benchRowSchema.parse(row)).toEqual({
      ...WHAT,
      ...figuresOf(hundred),
      baseline: 'raw write',
      ratio: 2,
      ratioOf: 'p95',
    })
  })

  it('compares another percentile where that is asked for', () => {
    const even = { name: 'even', samples: [10, 10, 10, 10] }
    expect(rowOf(WHAT, hundred, even, 'p99')).toMatchObject({ baseline: 'even', ratio: 9.9, ratioOf: 'p99' })
    expect(rowOf(WHAT, hundred, even, 'p50')).toMatchObject({ ratio: 5, ratioOf: 'p50' })
    expect(rowOf(WHAT, hundred, even, 'max')).toMatchObject({ ratio: 10, ratioOf: 'max' })
  })

  it('has no ratio without a baseline, nor with one that was not measured', () => {
    expect(benchRowSchema.parse(rowOf(WHAT, [1]))).toMatchObject({
      baseline: null,
      ratio: null,
      ratioOf: null,
    })
    const row = rowOf(WHAT, [1], { name: 'SQLite (not installed)', samples: [] })
    expect(benchRowSchema.parse(row)).toMatchObject({ n: 1, ratio: null, ratioOf: null })
    expect(benchRowSchema.parse(rowOf(WHAT, []))).toMatchObject({ p50: null, n: 0 })
  })
})
