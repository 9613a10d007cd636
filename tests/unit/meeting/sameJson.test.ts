import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalJson } from '../../../shared/meeting/log'
import { sameJson } from '../../../shared/meeting/sameJson'

describe('two values of JSON', () => {
  it('are the same exactly when their canonical forms are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
        expect(sameJson(a, JSON.parse(JSON.stringify(a)))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: undefined }, { b: undefined }, true],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: null }, {}, false],
    [{ toString: 1 }, {}, false],
    [{}, { toString: 1 }, false],
    [[], {}, false],
    [{}, [], false],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [null, {}, false],
    ['1', 1, false],
    [0, -0, true],
  ])('%j and %j: %j', (a, b, same) => {
    expect(sameJson(a, b)).toBe(same)
  })
})
