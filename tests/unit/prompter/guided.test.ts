import { describe, expect, it } from 'vitest'

import { layout, stage } from './fakeLayer'

const LINES = 60
const HIGH = 80
const FRAME = 1 / 60

/** A script that goes with a speaker; they are heard at these times, in seconds, to be at these words. */
function follow(heard: readonly (readonly [time: number, words: number, jumped?: boolean])[], until: number) {
  const { scroller, pass } = stage(120)
  scroller.layOut(layout(LINES, HIGH), { word: 0, gap: 1 })
  scroller.setRunning(true)
  scroller.setDrive('voice')
  const places: { time: number; y: number }[] = []
  const left = [...heard]
  for (let frame = 0; frame * FRAME < until; frame += 1) {
    const time = frame * FRAME
    while (left[0] !== undefined && left[0][0] <= time + 1e-9) {
      const [, words, jumped = false] = left.shift() ?? [0, 0]
      scroller.guide({ words, wordsPerSecond: 2, seconds: 1, jumped })
    }
    places.push({ time, y: scroller.y() })
    pass(FRAME)
  }
  return places
}

/** Somebody who reads two words a second and is heard every so often, a little early or late. */
const reader = (from: number, to: number, words: number, wrong: readonly number[]) =>
  Array.from({ length: Math.floor((to - from) / 0.4) }, (_, index) => {
    const error = wrong[index % wrong.length] ?? 0
    return [from + index * 0.4, words + index * 0.8 + error] as const
  })

describe('a script that goes with its speaker', () => {
  it('never goes back while they read on, however unevenly they are heard', () => {
    const places = follow(reader(0, 40, 5, [0, 2, -3, 4, -1, 6, -6, 0, 9]), 40)
    for (const [index, { y }] of places.entries())
      expect(y).toBeGreaterThanOrEqual((places[index - 1]?.y ?? 0) - 1e-6)
  })

  it('advances evenly, corrections and all, with somebody who reads evenly', () => {
    const places = follow(reader(0, 60, 0, [0]), 60).filter(({ time }) => time > 4)
    const speeds = places.slice(1).map(({ y }, index) => (y - (places[index]?.y ?? 0)) / FRAME)
    for (const speed of speeds) expect(speed).toBeCloseTo(16, 6)
  })

  it('goes back to a speaker who does, and past nothing they have yet to say', () => {
    const places = follow([...reader(0, 20, 300, [0]), [20, 10, true], ...reader(20.4, 40, 10.8, [0])], 40)
    const after = places.filter(({ time }) => time > 23)
    for (const { time, y } of after) {
      const spoken = ((10 + (time - 20) * 2) / 10) * HIGH
      expect(Math.abs(y - spoken), `at ${time.toFixed(1)} s`).toBeLessThan(HIGH / 2)
    }
  })
})
