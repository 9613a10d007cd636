import { describe, expect, it } from 'vitest'

import { heard, newPilot, reachOf, stanceOf, whereabouts } from '../../../shared/voice/pilot'
import type { VoiceEvent } from '../../../shared/voice/events'
import { layout, stage } from './fakeLayer'

const LINES = 4
const HIGH = 60
const WORDS = LINES * 10
const TICK = 0.01
const LOOK = 0.15
const REST = 3

type Reading = {
  readonly wordsPerMinute: number
  /** How long after a word it is told that it was heard. */
  readonly late: number
  readonly inLines: boolean
  /** A rest after so many words. */
  readonly rest?: number
}

/** What is heard of somebody who reads a whole script, and when. */
function heardOf({ wordsPerMinute, late, rest }: Reading): readonly (readonly [number, VoiceEvent])[] {
  const speech = (on: boolean, at: number) => [at, { kind: 'speech', on, at }] as const
  const told: (readonly [number, VoiceEvent])[] = [speech(true, 0.7)]
  let at = 1
  for (let word = 0; word < WORDS; word += 1) {
    at += 60 / wordsPerMinute
    told.push([at + late, { kind: 'place', word, first: word, certainty: 1, moved: 'on', at }])
    if (word + 1 !== rest) continue
    told.push(speech(false, at + 0.45))
    at += REST
    told.push(speech(true, at - 0.3))
  }
  return [...told, speech(false, at + 0.45)].toSorted(([one], [other]) => one - other)
}

/** Where a script is that goes with such a reader, moment by moment until three seconds after their last word. */
function follow(reading: Reading) {
  const { scroller, pass } = stage(140)
  scroller.layOut(layout(LINES, HIGH), { word: 0, gap: 1 })
  scroller.setStepping(reading.inLines)
  scroller.setRunning(true)
  scroller.setDrive('voice')
  const starts = Array.from({ length: WORDS }, (_, word) => ({ starts: word % 12 === 0 }))
  const told = [...heardOf(reading)]
  const places: number[] = []
  let pilot = newPilot(0, 140)
  const last = (told.at(-1)?.[0] ?? 0) + 3
  for (let tick = 0; tick * TICK < last; tick += 1) {
    const now = tick * TICK
    while (told[0] !== undefined && told[0][0] <= now) {
      const [, event] = told.shift() ?? [0, { kind: 'lost', at: 0 }]
      pilot = heard(pilot, event, now)
    }
    const speaker = whereabouts(pilot, now, reachOf(starts, pilot.place?.words ?? 0))
    const looks = tick % Math.round(LOOK / TICK) === 0
    if (looks && speaker !== null && stanceOf(pilot, now) !== 'timed') scroller.guide(speaker)
    pass(TICK)
    places.push(scroller.y())
  }
  return { places, running: scroller.state.get().running, y: scroller.y() }
}

const PACES = [110, 130, 150, 170]
const LATE = [0.1, 0.17, 0.25]

describe('a script that was followed to its end', () => {
  it.each(PACES.flatMap((pace) => LATE.map((late) => [pace, late] as const)))(
    'is over, with its end at the reading line: %i words a minute, told after %f s',
    (wordsPerMinute, late) => {
      for (const inLines of [false, true]) {
        const { places, running, y } = follow({ wordsPerMinute, late, inLines })
        expect({ inLines, running }).toEqual({ inLines, running: false })
        expect(y).toBeGreaterThanOrEqual(LINES * HIGH)
        for (const [index, each] of places.entries())
          expect(each).toBeGreaterThanOrEqual((places[index - 1] ?? 0) - 1e-6)
        expect(y).toBeLessThan((LINES + 1 / 4) * HIGH)
      }
    },
  )

  it('never goes back a line where somebody rests after a guess that went ahead of them', () => {
    for (const rest of [17, 18, 19, 20, 21]) {
      const { places, running } = follow({ wordsPerMinute: 150, late: 0.15, inLines: true, rest })
      for (const [index, y] of places.entries()) expect(y).toBeGreaterThanOrEqual(places[index - 1] ?? 0)
      expect(running).toBe(false)
    }
  })

  it('is over too where it came to rest a little before its end', () => {
    const { scroller, pass } = stage(140)
    scroller.layOut(layout(LINES, HIGH), { word: WORDS - 3, gap: 1 })
    scroller.setRunning(true)
    scroller.setDrive('voice')
    for (let look = 0; look < 20; look += 1) {
      scroller.guide({ words: WORDS, wordsPerSecond: 0, seconds: 0, jumped: false })
      pass(LOOK)
    }
    expect(scroller.state.get().running).toBe(false)
  })
})
