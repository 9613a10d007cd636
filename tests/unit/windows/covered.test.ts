import { describe, expect, it } from 'vitest'

import { isCovered } from '../../../electron/windows/covered'

const board = { x: 100, y: 100, width: 1000, height: 600 }

describe('whether a window is covered', () => {
  it.each([
    ['by one that lies over all of it', [{ x: 0, y: 0, width: 1920, height: 1080 }], true],
    ['by one over most of it', [{ x: 0, y: 0, width: 800, height: 1080 }], true],
    ['not by one over less than half', [{ x: 0, y: 0, width: 500, height: 1080 }], false],
    ['not by one beside it', [{ x: 1100, y: 0, width: 500, height: 1080 }], false],
    ['not by nothing', [], false],
  ])('%s', (_words, above, covered) => {
    expect(isCovered(board, above)).toBe(covered)
  })
})
