import { describe, expect, test } from 'vitest'

import { secondsAllowed, standing, type TimedCue } from '../../../shared/script/schedule'
import { expected } from './meeting'

describe('the schedule', () => {
  const cue = (id: string, words: number, timebox: number): TimedCue => {
    return { id, kind: 'spoken', words, timebox, objection: null }
  }
  const slot: TimedCue = { id: 'slot', kind: 'slot', words: 0, timebox: 3, objection: expected }
  const cues = [cue('one', 100, 2), slot, cue('two', 50, 1)]

  test('allows each cue its timebox by the words read of it', () => {
    const none = new Set<string>()
    const allowed = [0, 50, 100, 125, 150, 999].map((word) => secondsAllowed(cues, word, none, 0))
    expect(allowed).toEqual([0, 60, 120, 150, 180, 180])
  })

  test('allows a slot the time its answer took once its response was shown, up to its timebox', () => {
    const asked = new Set([expected.id])
    const allowed = [2, 100, 180, 600].map((answering) => secondsAllowed(cues, 100, asked, answering))
    expect(allowed).toEqual([122, 220, 300, 300])
    expect(secondsAllowed(cues, 100, new Set(), 600)).toBe(120)
  })

  test('says ahead, behind or on time', () => {
    expect([standing(100, 60), standing(60, 100), standing(70, 60)]).toEqual([
      { is: 'behind', seconds: 40 },
      { is: 'ahead', seconds: 40 },
      { is: 'on time', seconds: 0 },
    ])
  })
})
