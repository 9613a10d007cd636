import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { THEMES } from '../../../renderer/prompter/look'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/prompter/themes.css'), 'utf8')

const windowCss = readFileSync(join(import.meta.dirname, '../../../renderer/prompter/window.css'), 'utf8')

/** One colour over another, of which it covers a share. */
function mixed(over: string, under: string, share: number): string {
  const part = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  const parts = [1, 3, 5].map((at) => Math.round(part(over, at) * share + part(under, at) * (1 - share)))
  return `#${parts.map((each) => each.toString(16).padStart(2, '0')).join('')}`
}

/** The colours of a rule, by their names. */
function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  expect(start).toBeGreaterThanOrEqual(0)
  const body = css.slice(start, css.indexOf('\n}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
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

const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['ground', 'surface', 'hover', 'accent-soft']],
  ['ink-soft', ['ground', 'surface', 'accent-soft']],
  ['ink-quiet', ['ground', 'surface']],
  ['accent', ['ground', 'surface', 'accent-soft']],
  ['accent-strong', ['surface', 'accent-soft']],
  ['accent-ink', ['accent', 'accent-strong']],
  ['alarm', ['ground', 'surface', 'alarm-soft']],
  ['alarm-strong', ['surface', 'alarm-soft']],
  ['alarm-ink', ['alarm']],
]

describe('the themes of the prompter', () => {
  it.each(THEMES)('$label has 7:1 for all text and 3:1 for controls', ({ id }) => {
    const theme = { ...colours(':root'), ...(id === 'dark' ? {} : colours(`:root[data-theme='${id}']`)) }
    const of = (name: string) => theme[name] ?? ''
    const weak = TEXT.flatMap(([text, grounds]) =>
      grounds
        .map((ground) => ({ text, ground, ratio: contrast(of(text), of(ground)) }))
        .filter(({ ratio }) => !(ratio >= 7)),
    )
    expect(weak).toEqual([])
    for (const ground of ['ground', 'surface']) {
      expect(contrast(of('control'), of(ground))).toBeGreaterThanOrEqual(3)
      expect(contrast(of('focus'), of(ground))).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(THEMES)(
    '$label keeps 7:1 on the backing of its words, whatever lies behind the window',
    ({ id }) => {
      const theme = { ...colours(':root'), ...(id === 'dark' ? {} : colours(`:root[data-theme='${id}']`)) }
      const share = Number(/--backing: color-mix\(in srgb, var\(--ground\) (\d+)%/.exec(windowCss)?.[1]) / 100
      for (const behind of ['#000000', '#ffffff'])
        for (const text of ['ink', 'accent', 'alarm'])
          expect(
            contrast(theme[text] ?? '', mixed(theme['ground'] ?? '', behind, share)),
            `${text} over ${behind}`,
          ).toBeGreaterThanOrEqual(7)
    },
  )
})
