import { describe, expect, it } from 'vitest'

import { heardOf, isJump, isSaid, marksOf, passed, phrasesOf } from '../../../renderer/prompter/phrases'
import { scriptCues } from '../../../shared/script/cues'
import { heardIn } from '../../../shared/voice/heard'
import { Tracker } from '../../../shared/voice/tracker'
import { fact, meeting, now, spoken } from '../script/meeting'

const script = [
  spoken('one', 'Hello all. We stop {{bug}} now.\n\nFour things are at stake.', [
    'We stop {{bug}}',
    'Four things',
  ]),
  spoken('two', 'There is a way back.', ['a way back']),
]
const cues = scriptCues(meeting({ facts: [fact('bug', 'the leak')], script, objections: [] }), now)
const phrases = phrasesOf(cues)

describe('must-say phrases', () => {
  it('are known by their cue, as they are read, and by their last word', () => {
    expect(phrases.map(({ id, number, text, end }) => ({ id, number, text, end }))).toEqual([
      { id: 'one We stop {{bug}}', number: 1, text: 'We stop the leak', end: 6 },
      { id: 'one Four things', number: 1, text: 'Four things', end: 9 },
      { id: 'two a way back', number: 2, text: 'a way back', end: 17 },
    ])
  })

  it('are passed once their last word is past the line, and only if they have no mark', () => {
    const none = marksOf({ phrases: [] })
    const ends = (from: number, to: number, marks = none) =>
      passed(phrases, from, to, marks).map(({ end }) => end)
    expect([ends(0, 5.9), ends(5.9, 5.9999999), ends(5.9999999, 9.5)]).toEqual([[], [6], [9]])
    expect(ends(0, 20)).toEqual([6, 9, 17])
    const at = '2026-11-24T13:05:00Z'
    const marked = marksOf({ phrases: [{ cue: 'one', phrase: 'Four things', mark: 'unticked', at }] })
    expect(ends(0, 20, marked)).toEqual([6, 17])
  })

  it('are said when shown or ticked', () => {
    expect([isSaid('shown'), isSaid('ticked'), isSaid('unticked'), isSaid(undefined)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('are not passed by a jump', () => {
    expect([isJump(1.2, 0.5, 140), isJump(40, 0.5, 140), isJump(-1, 0.5, 140), isJump(40, 20, 140)]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('are heard where most of their words were, to the last one, and no mark by hand says otherwise', () => {
    const at = '2026-11-24T10:00:00Z'
    const [first] = phrases
    if (first === undefined) throw new Error('there is a phrase')
    const words = new Set(Array.from({ length: first.end - first.start }, (_, index) => first.start + index))
    const marked = (mark: 'shown' | 'heard' | 'ticked' | 'unticked') =>
      marksOf({ phrases: [{ cue: first.cue, phrase: first.phrase, mark, at }] })
    expect(heardOf(phrases, words, marksOf({ phrases: [] }))).toEqual([first])
    expect(heardOf(phrases, words, marked('shown'))).toEqual([first])
    for (const mark of ['heard', 'ticked', 'unticked'] as const)
      expect(heardOf(phrases, words, marked(mark))).toEqual([])
    words.delete(first.end - 1)
    expect(heardOf(phrases, words, marksOf({ phrases: [] }))).toEqual([])
  })

  it('are not heard where they were left out, though the words around them were', () => {
    const [first] = phrases
    if (first === undefined) throw new Error('there is a phrase')
    const words = new Set<number>()
    const says = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => ({
        word: from + index,
        phones: 4,
        from: (from + index) / 3,
        to: (from + index + 1) / 3,
      }))
    const tracker = new Tracker(-1)
    const [before, after] = [says(0, first.start), says(first.end, first.end + 4)]
    for (const [heard, at] of [
      [before, 1],
      [[...before, ...after], 3],
      [[...before, ...after], 3.5],
    ] as const) {
      const told = tracker.see(heard, at, true)
      if (told?.kind === 'place') for (const word of heardIn(told)) words.add(word)
    }
    expect(tracker.place).toBe(first.end + 3)
    expect([...words].toSorted((one, other) => one - other)).toEqual(
      [...before, ...after].map(({ word }) => word),
    )
    expect(heardOf(phrases, words, marksOf({ phrases: [] }))).not.toContain(first)
  })
})
