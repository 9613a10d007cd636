import { describe, expect, it } from 'vitest'

import { dressFor } from '../../../electron/windows/dress'
import { FIRST_MODES, type DisplaysState, type WindowModes } from '../../../shared/displays/schema'

/** The prompter on `on`, sent to `chosen`, with the Board on B. */
function state(modes: Partial<WindowModes>, on = 'A', chosen = 'A'): DisplaysState {
  return {
    displays: [],
    prompter: { on, chosen },
    board: { on: 'B', chosen: 'B' },
    mirrored: false,
    news: null,
    modes: { ...FIRST_MODES, ...modes },
  }
}

describe('how a window is', () => {
  it('is as its display’s modes say, and a window seen through has no frame', () => {
    expect(dressFor('prompter', state({}), true)).toEqual({
      onTop: false,
      frameless: false,
      clear: false,
      asks: true,
    })
    expect(dressFor('prompter', state({ frameless: true, onTop: true }), false)).toEqual({
      onTop: true,
      frameless: true,
      clear: false,
      asks: false,
    })
    expect(dressFor('prompter', state({ seeThrough: 40 }), true)).toMatchObject({
      frameless: true,
      clear: true,
    })
  })

  it('is not on top of the Board for a prompter that has lost its own display', () => {
    expect(dressFor('prompter', state({ onTop: true }, 'B', 'A'), true).onTop).toBe(false)
    expect(dressFor('prompter', state({ onTop: true }, 'B', 'B'), true).onTop).toBe(true)
  })

  it('is plain for Desk and Board', () => {
    const plain = { onTop: false, frameless: false, clear: false, asks: false }
    for (const kind of ['desk', 'board'] as const)
      expect(dressFor(kind, state({ onTop: true, seeThrough: 50 }), true)).toEqual(plain)
  })
})
