import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { makePatch, patchSchema, showsPatch, type Bitmap, type Patch } from '../../../shared/protection/patch'
import { selfTestWords } from '../../../shared/protection/selfTest'

const BYTES = {
  red: [0, 0, 255],
  lime: [0, 255, 0],
  blue: [255, 0, 0],
  cyan: [255, 255, 0],
  magenta: [255, 0, 255],
  yellow: [0, 255, 255],
} as const

/** A picture of noise or of one grey, with a patch drawn into it. */
function picture(patch: Patch | null, x = 40, y = 30, stripe = 12, noise = 0): Bitmap {
  const [width, height] = [320, 240]
  const bytes = new Uint8Array(width * height * 4).fill(120)
  patch?.forEach((colour, index) => {
    for (let row = 0; row < stripe; row += 1)
      for (let column = 0; column < 80; column += 1) {
        const at = ((y + index * stripe + row) * width + x + column) * 4
        BYTES[colour].forEach((value, channel) => {
          bytes[at + channel] = value === 0 ? noise : value - noise
        })
      }
  })
  return { bytes, width, height }
}

const lots = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
const patches = lots.map((stream) => makePatch(() => stream.next().value))

describe('a patch', () => {
  it('is found wherever it lies, and in colours a capture has changed', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 230 }), fc.integer({ min: 0, max: 140 }))
    fc.assert(
      fc.property(patches, place, fc.integer({ min: 0, max: 80 }), (patch, [x, y], noise) => {
        expect(patchSchema.safeParse(patch).success).toBe(true)
        expect(showsPatch(picture(patch, x, y, 12, noise), patch)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('is not found where another one lies, or none', () => {
    fc.assert(
      fc.property(patches, patches, (patch, other) => {
        fc.pre(patch.join(' ') !== other.join(' '))
        expect(showsPatch(picture(other), patch)).toBe(false)
      }),
      { numRuns: 30 },
    )
    const patch = makePatch(() => 0.5)
    expect(showsPatch(picture(null), patch)).toBe(false)
    expect(showsPatch({ bytes: new Uint8Array(0), width: 0, height: 0 }, patch)).toBe(false)
  })

  it('is found where its stripes begin to repeat just above it', () => {
    const patch: Patch = ['red', 'lime', 'red', 'lime', 'red', 'lime', 'red', 'blue']
    const both = picture(patch, 40, 120)
    const above = picture(['red', 'lime', 'red', 'lime', 'red', 'lime', 'red', 'lime'], 40, 24)
    const rows = 120 * both.width * 4
    const bytes = new Uint8Array([...above.bytes.subarray(0, rows), ...both.bytes.subarray(rows)])
    expect(showsPatch({ ...both, bytes }, patch)).toBe(true)
  })
})

describe('the words of the test', () => {
  it('say what was found and what that is worth', () => {
    const all = [
      { prompter: true, control: true },
      { prompter: true, control: false },
      { prompter: false, control: true },
      { prompter: false, control: false },
    ].map(selfTestWords)
    for (const words of all) {
      expect(words).toContain('This tests Lectern’s own capture, not Zoom or Teams.')
      expect(words).not.toMatch(/invisible|private|secure/i)
    }
    expect(all.map((words) => words.split('. ')[0])).toEqual([
      'The capture shows the prompter',
      'The capture shows the prompter',
      'The capture shows another window of Lectern, but not the prompter',
      expect.stringContaining('the test says nothing'),
    ])
  })
})
