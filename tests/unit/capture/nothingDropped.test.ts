import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  CAPTURE_PARTS,
  parseCapture,
  type CapturePart,
  type CaptureReading,
} from '../../../shared/capture/parse'
import { context } from './people'

const read = (line: string, refused?: readonly CapturePart[]) => parseCapture(line, context, refused)

/** The characters of a text in order, without spaces. */
const letters = (text: string) => text.normalize('NFC').match(/\S/gu) ?? []

describe('nothing typed is dropped', () => {
  const word = fc.oneof(
    fc.constantFrom('at 9:30', 'at 23:00', 'o', 'a', 'd', '!', 'by', 'due', '>', 'fri', 'fri 17:00', '3/4'),
    fc.constantFrom(
      '@dana',
      '@max',
      '@max power',
      '@bob',
      '@pm,',
      '@',
      '@max2',
      '@danna',
      '@zorro+',
      '@Max Zorro+,',
      'a@b',
      'rework',
      ',',
      '?',
    ),
    fc.constantFrom('Zoë', 'Zoe\u0308', '\u0301', '🙂', '{{x}}', '[x]'),
  )
  const gap = fc.constantFrom(' ', ' ', '  ', '\t')
  const typed = fc.array(fc.tuple(word, gap), { maxLength: 9 }).map((words) => words.flat().join(''))
  const line = fc.oneof(
    typed,
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.constantFrom('a ', 'o '), typed).map((two) => two.join('')),
  )

  /** The line without the stretches that were understood. */
  function without(raw: string, { spans }: CaptureReading): string {
    const whole = raw.normalize('NFC')
    const edges = spans.toSorted((one, two) => one.from - two.from)
    const parts = edges.map(({ from }, index) => whole.slice(edges[index - 1]?.to ?? 0, from))
    return [...parts, whole.slice(edges.at(-1)?.to ?? 0)].join('')
  }

  test('the text and the understood parts are together every character of the line, each once', () => {
    fc.assert(
      fc.property(line, fc.subarray([...CAPTURE_PARTS]), (raw, refused) => {
        const reading = read(raw, refused)
        expect(letters(reading.text)).toEqual(letters(without(raw, reading)))
        const taken = reading.spans.map(({ part }) => part)
        expect(taken.filter((part) => refused.includes(part))).toEqual([])
        expect(taken.includes('at')).toBe(reading.at !== null)
        expect(taken.includes('due')).toBe(reading.due !== null)
        expect(taken.includes('person')).toBe(['one', 'new'].includes(reading.person?.found.kind ?? ''))
        expect(reading.kind === 'note' || taken.includes('kind')).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('a span holds what the part was read from', () => {
    const all = 'at 9:30 a rework @dana, by fri'
    const words = read(all).spans.map(({ part, from, to }) => [part, all.slice(from, to)])
    expect(words).toEqual([
      ['at', 'at 9:30 '],
      ['kind', 'a '],
      ['person', '@dana'],
      ['due', 'by fri'],
    ])
    const around = 'a @dana: by fri @max'
    const spans = read(around).spans.map(({ from, to }) => around.slice(from, to))
    expect(spans).toEqual(['a ', '@dana:'])
    const apart = 'a rework by @dana fri'
    expect(read(apart).spans.map(({ from, to }) => apart.slice(from, to))).toEqual([
      'a ',
      '@dana',
      'by',
      'fri',
    ])
  })

  test('a line with no part understood is the text as typed', () => {
    fc.assert(
      fc.property(line, (raw) => {
        expect(read(raw, CAPTURE_PARTS)).toMatchObject({ kind: 'note', text: raw.normalize('NFC').trim() })
      }),
    )
  })

  test('the same line gives the same reading, in one form of its letters', () => {
    fc.assert(
      fc.property(line, (raw) => {
        expect(read(raw.normalize('NFD')).text).toBe(read(raw.normalize('NFC')).text)
        expect(read(raw).text).toBe(read(raw).text.normalize('NFC').trim())
      }),
    )
  })
})
