import { describe, expect, it } from 'vitest'

import { placeAfterEdit } from '../../../renderer/prompter/edits'
import { outlineOf, type Outline } from '../../../renderer/prompter/outline'
import type { ScriptCue } from '../../../shared/script/cues'

/** A cue with these paragraphs; words in brackets are a stage direction. */
function cue(id: string, ...paragraphs: readonly string[]): ScriptCue {
  return {
    id,
    number: 1,
    heading: id,
    agenda: id,
    kind: 'spoken',
    paragraphs: paragraphs.map((text) => [{ kind: text.startsWith('[') ? 'direction' : 'text', text }]),
    words: 0,
    tips: [],
    objection: null,
    timebox: 1,
  }
}

const OPENING = cue('opening', 'Thank you for coming.')
const BUG = cue('bug', 'We found a bug. It logs people out.', 'We can halt the release today.')
const CLOSE = cue('close', 'Do you agree?')
const BEFORE = outlineOf([OPENING, BUG, CLOSE])

const wordsOf = ({ cues }: Outline) =>
  cues.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((spans) =>
      spans.flatMap(({ kind, text }) => (kind === 'text' ? text.split(' ') : [])),
    ),
  )

/** The word that is at the reading line after an edit, where this one was before. */
function readAfter(word: string, ...after: readonly ScriptCue[]): string | undefined {
  const edited = outlineOf(after)
  const at = placeAfterEdit(BEFORE, edited, wordsOf(BEFORE).indexOf(word))
  expect(Number.isInteger(at)).toBe(true)
  return wordsOf(edited)[at]
}

describe('the word at the reading line', () => {
  const [bug, halt] = ['We found a bug. It logs people out.', 'We can halt the release today.']

  it.each([
    ['a sentence before it in its paragraph', cue('bug', bug, `Listen to this. ${halt}`)],
    ['a paragraph before it in its cue', cue('bug', 'Some more first.', bug, halt)],
    ['a longer value of a fact before it', cue('bug', bug.replace('a bug', 'four bugs in two days'), halt)],
    ['a paragraph that was parted', cue('bug', 'We found a bug.', 'It logs people out.', halt)],
    ['a sentence taken out before it', cue('bug', 'It logs people out.', halt)],
    ['a stage direction before it', cue('bug', bug, '[Pause.]', halt)],
    ['a sentence after it', cue('bug', bug, `${halt} Not tomorrow.`)],
  ])('stays there through %s', (_what, edited) => {
    expect(readAfter('halt', OPENING, edited, CLOSE)).toBe('halt')
  })

  it('stays there where other cues are edited, put in, moved or taken out', () => {
    const longer = cue('opening', 'Thank you all for coming at short notice.')
    expect(readAfter('halt', longer, cue('new', 'One more.'), BUG, CLOSE)).toBe('halt')
    expect(readAfter('halt', CLOSE, BUG, OPENING)).toBe('halt')
    expect(readAfter('halt', BUG)).toBe('halt')
  })

  it('gives way to what was put in its place, or to the next cue where its own is gone', () => {
    expect(readAfter('halt', OPENING, cue('bug', bug, 'We can stop it today.'), CLOSE)).toBe('stop')
    expect(readAfter('halt', OPENING, CLOSE)).toBe('Do')
    expect(placeAfterEdit(BEFORE, outlineOf([OPENING]), 10)).toBe(4)
  })

  it('stays behind the last word where more is put in after it, and within a hair of its place', () => {
    const end = BEFORE.words
    const longer = outlineOf([OPENING, BUG, cue('close', 'Do you agree? Then let us vote.')])
    expect(placeAfterEdit(BEFORE, longer, end)).toBe(end)
    const shorter = outlineOf([OPENING, BUG, cue('close', 'Agreed?')])
    expect(placeAfterEdit(BEFORE, shorter, end)).toBe(shorter.words)
    const first = outlineOf([cue('opening', 'Good morning. Thank you for coming.'), BUG, CLOSE])
    expect(placeAfterEdit(BEFORE, first, 0)).toBe(2)
    expect(placeAfterEdit(BEFORE, first, 1.995)).toBeCloseTo(3.995, 9)
  })
})
