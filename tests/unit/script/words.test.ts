import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Span } from '../../../shared/script/fill'

const text = (words: string): Span => ({ kind: 'text', text: words })
const filled = (words: string): Span => ({ kind: 'filled', text: words, key: 'x' })
const direction = (words: string): Span => ({ kind: 'direction', text: words })
const said = (paragraphs: readonly (readonly Span[])[]) =>
  paragraphs.map((spans) => spans.map((span) => span.text).join(''))

describe.each(['with Intl.Segmenter', 'without it'])('%s', (system) => {
  beforeEach(() => {
    vi.resetModules()
    if (system === 'without it') vi.stubGlobal('Intl', { DateTimeFormat: Intl.DateTimeFormat })
  })
  afterEach(() => vi.unstubAllGlobals())
  const load = () => import('../../../shared/script/words')

  test('counts what is spoken', async () => {
    const { countWords } = await load()
    expect(countWords([])).toBe(0)
    expect(countWords([[text('We have to stop.')], [text("Don't wait, ‘now’!")]])).toBe(7)
    expect(countWords([[text('We found '), filled('a memory leak'), text('.')]])).toBe(5)
    expect(countWords([[text('One '), direction('show the long list of results'), text(' two')]])).toBe(2)
    expect(countWords([[text('one'), direction('x'), text('two')]])).toBe(2)
    expect(countWords([[text('pre'), filled('fix')]])).toBe(1)
    expect(countWords([[{ kind: 'missing', text: 'The bug', key: 'bug' }, text(' … – !')]])).toBe(2)
  })

  test('counts piece by piece what it would count in the whole', async () => {
    const { countWords } = await load()
    if (!('Segmenter' in Intl)) return
    const rules = new Intl.Segmenter('en', { granularity: 'word' })
    const pieces = fc.constantFrom(
      "don't",
      '“stop,”',
      'e.g.',
      '3.5',
      '14:00',
      'a\u202Fb',
      'naïve',
      '東京',
      ' ',
      '\n',
      '-',
      'x_y',
      "'",
      '.',
    )
    const some = fc.oneof(
      fc.array(pieces).map((all) => all.join('')),
      fc.array(pieces).map((all) => all.join(' ')),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(some, (line) => {
        const expected = Array.from(rules.segment(line)).filter(({ isWordLike }) => isWordLike).length
        expect(countWords([[text(line)]])).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  test('parts sentences and keeps every span', async () => {
    const { sentences } = await load()
    const paragraph = [
      text('We found '),
      filled('a leak'),
      text('. '),
      direction('Pause. Wait.'),
      text('So we stop. Why? '),
      text('Data.'),
    ]
    const parted = sentences(paragraph)
    expect(said(parted)).toEqual(['We found a leak. Pause. Wait.', 'So we stop. ', 'Why? ', 'Data.'])
    expect(parted[0]?.[1]).toEqual(filled('a leak'))
    expect(parted[0]?.[3]).toEqual(direction('Pause. Wait.'))
    expect(sentences([])).toEqual([])
    expect(sentences([direction('Wait.')])).toEqual([[direction('Wait.')]])
    expect(sentences([{ ...text('One. Two.'), mustSay: true }])).toEqual([
      [{ ...text('One. '), mustSay: true }],
      [{ ...text('Two.'), mustSay: true }],
    ])
  })

  test('sentences put together are the paragraph', async () => {
    const { countWords, sentences } = await load()
    const words = fc.constantFrom('Stop. ', 'Why?', ' we', ' “Now!” ', '4.2', '🙂', 'e\u0301', '...', '\n')
    const span = fc.record({
      kind: fc.constantFrom<Span['kind']>('text', 'filled', 'direction'),
      text: fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
    })
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (paragraph) => {
        const parted = sentences(paragraph)
        expect(said(parted).join('')).toBe(said([paragraph]).join(''))
        expect(
          parted.every((sentence) => sentence.length > 0 && sentence.every(({ text: part }) => part !== '')),
        ).toBe(true)
        expect(parted.flat().filter(({ kind }) => kind === 'direction')).toEqual(
          paragraph.filter(({ kind }) => kind === 'direction'),
        )
        expect(countWords([paragraph])).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('turns words into seconds', async () => {
    const { secondsFor } = await load()
    expect(secondsFor(140, 140)).toBe(60)
    expect(secondsFor(0, 140)).toBe(0)
    expect(secondsFor(70, 140)).toBe(30)
  })
})

test('counts words of scripts that have no spaces', async () => {
  vi.resetModules()
  const { countWords } = await import('../../../shared/script/words')
  expect(countWords([[text('发布必须停止')]])).toBeGreaterThan(1)
})
