import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/board/board.css'), 'utf8')

/** The colours of a rule, by their names. */
function colours(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  expect(start).toBeGreaterThanOrEqual(0)
  const body = css.slice(start, css.indexOf('\n}', start))
  return new Map(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('the themes of the Board', () => {
  it.each([':root', ":root[data-theme='dark']"])('%s has 7:1 for all text', (selector) => {
    const of = colours(selector)
    const ground = of.get('ground') ?? ''
    for (const name of ['ink', 'ink-soft', 'accent', 'alarm']) {
      expect(contrast(of.get(name) ?? '', ground)).toBeGreaterThanOrEqual(7)
    }
    expect(contrast(of.get('control') ?? '', ground)).toBeGreaterThanOrEqual(3)
  })
})
