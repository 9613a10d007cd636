import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { nameDisplays } from '../../../shared/displays/names'
import {
  displayFor,
  displayOf,
  isLost,
  isMirrored,
  moveInto,
  placesAfter,
  pushed,
  type Situation,
} from '../../../shared/displays/places'
import type { Display } from '../../../shared/displays/schema'
import { display, laptop, monitor, named, projector } from './displays'

const NONE = { prompter: null, board: null }
const onLaptop = named('Color LCD', laptop).key
const onProjector = named('EPSON', projector).key
const onMonitor = named('DELL', monitor).key

const situation = (displays: readonly Display[], known: Partial<Situation> = {}): Situation => ({
  displays: nameDisplays(displays),
  chosen: NONE,
  homes: NONE,
  now: NONE,
  desk: onLaptop,
  ...known,
})

describe('the display of a window', () => {
  const displays = nameDisplays([laptop, projector])

  it('is the one most of it lies on, or none', () => {
    expect(displayOf({ x: 1000, y: 0, width: 1280, height: 720 }, displays)?.name).toBe('Color LCD')
    expect(displayOf({ x: 1500, y: 0, width: 1280, height: 720 }, displays)?.name).toBe('EPSON PJ')
    expect(displayOf({ x: 9000, y: 0, width: 1280, height: 720 }, displays)).toBeNull()
  })

  it('has to fetch a window of which little is left on any', () => {
    const window = { x: 1919, y: 200, width: 1280, height: 720 }
    expect(isLost(window, displays)).toBe(false)
    expect(displayOf(window, nameDisplays([laptop]))?.name).toBe('Color LCD')
    expect(isLost(window, nameDisplays([laptop]))).toBe(true)
    expect(isLost({ ...window, x: 1280 }, nameDisplays([laptop]))).toBe(false)
  })

  it('is away from the Desk for a Board, and with the Desk for a prompter, where nobody has chosen', () => {
    expect(displayFor('board', situation([laptop, projector]))?.key).toBe(onProjector)
    expect(displayFor('prompter', situation([laptop, projector]))?.key).toBe(onLaptop)
    expect(displayFor('board', situation([laptop]))?.key).toBe(onLaptop)
    const taken = situation([laptop, projector, monitor], { now: { prompter: onProjector, board: null } })
    expect(displayFor('board', taken)?.key).toBe(onMonitor)
    expect(displayFor('prompter', situation([]))).toBeNull()
  })

  it('is not the one chosen for the other window, open or not', () => {
    const known = { chosen: { prompter: null, board: onLaptop } }
    expect(displayFor('prompter', situation([laptop, projector], known))?.key).toBe(onProjector)
  })

  it('is the one chosen for these displays before any other', () => {
    const known = {
      chosen: { prompter: onProjector, board: null },
      homes: { prompter: onLaptop, board: null },
      now: { prompter: onLaptop, board: null },
    }
    expect(displayFor('prompter', situation([laptop, projector], known))?.key).toBe(onProjector)
  })
})

describe('a display that goes and comes back', () => {
  const homes = { prompter: onLaptop, board: onProjector }

  it('sends its window to one that is there, and has it back afterwards', () => {
    const gone = placesAfter(situation([laptop], { homes, now: { prompter: onLaptop, board: null } }), [
      'prompter',
      'board',
    ])
    expect([gone.prompter?.key, gone.board?.key]).toEqual([onLaptop, onLaptop])
    const now = { prompter: onLaptop, board: onLaptop }
    const back = placesAfter(situation([laptop, projector], { homes, now }), ['prompter', 'board'])
    expect([back.prompter?.key, back.board?.key]).toEqual([onLaptop, onProjector])
  })

  it('does not send the prompter to the Board’s display while another is there', () => {
    const now = { prompter: null, board: onProjector }
    const known = { homes: { prompter: onMonitor, board: onProjector }, now, desk: onProjector }
    const after = placesAfter(situation([projector, laptop], known), ['prompter', 'board'])
    expect(after.prompter?.key).toBe(onLaptop)
  })

  it('moves nothing that is not open', () => {
    expect(placesAfter(situation([laptop], { homes }), [])).toEqual(NONE)
  })

  it('leaves every open window on a display that is there, whatever was remembered', () => {
    const all = [laptop, projector, monitor, display(4, 'DELL U2720Q', 5760), display(5, '', -1920)]
    const key = fc.option(fc.constantFrom(onLaptop, onProjector, onMonitor, 'long gone 1 × 1'))
    const pair = fc.record({ prompter: key, board: key })
    const some = fc.subarray(all, { minLength: 1 })
    fc.assert(
      fc.property(some, pair, pair, pair, key, (there, chosen, known, now, desk) => {
        const at = situation(there, { chosen, homes: known, now, desk })
        const { prompter, board } = placesAfter(at, ['prompter', 'board'])
        expect(at.displays).toContain(prompter)
        expect(at.displays).toContain(board)
      }),
    )
  })
})

describe('mirrored displays', () => {
  it('lie in one place', () => {
    const small = { x: 0, y: 0, width: 1280, height: 720 }
    expect(isMirrored(nameDisplays([laptop, projector]))).toBe(false)
    expect(isMirrored(nameDisplays([laptop, display(2, 'EPSON PJ', 0)]))).toBe(true)
    expect(isMirrored(nameDisplays([laptop, display(2, 'EPSON PJ', 0, { bounds: small })]))).toBe(true)
  })
})

describe('a window on another display', () => {
  const area = fc.record({
    x: fc.integer({ min: -4000, max: 4000 }),
    y: fc.integer({ min: -4000, max: 4000 }),
    width: fc.integer({ min: 400, max: 4000 }),
    height: fc.integer({ min: 300, max: 4000 }),
  })

  it('lies wholly on it, and is no larger than it', () => {
    fc.assert(
      fc.property(area, fc.option(area), area, (window, from, to) => {
        const { x, y, width, height } = moveInto(window, from, to)
        expect(x).toBeGreaterThanOrEqual(to.x)
        expect(y).toBeGreaterThanOrEqual(to.y)
        expect(x + width).toBeLessThanOrEqual(to.x + to.width)
        expect(y + height).toBeLessThanOrEqual(to.y + to.height)
      }),
    )
  })

  it('keeps its place in it, and comes back to where it was', () => {
    const window = { x: 640, y: 0, width: 1280, height: 720 }
    const there = moveInto(window, laptop.workArea, projector.workArea)
    expect(there).toEqual({ ...window, x: 2560 })
    expect(moveInto(there, projector.workArea, laptop.workArea)).toEqual(window)
  })

  it('cannot be pushed off it by keys', () => {
    const smallest = { width: 640, height: 400 }
    const window = { x: 100, y: 100, width: 1280, height: 720 }
    const push = (x: number, y: number, width = 0, height = 0) =>
      pushed(window, { x, y, width, height }, smallest, laptop.workArea)
    expect(push(-40, 0)).toEqual({ ...window, x: 60 })
    expect(push(-4000, 4000)).toEqual({ ...window, x: 0, y: 360 })
    expect(push(0, 0, -4000, 40)).toEqual({ ...window, width: 640, height: 760 })
    expect(push(0, 0, 4000)).toEqual({ ...window, x: 0, width: 1920 })
  })
})
