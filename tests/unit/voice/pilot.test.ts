import { describe, expect, it } from 'vitest'

import type { VoiceEvent } from '../../../shared/voice/events'
import {
  heard,
  listeningAgain,
  newPilot,
  ownPace,
  reachOf,
  soughtAt,
  stanceOf,
  whereabouts,
  withSound,
} from '../../../shared/voice/pilot'

const place = (word: number, moved: 'on' | 'jump' = 'on'): VoiceEvent => ({
  kind: 'place',
  first: word,
  word,
  certainty: 0.9,
  at: 0,
  moved,
})
const speech = (on: boolean): VoiceEvent => ({ kind: 'speech', on, at: 0 })

/** Places as they were told at these times, in seconds. */
const after = (...events: readonly (readonly [time: number, event: VoiceEvent])[]) =>
  events.reduce((pilot, [time, event]) => heard(pilot, event, time), newPilot(0, 140))

const reading = (seconds: number, perSecond: number) =>
  Array.from(
    { length: Math.floor(seconds * 2) },
    (_, index) => [0.5 + index / 2, place(Math.round(((index + 1) * perSecond) / 2))] as const,
  )

describe('what is made of what is heard', () => {
  it('follows a speaker at their own pace, which it learns', () => {
    const pilot = after([0.1, speech(true)], ...reading(20, 3))
    expect(stanceOf(pilot, 20.2)).toBe('following')
    expect(ownPace(pilot)).toBeCloseTo(3, 0)
    const speaker = whereabouts(pilot, 20.5, Infinity)
    expect(speaker?.words).toBeGreaterThan(61)
    expect(speaker?.words).toBeLessThan(64)
  })

  it('holds at the last word while the speaker rests, leaves the script, or says nothing it knows', () => {
    const spoken = after([0.1, speech(true)], ...reading(5, 2))
    expect(stanceOf(spoken, 7)).toBe('holding')
    expect(stanceOf(heard(spoken, speech(false), 5.1), 5.2)).toBe('holding')
    const lost = heard(spoken, { kind: 'lost', at: 5 }, 5.1)
    expect(stanceOf(lost, 5.2)).toBe('holding')
    expect(whereabouts(lost, 60, Infinity)).toMatchObject({ words: 11, wordsPerSecond: 0 })
    expect(stanceOf(heard(lost, place(12), 61), 61.2)).toBe('following')
  })

  it('takes nobody to go on unheard beyond the end of their sentence', () => {
    const starts = new Set([0, 12, 20])
    const text = Array.from({ length: 24 }, (_, index) => ({ starts: starts.has(index) }))
    expect(reachOf(text, 5)).toBe(13)
    expect(reachOf(text, 12)).toBe(13)
    expect(reachOf(text, 23)).toBe(25)
    const pilot = after([0.1, speech(true)], ...reading(5, 2))
    expect(whereabouts(pilot, 5.2, 20)).toMatchObject({ words: expect.closeTo(12.1, 1) })
    expect(whereabouts(pilot, 5.9, 11.5)).toMatchObject({ words: 11.5, wordsPerSecond: 0, seconds: 0 })
    expect(whereabouts(pilot, 5.2, 4)?.words, 'never before what was heard').toBe(11)
  })

  it('does not take a rest or a skip for the pace', () => {
    const spoken = after([0.1, speech(true)], ...reading(10, 2))
    const before = ownPace(spoken)
    expect(ownPace(heard(spoken, place(21), 40))).toBe(before)
    expect(ownPace(heard(spoken, place(80, 'jump'), 10.5))).toBe(before)
  })

  it('goes by the clock when nobody can be heard, nothing is understood or no sound arrives', () => {
    const silent = newPilot(0, 140)
    expect(stanceOf(silent, 9)).toBe('holding')
    expect(stanceOf(silent, 11)).toBe('timed')
    const foreign = heard(silent, speech(true), 1)
    expect(stanceOf(foreign, 8)).toBe('holding')
    expect(stanceOf(foreign, 10)).toBe('timed')
    const deaf = withSound(after([0.1, speech(true)], ...reading(5, 2)), false, 6)
    expect(stanceOf(deaf, 6)).toBe('timed')
    expect(stanceOf(withSound(deaf, true, 7), 7)).toBe('holding')
  })

  it('looks for the speaker anew after a hand moved the script, and keeps their pace', () => {
    const spoken = after([0.1, speech(true)], ...reading(10, 3))
    const sought = soughtAt(spoken, 10)
    expect(whereabouts(sought, 10.1, Infinity)).toBeNull()
    expect(ownPace(sought)).toBe(ownPace(spoken))
    expect(stanceOf(heard(sought, place(200), 11), 11.1)).toBe('following')
  })

  it('waits for somebody it had found, after a key or an edit too, however long they say nothing of the script', () => {
    const spoken = after([0.1, speech(true)], ...reading(10, 3))
    const silent = soughtAt(heard(spoken, speech(false), 11), 60)
    expect(stanceOf(silent, 600)).toBe('holding')
    const asked = heard(silent, speech(true), 61)
    expect(stanceOf(asked, 600)).toBe('holding')
    expect(stanceOf(soughtAt(asked, 601), 900)).toBe('holding')
    expect(stanceOf(withSound(silent, false, 62), 62)).toBe('timed')
    expect(stanceOf(listeningAgain(silent, 700, 140), 900), 'after a pause too').toBe('holding')
  })

  it('remembers after a key that somebody was heard, and goes by the clock where they were never understood', () => {
    const foreign = soughtAt(after([1, speech(true)], [2, speech(false)]), 20)
    expect(foreign.spoke, 'what rests and runs by speech alone goes by this').toBe(20)
    expect(stanceOf(foreign, 29)).toBe('timed')
    expect(soughtAt(newPilot(0, 140), 20).spoke).toBeNull()
  })
})
