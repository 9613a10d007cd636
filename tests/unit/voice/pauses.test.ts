import { describe, expect, it } from 'vitest'

import { Pauses } from '../../../renderer/voice/follow/pauses'

const FRAME = 480

/** A detector that says speech once it heard so many loud frames in a row, and none after as many silent ones. */
function detectorAfter(frames: number) {
  let [run, speech] = [0, false]
  return {
    get_frame_size: () => FRAME,
    get_in_speech: () => speech,
    process: (frame: Float32Array) => {
      const loud = frame.some((sample) => sample !== 0)
      run = loud === speech ? 0 : run + 1
      if (run >= frames) [run, speech] = [0, loud]
      return null
    },
  }
}

const voice = (frames: number) => new Float32Array(FRAME * frames).fill(0.5)

describe('speech and silence', () => {
  it('are told when they change', () => {
    const pauses = new Pauses(detectorAfter(10))
    expect(pauses.hear(voice(20))).toMatchObject([{ kind: 'speech', on: true, at: 0.3 }])
    expect(pauses.hear(voice(20))).toEqual([])
    expect(pauses.hear(new Float32Array(FRAME * 20))).toMatchObject([{ on: false, at: 1.5 }])
  })

  it('are told anew once the sound was interrupted, and not before somebody is heard again', () => {
    const pauses = new Pauses(detectorAfter(10))
    pauses.hear(voice(20))
    pauses.restart()
    expect(pauses.hear(voice(9))).toEqual([])
    expect(pauses.hear(voice(2))).toMatchObject([{ kind: 'speech', on: true }])
    pauses.restart()
    expect(pauses.hear(new Float32Array(FRAME * 20))).toEqual([])
  })
})
