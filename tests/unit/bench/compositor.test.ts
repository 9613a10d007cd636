import { describe, expect, it } from 'vitest'

import { framesIn, movementOf } from '../../bench/prompter/compositor'

/** What Chromium writes down for one frame: a tall layer above the window's own ground. */
function snapshot(pid: number, milliseconds: number, y: number) {
  const quad = (height: number, top: number, down: number) => ({
    layer_content_rect: [0, top, 1280, height],
    transform: [1, 0, 0, 0, 0, 1, 0, down, 0, 0, 1, 0, 0, 0, 0, 1],
  })
  const whole = Math.floor(y / 48) * 48
  const shared_quad_state_list = [quad(720, 0, 0), quad(18_000, whole, y - whole)]
  return {
    pid,
    ts: milliseconds * 1000,
    name: 'cc::LayerTreeHostImpl',
    args: { snapshot: { frame: { render_passes: [{ shared_quad_state_list }] } } },
  }
}

describe('a trace of the compositor', () => {
  it('gives the place of the tall layer in each frame of one window', () => {
    const traceEvents = [
      snapshot(7, 0, 200),
      snapshot(8, 3, 0),
      { name: 'other' },
      snapshot(7, 16, 199.5),
      snapshot(7, 32, -100.25),
    ]
    expect(framesIn({ traceEvents }, 7, 720)).toEqual([
      { at: 0, y: 200 },
      { at: 16, y: 199.5 },
      { at: 32, y: -100.25 },
    ])
    expect(framesIn({ traceEvents }, 9, 720)).toEqual([])
  })

  it('finds an even movement even, and a lost frame', () => {
    const even = Array.from({ length: 100 }, (_, index) => ({ at: index * 16, y: 300 - index * 0.5 }))
    expect(movementOf([even]).advanceErrors.every((error) => error < 1e-9)).toBe(true)
    expect(new Set(movementOf([even]).frameTimes)).toEqual(new Set([16]))
    const lost = even.filter((_, index) => index !== 50)
    expect(Math.max(...movementOf([lost]).advanceErrors)).toBeCloseTo(0.5)
    expect(Math.max(...movementOf([lost]).frameTimes)).toBe(32)
  })

  it('does not count the pause between two recordings', () => {
    const leg = (from: number) => [0, 1, 2].map((index) => ({ at: from + index * 16, y: from - index }))
    expect(movementOf([leg(0), leg(5000)]).frameTimes).toEqual([16, 16, 16, 16])
  })
})
