import { createEar } from '../../../renderer/prompter/rehearsal/ear'
import type { Spoken } from '../../../shared/rehearsal/schema'
import { spokenOf } from '../../../shared/rehearsal/spoken'
import type { VoiceEvent } from '../../../shared/voice/events'
import { CUES, WORDS } from './runs'

const LOOK_EVERY = 0.25

/** Sentences of twelve words. */
const STARTS = Array.from({ length: Math.ceil(WORDS / 12) }, (_, index) => index * 12)

/** A presenter who is listened to: looked at four times a second, with the events of a detector in between. */
export class Speaker {
  readonly ear = createEar()
  #seconds = 0
  #looked = 0
  #word = 0
  #mode: 'paced' | 'follow'
  #status: 'holding' | 'going' | 'timed' | 'ready' = 'holding'
  #isScript = true

  constructor(mode: 'paced' | 'follow' = 'paced') {
    this.#mode = mode
    this.#look()
  }

  #look(): void {
    const state = { mode: this.#mode, status: this.#status, wordsPerMinute: null, heard: null }
    this.ear.look(this.#seconds, this.#word, { ...state, on: this.#status !== 'ready' }, this.#isScript)
  }

  /** Time goes by, and the script to a word. */
  #goes(seconds: number, to = this.#word): void {
    const [from, since] = [this.#word, this.#seconds]
    const end = since + seconds
    while (this.#looked + LOOK_EVERY <= end) {
      this.#looked += LOOK_EVERY
      this.#seconds = this.#looked
      this.#word = from + ((to - from) * (this.#seconds - since)) / seconds
      this.#look()
    }
    this.#seconds = end
    this.#word = to
  }

  hears(event: VoiceEvent): this {
    this.ear.hear(this.#seconds, this.#word, event)
    return this
  }

  /** Speaks up to a word; where the script follows, each word is heard. */
  speaks(to: number, wordsPerMinute: number): this {
    this.hears({ kind: 'speech', on: true, at: this.#seconds })
    this.#status = 'going'
    const each = 60 / wordsPerMinute
    while (this.#word < to) {
      this.#goes(each, Math.min(to, this.#word + 1))
      if (this.#mode === 'follow') this.told(Math.round(this.#word) - 1, 'on')
    }
    return this
  }

  /** A place is told; one found anew by five words in a row, unless it says by which. */
  told(word: number, moved: 'on' | 'jump', first = moved === 'on' ? word : word - 4): this {
    return this.hears({ kind: 'place', first, word, certainty: 1, moved, at: this.#seconds })
  }

  /** Speaks of something else. */
  strays(seconds: number): this {
    this.hears({ kind: 'speech', on: true, at: this.#seconds })
    this.#goes(4)
    this.hears({ kind: 'lost', at: this.#seconds })
    this.#goes(seconds - 4)
    return this
  }

  rests(seconds: number): this {
    this.hears({ kind: 'speech', on: false, at: this.#seconds })
    this.#status = 'holding'
    this.#goes(seconds)
    return this
  }

  /** Something else than speaking the script goes on for so long. */
  is(status: 'timed' | 'ready' | 'asked', seconds: number): this {
    if (status === 'asked') this.#isScript = false
    else this.#status = status
    this.#look()
    this.#goes(seconds)
    this.#isScript = true
    this.#status = 'holding'
    this.#look()
    return this
  }

  /** By key or by hand. */
  to(word: number): this {
    this.#word = word
    return this
  }

  get spoken(): ReadonlyMap<string, Spoken> {
    return spokenOf(this.ear.heard, CUES, STARTS)
  }
}
