import { describe, expect, it } from 'vitest'

import { paceToAdopt } from '../../../shared/rehearsal/adopt'
import { compareRuns, totalChange } from '../../../shared/rehearsal/compare'
import { adoptWords, answerWords, changeWords } from '../../../shared/rehearsal/words'
import { CUES, Reader, runBy, WORDS } from './runs'

describe('two runs', () => {
  const before = runBy(new Reader().reads(60, 100).reads(180, 150).reads(WORDS, 150))

  it('say which cues got longer and which shorter', () => {
    const after = runBy(new Reader().reads(60, 150).reads(180, 110).reads(WORDS, 145))
    const changes = compareRuns(before, after)
    expect(changes.map(({ cue, is }) => [cue, is])).toEqual([
      ['opening', 'shorter'],
      ['bug', 'longer'],
      ['close', 'same'],
    ])
    expect(changes.map(changeWords)).toEqual(['0:12 shorter', '0:17 longer', 'about the same'])
    expect(totalChange(changes)).toBeCloseTo(5.8, 0)
  })

  it('do not compare what was not read, what is new and what is gone', () => {
    const cues = [
      ...CUES.filter(({ id }) => id !== 'close').map((cue) =>
        cue.id === 'bug' ? { ...cue, words: 90 } : cue,
      ),
      { id: 'plan', heading: 'Plan', timebox: 1, words: 30 },
    ]
    const after = runBy(new Reader().reads(20, 120).goes(60).reads(180, 120), { cues })
    const changes = compareRuns(before, after)
    expect(changes.map(({ cue }) => cue)).toEqual(['opening', 'bug', 'plan', 'close'])
    expect(changes.map(changeWords)).toEqual([
      'not read in both',
      'about the same, 30 words fewer',
      'new',
      'no longer there',
    ])
    expect(totalChange([])).toBeNull()
  })
})

describe('the pace to adopt', () => {
  it.each([90, 125, 140, 200])('is that of an even run, whatever it was set to: %i', (pace) => {
    expect(paceToAdopt(runBy(new Reader().reads(WORDS, pace)))?.wordsPerMinute).toBe(pace)
  })

  it('stands firm against a stop, a bad passage and a wrong key', () => {
    const even = new Reader().reads(110, 140)
    const run = runBy(even.waits(90).reads(120, 140).goes(119).reads(WORDS, 140))
    expect(paceToAdopt(run)?.wordsPerMinute).toBe(140)
    const slow = runBy(new Reader().reads(180, 140).reads(WORDS, 40))
    expect(paceToAdopt(slow)?.wordsPerMinute).toBe(140)
  })

  it('says what it rests on', () => {
    const pace = paceToAdopt(runBy(new Reader().reads(60, 140).waits(30).reads(WORDS, 140)))
    expect(pace === null ? '' : adoptWords(pace)).toBe(
      '160 words were read in 1:09. Not counted: 0:30 of standing still and the slowest and the fastest tenth, so that one passage does not decide.',
    )
  })

  it('is not known after a few words', () => {
    expect(paceToAdopt(runBy(new Reader().reads(30, 140)))).toBeNull()
    expect(paceToAdopt(runBy(new Reader(), { cues: [] }))).toBeNull()
  })
})

describe('an answer', () => {
  const answer = { objection: 'o', role: 'PM', text: 'Too late', word: 5, seconds: 40 }

  it('is told in words', () => {
    expect(answerWords({ ...answer, how: 'shown', shownAfter: 4.2 })).toBe('response shown after 0:04')
    expect(answerWords({ ...answer, how: 'alone', shownAfter: null })).toBe('without the response')
    expect(answerWords({ ...answer, how: 'passed', shownAfter: null })).toBe('passed over')
  })
})
