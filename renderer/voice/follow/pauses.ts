import type { VoiceEvent } from '../../../shared/voice/events'
import { SAMPLE_RATE } from './engine'
import type { Endpointer } from './module'

/** After so much silence the detector has let go of any speech, in seconds. */
const SILENCE = 1

/** Tells speech from silence, in any language. */
export class Pauses {
  private readonly frame: Float32Array
  private filled = 0
  private heard = 0
  speech = false

  constructor(private readonly detector: Endpointer) {
    this.frame = new Float32Array(detector.get_frame_size())
  }

  /** The sound was interrupted: whoever spoke before is not known to speak still, and is told anew if so. */
  restart(): void {
    this.filled = 0
    this.speech = false
    this.frame.fill(0)
    const frames = Math.ceil((SILENCE * SAMPLE_RATE) / this.frame.length)
    for (let frame = 0; frame < frames; frame += 1) this.detector.process(this.frame)
  }

  /** Hears some sound, of one channel and 16,000 samples a second. */
  hear(samples: Float32Array): readonly VoiceEvent[] {
    const events: VoiceEvent[] = []
    for (let at = 0; at < samples.length;) {
      const part = samples.subarray(at, at + this.frame.length - this.filled)
      this.frame.set(part, this.filled)
      this.filled += part.length
      at += part.length
      if (this.filled < this.frame.length) break
      this.filled = 0
      this.heard += this.frame.length
      this.detector.process(this.frame)
      const speech = this.detector.get_in_speech()
      if (speech !== this.speech) {
        this.speech = speech
        events.push({ kind: 'speech', on: speech, at: this.heard / SAMPLE_RATE })
      }
    }
    return events
  }
}
