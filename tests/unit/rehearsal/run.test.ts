import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readingOf } from '../../../shared/rehearsal/reading'
import { cuePace, isRead, isWorthKeeping, paceOf, wordsRead } from '../../../shared/rehearsal/run'
import { runSchema } from '../../../shared/rehearsal/schema'
import { shareWords, plannedWords, runPace } from '../../../shared/rehearsal/words'
import { CUES, Reader, runBy, WORDS } from './runs'

describe('a run', () => {
  it('has the time of each cue, its pace, and fits its schema', () => {
    const run = runBy(new Reader().reads(60, 120).reads(WORDS, 180))
    expect(runSchema.parse(run)).toEqual(run)
    expect(run.cues.map(({ cue, seconds }) => [cue, Math.round(seconds)])).toEqual([
      ['opening', 30],
      ['bug', 40],
      ['close', 7],
    ])
    expect(run.cues.map((cue) => Math.round(cuePace(cue) ?? 0))).toEqual([120, 180, 180])
    expect(run.cues.every(isRead)).toBe(true)
    expect(run.script).toBeCloseTo(30 + 46.67, 1)
    expect(shareWords(run)).toBe('all')
    expect(plannedWords(run)).toBe('1:13 under, 2:30 planned')
  })

  it('is plotted in stretches that together are the script', () => {
    const run = runBy(new Reader().reads(WORDS, 150))
    expect(run.stretches.reduce((sum, { words }) => sum + words, 0)).toBe(WORDS)
    expect(new Set(run.stretches.map(({ cue }) => cue))).toEqual(new Set(['opening', 'bug', 'close']))
    for (const stretch of run.stretches) expect(paceOf(stretch)).toBeCloseTo(150, 0)
  })

  it('counts a breath to the words, and leaves a long stop out of the pace', () => {
    const run = runBy(new Reader().reads(30, 120).waits(6).reads(60, 120).waits(60).reads(WORDS, 120))
    const [opening, bug] = run.cues
    expect(opening?.seconds).toBeCloseTo(36, 0)
    expect(opening?.stopped).toBe(0)
    expect(bug?.seconds).toBeCloseTo(120, 0)
    expect(bug?.stopped).toBeCloseTo(60, 0)
    expect(runPace(run)).toBeCloseTo((WORDS * 60) / 106, -0.5)
  })

  it('counts what was read by hand, sentence by sentence, as read', () => {
    const reader = new Reader()
    for (let word = 0; word < WORDS; word += 20) reader.waits(10).goes(word + 20)
    const run = runBy(reader)
    expect(wordsRead(run)).toBeCloseTo(WORDS, 5)
    expect(run.cues.map((cue) => Math.round((cuePace(cue) ?? 0) / 5) * 5)).toEqual([115, 115, 115])
  })

  it('does not count what was jumped over, and counts what was read twice once', () => {
    const over = runBy(new Reader().reads(40, 120).goes(180).reads(WORDS, 120))
    expect(over.cues.map(({ read }) => Math.round(read))).toEqual([40, 0, 20])
    expect(shareWords(over)).toBe('30 %')
    expect(plannedWords(over)).toContain('for the 2 cues read')
    const twice = runBy(new Reader().reads(60, 120).goes(0).reads(WORDS, 120))
    expect(twice.cues[0]).toMatchObject({ read: 60 })
    expect(twice.cues[0]?.seconds).toBeCloseTo(60, 0)
  })

  it('keeps questions and absence apart from the script', () => {
    const run = runBy(
      new Reader().reads(60, 120).waits(20, 'question').reads(100, 120).waits(50, 'away').reads(WORDS, 120),
    )
    expect(run.questions).toBeCloseTo(20, 0)
    expect(run.script).toBeCloseTo(100, 0)
    expect(run.cues.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(100, 0)
  })

  it('takes up what was heard of a cue', () => {
    const spoken = new Map([['bug', { listened: 60, seconds: 50, pauses: 3, paused: 4, heard: null }]])
    const run = runBy(new Reader().reads(WORDS, 140), { spoken })
    expect(run.cues.map((cue) => cue.spoken?.pauses)).toEqual([undefined, 3, undefined])
    expect(runSchema.safeParse(run).success).toBe(true)
  })

  it('is kept only once something was read', () => {
    expect(isWorthKeeping(runBy(new Reader()))).toBe(false)
    expect(isWorthKeeping(runBy(new Reader().waits(100)))).toBe(false)
    expect(isWorthKeeping(runBy(new Reader().goes(WORDS)))).toBe(false)
    expect(isWorthKeeping(runBy(new Reader().reads(30, 120)))).toBe(true)
    expect(runBy(new Reader(), { cues: [] })).toMatchObject({ words: 0, cues: [], stretches: [] })
  })

  it('loses no second and makes none, however somebody goes about', () => {
    const move = fc.oneof(
      fc.record({
        is: fc.constant('reads' as const),
        by: fc.nat(60),
        pace: fc.integer({ min: 40, max: 400 }),
      }),
      fc.record({ is: fc.constant('waits' as const), by: fc.nat(40), pace: fc.constant(0) }),
      fc.record({
        is: fc.constant('goes' as const),
        by: fc.integer({ min: -WORDS, max: WORDS }),
        pace: fc.constant(0),
      }),
    )
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const reader = new Reader()
        let at = 0
        for (const { is, by, pace } of moves) {
          const to = Math.max(0, Math.min(WORDS, at + by))
          if (is === 'reads') reader.reads(to, pace)
          else if (is === 'waits') reader.waits(by)
          else reader.goes(to)
          if (is !== 'waits') at = to
        }
        const { seconds, stopped, read } = readingOf(reader.samples, WORDS)
        const total = seconds.reduce((sum, each) => sum + each, 0)
        expect(total).toBeCloseTo(reader.samples.at(-1)?.seconds ?? 0, 3)
        for (const [word, each] of seconds.entries()) {
          expect(stopped[word]).toBeLessThanOrEqual(each + 1e-9)
          expect(read[word]).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of a very long script is reckoned at once', () => {
    const cues = Array.from({ length: 1_000 }, (_, index) => ({
      ...CUES[0],
      id: `c-${index}`,
      heading: 'Cue',
      timebox: 1,
      words: 100,
    }))
    const reader = new Reader().reads(100_000, 390)
    const start = performance.now()
    const run = runBy(reader, { cues })
    expect(performance.now() - start).toBeLessThan(500)
    expect(run.stretches.length).toBeLessThanOrEqual(1_000)
    expect(wordsRead(run)).toBeCloseTo(100_000, 0)
  })
})
