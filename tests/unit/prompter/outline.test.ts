import { describe, expect, it } from 'vitest'

import { cueAt, goalOf, outlineOf, placeOf, wordOf } from '../../../renderer/prompter/outline'
import type { ScriptCue } from '../../../shared/script/cues'
import type { Span } from '../../../shared/script/fill'

const text = (words: string): Span[] => [{ kind: 'text', text: words }]

function cue(id: string, number: number, ...paragraphs: readonly Span[][]): ScriptCue {
  return {
    id,
    number,
    heading: `Heading of ${id}`,
    agenda: `Agenda of ${id}`,
    kind: paragraphs.length === 0 ? 'slot' : 'spoken',
    paragraphs,
    words: 0,
    tips: [],
    objection: null,
    timebox: 1,
  }
}

const direction: Span[] = [{ kind: 'direction', text: 'Pause. Breathe.' }]
const script = [
  cue('opening', 1, text('One two three. Four five six.'), direction, text('Seven eight nine ten.')),
  cue('slot', 2),
  cue('bridge', 3, text('Eleven twelve thirteen. Fourteen fifteen sixteen.')),
]
const outline = outlineOf(script)

describe('the outline of a script', () => {
  it('counts spoken words only, and knows where everything begins', () => {
    expect(outline.words).toBe(16)
    expect(outline.paragraphs.map(({ cue: id, index, before, words }) => [id, index, before, words])).toEqual(
      [
        ['opening', 0, 0, 6],
        ['opening', 2, 6, 4],
        ['bridge', 0, 10, 6],
      ],
    )
    expect(outline.sentenceStarts()).toEqual([0, 3, 6, 10, 13])
    expect(outline.cueStarts).toEqual([0, 10])
  })

  it('names the cue being read, never a collapsed slot', () => {
    expect([0, 9.9, 10, 16].map((word) => cueAt(outline, word)?.number)).toEqual([1, 1, 3, 3])
    expect(cueAt(outlineOf([]), 0)).toBeUndefined()
  })
})

describe('a place', () => {
  it('is found again', () => {
    for (const word of [0, 2.5, 6, 9, 10, 15.75]) {
      const place = placeOf(outline, word)
      expect(place === null ? null : wordOf(outline, place)).toBeCloseTo(word, 9)
    }
  })

  it('stays at its words when something is put in before them', () => {
    const edited = outlineOf([cue('new', 1, text('Some more words first.')), ...script])
    const place = placeOf(outline, 11)
    expect(place).toEqual({ cue: 'bridge', paragraph: 0, word: 1 })
    expect(place === null ? null : wordOf(edited, place)).toBe(15)
  })

  it('falls back to the start of its cue, and to nothing where the cue is gone', () => {
    expect(wordOf(outline, { cue: 'bridge', paragraph: 7, word: 3 })).toBe(10)
    expect(wordOf(outline, { cue: 'gone', paragraph: 0, word: 3 })).toBeNull()
    expect(wordOf(outline, { cue: 'bridge', paragraph: 0, word: 99 })).toBe(16)
  })
})

describe('going back and on', () => {
  it('moves by cues and stops at both ends', () => {
    expect(goalOf('cue.next', outline, 0)).toBe(10)
    expect(goalOf('cue.next', outline, 10)).toBeNull()
    expect(goalOf('cue.previous', outline, 15)).toBe(10)
    expect(goalOf('cue.previous', outline, 11)).toBe(0)
    expect(goalOf('cue.previous', outline, 0)).toBe(0)
  })

  it('moves by sentences: first to the start of this one, then to the one before', () => {
    expect(goalOf('sentence.on', outline, 0)).toBe(3)
    expect(goalOf('sentence.on', outline, 2.995)).toBe(6)
    expect(goalOf('sentence.back', outline, 9)).toBe(6)
    expect(goalOf('sentence.back', outline, 6)).toBe(3)
  })

  it('goes to the start and the end, whatever the place', () => {
    expect([goalOf('start', outline, 9), goalOf('end', outline, 9)]).toEqual([0, 16])
  })
})
