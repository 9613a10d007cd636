import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { beforeAll, describe, expect, it } from 'vitest'

import { coverageOf } from '../../../electron/record/cmap'
import { fontRuns, loadFonts, type Fonts } from '../../../electron/record/fonts'
import { RESOURCES } from './meetings'

const codes = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0)

describe('coverageOf', () => {
  const coverage = (face: string) => coverageOf(readFileSync(resolve(RESOURCES, `fonts/${face}.ttf`)))

  it('knows what the fonts can show', () => {
    const [noto, dejavu] = [coverage('NotoSans-Regular'), coverage('DejaVuSans')]
    expect(codes('AzÄłЖΩ–“”…').every((code) => noto.has(code))).toBe(true)
    expect(codes('✓→😀שא').every((code) => dejavu.has(code) && !noto.has(code))).toBe(true)
    expect(codes('中🚀').some((code) => noto.has(code) || dejavu.has(code))).toBe(false)
    expect([noto.size, dejavu.size]).toEqual([3094, 5918])
  })
})

describe('fontRuns', () => {
  let fonts: Fonts
  beforeAll(async () => {
    fonts = await loadFonts(RESOURCES)
  })

  it('leaves ordinary text in one run', () => {
    expect(fontRuns('Release 4.2 – Łukasz', fonts)).toEqual([
      { text: 'Release 4.2 – Łukasz', font: 'NotoSans' },
    ])
  })

  it('takes the fallback only for what it is needed for', () => {
    expect(fontRuns('done ✓ yes', fonts)).toEqual([
      { text: 'done ', font: 'NotoSans' },
      { text: '✓', font: 'DejaVuSans' },
      { text: ' yes', font: 'NotoSans' },
    ])
  })

  it('keeps an accent with its letter', () => {
    for (const { text } of fontRuns('x\u0302✓e\u0301', fonts)) expect(text).not.toMatch(/^\p{M}/u)
  })

  it('gives what no font has no font, one character at a time', () => {
    expect(
      fontRuns('👨‍👩', fonts)
        .filter(({ font }) => font === null)
        .map(({ text }) => text),
    ).toEqual(['👨', '👩'])
  })

  it('loses nothing', () => {
    const text = 'a\u00a0b 中✓\u0001 é 🚀🇩🇪 ﷽'
    expect(
      fontRuns(text, fonts)
        .map((run) => run.text)
        .join(''),
    ).toBe(text)
  })
})
