import { describe, expect, it } from 'vitest'

import { nameDisplays, setKey } from '../../../shared/displays/names'
import { display, laptop, projector } from './displays'

const words = (...displays: Parameters<typeof nameDisplays>[0]) =>
  nameDisplays(displays).map((each) => each.words)

describe('the names of displays', () => {
  it('are the system’s, with the size, and built-in where that is so', () => {
    expect(words(laptop, projector)).toEqual(['Color LCD, 1920 × 1080, built-in', 'EPSON PJ, 1920 × 1080'])
  })

  it('are given to those the system has no name for', () => {
    expect(words(display(1, '', 0, { internal: true }), display(2, ' ', 1920))).toEqual([
      'Built-in display, 1920 × 1080',
      'Display, 1920 × 1080',
    ])
  })

  it('say the size in pixels, however large the text is', () => {
    const half = { x: 0, y: 0, width: 1280, height: 720 }
    expect(words(display(1, 'Studio', 0, { bounds: half, scale: 2 }))).toEqual(['Studio, 2560 × 1440'])
  })

  it('say the side where two or three are called the same', () => {
    const twins = [display(5, 'DELL', 1920), display(4, 'DELL', 0)]
    expect(nameDisplays(twins).map(({ name }) => name)).toEqual(['DELL (left)', 'DELL (right)'])
    const stacked = [0, 1080].map((y, id) =>
      display(id, 'DELL', 0, { bounds: { x: 0, y, width: 1920, height: 1080 } }),
    )
    expect(nameDisplays(stacked).map(({ name }) => name)).toEqual(['DELL (upper)', 'DELL (lower)'])
    const three = [0, 1, 2].map((id) => display(id, 'DELL', id * 1920))
    expect(nameDisplays(three).map(({ name }) => name)).toEqual([
      'DELL (left)',
      'DELL (middle)',
      'DELL (right)',
    ])
  })

  it('are numbers where the side does not tell them apart', () => {
    const mirrored = [display(1, 'DELL', 0), display(2, 'DELL', 0)]
    expect(nameDisplays(mirrored).map(({ name }) => name)).toEqual(['DELL (1)', 'DELL (2)'])
    const four = [0, 1, 2, 3].map((id) => display(id, 'DELL', id * 1920))
    expect(
      nameDisplays(four)
        .map(({ name }) => name)
        .at(-1),
    ).toBe('DELL (4)')
  })

  it('have keys that do not depend on order, on numbers of the system or on what else is there', () => {
    const there = nameDisplays([projector, laptop]).find(({ name }) => name === 'EPSON PJ')
    const [again] = nameDisplays([{ ...projector, id: 99 }])
    expect(again?.key).toBe(there?.key)
    expect(setKey(nameDisplays([laptop, projector]))).toBe(setKey(nameDisplays([projector, laptop])))
    const keys = nameDisplays([display(1, 'DELL', 0), display(2, 'DELL', 1920)]).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })
})
