import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  brake,
  onLeg,
  onWay,
  secondsOf,
  takeUp,
  wayTo,
  type Aim,
  type Leg,
} from '../../../shared/voice/glide'

const aim = (y: number, v: number, more: Partial<Aim> = {}): Aim => ({
  y,
  v,
  seconds: 1.6,
  jumped: false,
  ...more,
})

/** The way each hundredth of a second. */
const sampled = (way: readonly Leg[]) =>
  Array.from({ length: Math.floor(secondsOf(way) * 100) }, (_, index) => onWay(way, index / 100))

describe('a way to the speaker', () => {
  it('begins and ends each leg with its own motion', () => {
    const leg = { from: { y: 10, v: 40 }, to: { y: 90, v: 20 }, seconds: 2 }
    expect(onLeg(leg, 0)).toEqual(leg.from)
    expect(onLeg(leg, 2)).toEqual(leg.to)
    const near = onLeg(leg, 1.999_999)
    expect(near.y).toBeCloseTo(90, 3)
    expect(near.v).toBeCloseTo(20, 3)
  })

  it('meets a speaker at their own speed, advances evenly, and comes to rest', () => {
    const way = wayTo({ y: 0, v: 50 }, aim(20, 60))
    const places = sampled(way)
    expect(onWay(way, way[0]?.seconds ?? 0).v).toBeCloseTo(60, 3)
    for (const [index, { y, v }] of places.entries()) {
      expect(v).toBeGreaterThanOrEqual(-1e-9)
      expect(y).toBeGreaterThanOrEqual((places[index - 1]?.y ?? 0) - 1e-9)
    }
    expect(onWay(way, secondsOf(way)).v).toBeCloseTo(0, 6)
  })

  it.each([5, 20, 60, 200, 600])('never goes back when it is %i pixels ahead without a jump', (ahead) => {
    const places = sampled(wayTo({ y: ahead, v: 55 }, aim(0, 50)))
    for (const [index, { y }] of places.entries())
      expect(y).toBeGreaterThanOrEqual((places[index - 1]?.y ?? ahead) - 1e-6)
  })

  it('never goes back, whatever its own speed and wherever the speaker is, but for a jump', () => {
    const speed = fc.double({ min: 0, max: 2_000, noNaN: true })
    const pace = fc.double({ min: 0, max: 200, noNaN: true })
    const gap = fc.double({ min: -800, max: 4_000, noNaN: true })
    fc.assert(
      fc.property(speed, pace, gap, (v, aimed, ahead) => {
        for (const motion of sampled(wayTo({ y: 0, v }, aim(ahead, aimed))))
          expect(motion.v).toBeGreaterThanOrEqual(-1e-6 * Math.max(1, v))
      }),
    )
  })

  it('glides back after a jump back, and fast over a long skip', () => {
    const back = wayTo({ y: 900, v: 50 }, aim(300, 50, { jumped: true }))
    expect(onWay(back, back[0]?.seconds ?? 0).y).toBeLessThan(400)
    const on = wayTo({ y: 0, v: 50 }, aim(20_000, 50, { jumped: true }))
    expect(on[0]?.seconds).toBeLessThanOrEqual(1.6)
  })

  it('waits where it is when the speaker holds behind it, and goes up to them where they are ahead', () => {
    expect(wayTo({ y: 100, v: 0 }, aim(60, 0))).toEqual([brake({ y: 100, v: 0 })])
    expect(wayTo({ y: 100, v: 0 }, aim(160, 0)).at(-1)?.to).toEqual({ y: 160, v: 0 })
  })

  it('comes to rest where the speaker is taken to rest, sooner than it could meet them', () => {
    const way = wayTo({ y: 0, v: 40 }, aim(20, 50, { seconds: 0.4 }))
    expect(way).toHaveLength(1)
    expect(way[0]?.to).toEqual({ y: 40, v: 0 })
    const places = sampled(way)
    for (const [index, { y }] of places.entries())
      expect(y).toBeGreaterThanOrEqual((places[index - 1]?.y ?? 0) - 1e-9)
  })

  it('takes up and loses speed evenly', () => {
    expect(onLeg(takeUp({ y: 0, v: 0 }, 50), 0.2).v).toBeCloseTo(25, 6)
    expect(onLeg(brake({ y: 0, v: 50 }), 0.2).v).toBeCloseTo(25, 6)
  })
})
