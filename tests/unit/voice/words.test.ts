import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Span } from '../../../shared/script/fill'
import { countWords } from '../../../shared/script/words'
import { spokenWords } from '../../../shared/voice/words'

const said = (text: string): Span => ({ kind: 'text', text })

describe('the words to be spoken', () => {
  it('are those without stage directions, with the starts of sentences', () => {
    const words = spokenWords([
      [said('Good morning. '), { kind: 'direction', text: 'pause' }, said(' We halt “4.2” (for now).')],
      [said('Why? It fails.')],
    ])
    expect(words.map(({ text }) => text)).toEqual([
      'Good',
      'morning',
      'We',
      'halt',
      '4.2',
      'for',
      'now',
      'Why',
      'It',
      'fails',
    ])
    expect(words.flatMap(({ starts }, index) => (starts ? [index] : []))).toEqual([0, 2, 7, 8])
  })

  it('keep the signs that are read with a number', () => {
    const words = spokenWords([[said('It costs $40 or 15% more, €3.')]])
    expect(words.map(({ text }) => text)).toEqual(['It', 'costs', '$40', 'or', '15%', 'more', '€3'])
  })

  it('are as many as the prompter counts', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'halt',
        'don’t',
        'and/or',
        '14:00',
        '4.2.1',
        '$40',
        '15%',
        '(e.g.',
        '--',
        '\n',
        ' ',
        '. ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 12 })), (paragraphs) => {
        const spans = paragraphs.map((pieces) => [said(pieces.join(' ')), said(pieces.join(''))])
        expect(spokenWords(spans)).toHaveLength(countWords(spans))
      }),
    )
  })
})
