import { withSample, type Sample } from '../../../shared/rehearsal/reading'
import { runOf, type RunParts } from '../../../shared/rehearsal/run'
import type { Run } from '../../../shared/rehearsal/schema'

/** Three cues with a slot between them: 60, 120 and 20 words. */
export const CUES: RunParts['cues'] = [
  { id: 'opening', heading: 'Opening', timebox: 1, words: 60 },
  { id: 'deadline', heading: 'The deadline', timebox: 2, words: 0 },
  { id: 'bug', heading: 'The bug', timebox: 1, words: 120 },
  { id: 'close', heading: 'Close', timebox: 0.5, words: 20 },
]
export const WORDS = 200

const LOOK_EVERY = 0.25

/** A presenter at the prompter, whose place is looked at four times a second. */
export class Reader {
  readonly samples: Sample[] = []
  #seconds = 0
  #word = 0

  constructor() {
    this.#look('script')
  }

  #look(on: Sample['on']): void {
    withSample(this.samples, { seconds: this.#seconds, word: this.#word, on })
  }

  /** The script runs evenly to a word. */
  reads(to: number, wordsPerMinute: number): this {
    const speed = wordsPerMinute / 60
    this.#look('script')
    while (this.#word < to) {
      this.#seconds += Math.min(LOOK_EVERY, (to - this.#word) / speed)
      this.#word = Math.min(to, this.#word + speed * LOOK_EVERY)
      this.#look('script')
    }
    return this
  }

  /** Nothing moves for so long. */
  waits(seconds: number, on: Sample['on'] = 'script'): this {
    this.#look(on)
    for (let passed = 0; passed < seconds; passed += LOOK_EVERY) {
      this.#seconds += LOOK_EVERY
      this.#look(on)
    }
    return this
  }

  /** By key or by hand, from one look to the next. */
  goes(to: number): this {
    this.#look('script')
    this.#seconds += LOOK_EVERY
    this.#word = to
    this.#look('script')
    return this
  }
}

/** The run of such a reader. */
export function runBy(reader: Reader, more: Partial<RunParts> = {}): Run {
  return runOf({
    id: '0197a000-0000-7000-8000-000000000001',
    at: '2026-11-23T14:00:00.000Z',
    setPace: 140,
    cues: CUES,
    samples: reader.samples,
    answers: [],
    notShown: [],
    ...more,
  })
}
