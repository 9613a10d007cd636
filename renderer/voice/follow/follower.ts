import type { VoiceEvent, VoiceLanguage } from '../../../shared/voice/events'
import { GRAPH_TUNING, graphOf, NO_WORD, type GraphTuning, type Text } from '../../../shared/voice/graph'
import { pronouncer } from '../../../shared/voice/pronounce'
import { Tracker, TRACKER_TUNING, type HeardWord, type TrackerTuning } from '../../../shared/voice/tracker'
import type { SpokenWord } from '../../../shared/voice/words'
import { FRAME_RATE, SAMPLE_RATE, type Engine } from './engine'
import { Pauses } from './pauses'

export type FollowerTuning = {
  readonly graph: GraphTuning
  readonly tracker: TrackerTuning
  /** After so much speech that is not of the text, in seconds, the graph is made anew around the place. */
  readonly elsewhere: number
}
export const FOLLOWER_TUNING: FollowerTuning = {
  graph: GRAPH_TUNING,
  tracker: TRACKER_TUNING,
  elsewhere: 1.5,
}

/** What a follower needs of the engine. */
export type Listening = Pick<
  Engine,
  | 'phones'
  | 'lookup'
  | 'detector'
  | 'listenFor'
  | 'startUtterance'
  | 'endUtterance'
  | 'hear'
  | 'guess'
  | 'close'
>

export type FollowerOptions = {
  readonly engine: Listening
  readonly language: VoiceLanguage
  readonly words: readonly SpokenWord[]
  /** The index of the word to be spoken next. */
  readonly place: number
  readonly tuning?: FollowerTuning
}

/** Sound from before the detector noticed speech that is heard all the same, in seconds. */
const BACKLOG = 0.6
/** A speaker who makes no pause is heard in utterances of so many seconds. */
const LONGEST = 15
/** The engine learns the sound of a voice at the end of each utterance: the first one is short. */
const FIRST = 3

/** Follows a speaker through a text: sound in, places out. */
export class Follower {
  private readonly pauses: Pauses
  private readonly pronounce: ReturnType<typeof pronouncer>
  private readonly tracker: Tracker
  private readonly tuning: FollowerTuning
  private text: Text
  private waiting: Float32Array[] = []
  private speech = false
  private samples = 0
  private began = 0
  private longest = FIRST

  constructor(private readonly options: FollowerOptions) {
    const { engine, language, words, place, tuning = FOLLOWER_TUNING } = options
    this.tuning = tuning
    this.pauses = new Pauses(engine.detector())
    this.pronounce = pronouncer(language, engine.lookup)
    this.tracker = new Tracker(place - 1, tuning.tracker)
    this.text = this.textOf(words)
    this.listen()
  }

  private textOf(words: readonly SpokenWord[]): Text {
    return { words, sounds: words.map(({ text }) => this.pronounce(text)) }
  }

  private listen(): void {
    const { engine } = this.options
    engine.listenFor(graphOf(this.text, this.tracker.place + 1, engine.phones, this.tuning.graph))
  }

  /** Another text from now on, or the same with changes; `place` is the index of the word to be spoken next. */
  setWords(words: readonly SpokenWord[], place: number): void {
    this.text = this.textOf(words)
    this.seek(place)
  }

  /** The speaker took over: this is the word to be spoken next. */
  seek(place: number): void {
    this.options.engine.endUtterance()
    this.tracker.seek(place - 1)
    this.listen()
    if (this.speech) this.start()
  }

  /** The sound was interrupted: what was being said then is over. */
  restart(): void {
    this.options.engine.endUtterance()
    this.pauses.restart()
    this.speech = false
    this.waiting = []
  }

  private start(): void {
    this.options.engine.startUtterance()
    this.began = this.samples
  }

  private heard(): readonly HeardWord[] {
    const begin = this.began / SAMPLE_RATE
    return this.options.engine.guess().map(({ word, phones, from, to }) => ({
      word,
      phones,
      from: begin + from / FRAME_RATE,
      to: begin + (to + 1) / FRAME_RATE,
    }))
  }

  private finish(): void {
    this.tracker.keep(this.heard())
    this.longest = LONGEST
    this.options.engine.endUtterance()
    this.listen()
  }

  private backlog(samples: Float32Array): void {
    this.waiting.push(samples)
    let length = this.waiting.reduce((sum, each) => sum + each.length, 0)
    while (length - (this.waiting[0]?.length ?? 0) > BACKLOG * SAMPLE_RATE) {
      length -= this.waiting.shift()?.length ?? 0
    }
  }

  /** Hears some sound, of one channel and 16,000 samples a second, and tells what came of it. */
  hear(samples: Float32Array): readonly VoiceEvent[] {
    const { engine } = this.options
    const events: VoiceEvent[] = [...this.pauses.hear(samples)]
    this.backlog(samples)
    const before = this.speech
    this.speech = this.pauses.speech
    if (this.speech && !before) this.start()
    this.samples += samples.length
    const at = this.samples / SAMPLE_RATE
    if (this.speech || before) {
      for (const each of this.waiting) engine.hear(each)
      if (!before) this.began -= this.waiting.reduce((sum, each) => sum + each.length, 0) - samples.length
      this.waiting = []
    }
    const heard = this.speech || before ? this.heard() : []
    const told = this.tracker.see(heard, at, this.speech)
    if (told !== null) events.push(told)
    if (before && !this.speech) this.finish()
    else if (this.speech && this.isStale(heard)) {
      this.finish()
      this.start()
    }
    return events
  }

  /** Whether the utterance is long enough, or has long left the text. */
  private isStale(heard: readonly HeardWord[]): boolean {
    const [now, began] = [this.samples / SAMPLE_RATE, this.began / SAMPLE_RATE]
    const last = heard.findLast(({ word }) => word !== NO_WORD)?.to ?? began
    return now - began > this.longest || now - last > this.tuning.elsewhere
  }

  close(): void {
    this.options.engine.close()
  }
}

/** A follower of a speaker who goes on after `place`. */
export function createFollower(options: FollowerOptions): Follower {
  return new Follower(options)
}
