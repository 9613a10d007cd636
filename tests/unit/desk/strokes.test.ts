import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { strokePath, toDrawing } from '../../../renderer/state/strokes'
import { signOffMarkSchema } from '../../../shared/meeting/schema'

const field = { width: 480, height: 160 }

describe('what is drawn on a field', () => {
  it('is scaled to the units of a sign-off', () => {
    const stroke = [
      { x: 0, y: 0 },
      { x: 240, y: 80 },
      { x: 480, y: 160 },
    ]
    expect(toDrawing([stroke], field)).toEqual([
      [
        [0, 0],
        [300, 100],
        [600, 200],
      ],
    ])
  })

  it('keeps to the field where the pen left it, and drops what stands still', () => {
    const stroke = [
      { x: -30, y: 900 },
      { x: -20, y: 800 },
      { x: 480, y: 80 },
    ]
    expect(toDrawing([stroke, []], field)).toEqual([
      [
        [0, 200],
        [600, 100],
      ],
    ])
  })

  it('is always a mark that a sign-off takes, however much was drawn', () => {
    const point = fc.record({
      x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      y: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    })
    const long = fc
      .integer({ min: 2_001, max: 9_000 })
      .map((length) =>
        Array.from({ length }, (_none, index) => ({ x: (index * 7) % 480, y: (index * 3) % 160 })),
      )
    const strokes = fc.array(fc.oneof(fc.array(point, { minLength: 1, maxLength: 30 }), long), {
      minLength: 1,
      maxLength: 230,
    })
    fc.assert(
      fc.property(strokes, (drawn) => {
        const mark = { kind: 'drawn', strokes: toDrawing(drawn, field) }
        expect(signOffMarkSchema.safeParse(mark).error?.issues).toBeUndefined()
      }),
      { numRuns: 30 },
    )
  })

  it('keeps both ends of a stroke that is thinned out', () => {
    const stroke = Array.from({ length: 5_000 }, (_none, index) => ({
      x: (index / 4_999) * 480,
      y: index % 2,
    }))
    const [thinned = []] = toDrawing([stroke], field)
    expect(thinned[0]).toEqual([0, 0])
    expect(thinned.at(-1)?.[0]).toBe(600)
  })

  it('becomes path data; a dot is a line of no length', () => {
    expect(
      strokePath([
        [1, 2],
        [3, 4],
      ]),
    ).toBe('M1 2L3 4')
    expect(strokePath([[5, 6]])).toBe('M5 6l0 0')
  })
})
