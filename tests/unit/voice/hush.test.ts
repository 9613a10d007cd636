import { describe, expect, it } from 'vitest'

import { HUSH, Hush } from '../../../renderer/voice/follow/hush'

const RATE = 16_000
const BLOCK = 1_440

/** A tone of this level, a block long. */
function tone(level: number): Float32Array {
  return Float32Array.from(
    { length: BLOCK },
    (_, index) => level * Math.SQRT2 * Math.sin((index * 2 * Math.PI * 8) / BLOCK),
  )
}

function levelOf(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
}

describe('the hush under a voice', () => {
  it('fills what was left empty, as quietly as in a good room', () => {
    const hush = new Hush(RATE)
    hush.under(new Float32Array(BLOCK))
    hush.under(tone(0.2))
    const level = levelOf(hush.under(new Float32Array(BLOCK)))
    expect(level / 0.2).toBeGreaterThan(HUSH * 0.9)
    expect(level / 0.2).toBeLessThan(HUSH * 1.1)
  })

  it('leaves sound as it is that has noise of its own', () => {
    const hush = new Hush(RATE)
    hush.under(tone(0.02))
    const voice = tone(0.2)
    expect(hush.under(voice)).toBe(voice)
    expect(hush.under(tone(0.02))).toEqual(tone(0.02))
  })

  it('becomes quieter when nobody is as loud any more, and leaves silence silent', () => {
    const hush = new Hush(RATE)
    expect(levelOf(hush.under(new Float32Array(BLOCK)))).toBe(0)
    hush.under(tone(0.5))
    let level = 1
    for (let block = 0; block < (20 * RATE) / BLOCK; block += 1)
      level = levelOf(hush.under(new Float32Array(BLOCK)))
    expect(level).toBeLessThan(0.5 * HUSH * 0.1)
  })

  it('is the same for the same sound, and does not change what it is given', () => {
    const heard = () => {
      const hush = new Hush(RATE)
      hush.under(new Float32Array(BLOCK))
      const voice = tone(0.2)
      const under = hush.under(voice)
      expect(voice).toEqual(tone(0.2))
      return under
    }
    expect(heard()).toEqual(heard())
  })
})
