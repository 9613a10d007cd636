import { describe, expect, it } from 'vitest'

import { createFollower } from '../../../renderer/voice/follow/follower'
import { percentile } from '../../bench/rows'
import { placesOf, scoreOf } from '../../bench/voice/score'
import { BLOCK, engineOf, RATE, recorded, replay } from './replay'

const seconds = (recorded.blocks * BLOCK) / RATE
const events = replay(recorded)
const score = scoreOf(recorded.truth, placesOf(events), seconds)
const words = recorded.words.map(([text, starts]) => ({ text, starts }))

describe('a speaker who rests, digresses, skips and repeats, as the engine heard it', () => {
  it('is followed', () => {
    // Six events in seventy seconds: until each is understood, the place cannot be right.
    expect(score.within).toBeGreaterThan(0.84)
    expect(percentile(score.errors, 0.5)).toBeLessThanOrEqual(1)
    expect(percentile(score.lags, 0.5)).toBeLessThan(250)
  })

  it('is found again soon after each of these', () => {
    expect(score.recoveries).toHaveLength(6)
    for (const { seconds: until } of score.recoveries) expect(until).toBeLessThan(4)
  })

  it('goes back only by a jump, and never by a few words', () => {
    const places = events.flatMap((event) => (event.kind === 'place' ? [event] : []))
    places.forEach((place, index) => {
      const before = places[index - 1]
      if (before === undefined || place.word > before.word) return
      expect(place.moved).toBe('jump')
      expect(before.word - place.word).toBeGreaterThanOrEqual(4)
    })
    expect(places.length).toBeGreaterThan(60)
  })

  it('is told one place a block at most, in the order of time', () => {
    const times = events.filter(({ kind }) => kind === 'place').map(({ told }) => told)
    expect(new Set(times).size).toBe(times.length)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
  })
})

describe('the speaker who takes over', () => {
  it('is expected at that word, in what was heard so far and afterwards', () => {
    const { engine, graphs } = engineOf({ ...recorded, guesses: [] }, () => 0)
    const follower = createFollower({ engine, language: 'en', words, place: 0 })
    follower.seek(40)
    follower.setWords(words.slice(0, 20), 3)
    expect(graphs).toHaveLength(3)
    const first = graphs.map(
      ({ arcs, start }) => arcs.find(({ from, word }) => from === start && word >= 0)?.word,
    )
    expect(first).toEqual([0, 40, 3])
  })

  it('may turn the microphone off and on in mid-speech, and is told to speak anew', () => {
    let block = 0
    const { engine } = engineOf({ ...recorded, guesses: [], speech: [[0, true]] }, () => block)
    const follower = createFollower({ engine, language: 'en', words, place: 0 })
    const hear = () => {
      block += 1
      return follower.hear(new Float32Array(BLOCK)).filter(({ kind }) => kind === 'speech')
    }
    expect([hear(), hear()].flat()).toHaveLength(1)
    follower.seek(12)
    follower.restart()
    expect([hear(), hear()].flat()).toMatchObject([{ kind: 'speech', on: true }])
  })

  it('may have no words at all', () => {
    const { engine } = engineOf({ ...recorded, guesses: [], speech: [[0, true]] }, () => 0)
    const follower = createFollower({ engine, language: 'en', words: [], place: 0 })
    const told = Array.from({ length: 60 }, () => follower.hear(new Float32Array(BLOCK))).flat()
    expect(told.map(({ kind }) => kind)).toEqual(['speech', 'lost'])
  })
})
