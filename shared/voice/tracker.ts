import type { VoiceEvent } from './events'
import { NO_WORD } from './graph'

/** A word heard (or `NO_WORD`), of so many phones, and when it began and ended, in seconds. */
export type HeardWord = {
  readonly word: number
  readonly phones: number
  readonly from: number
  readonly to: number
}

/** When a guess becomes a place. Times in seconds, the rest in words. */
export type TrackerTuning = {
  /** So far on, progress is ordinary. */
  readonly near: number
  /** After so much other speech, or past words that were not heard, it takes so many phones in a row to go on. */
  readonly fresh: number
  readonly resumeEvidence: number
  /** So many words on at once take so many phones even where they join what was heard: short ones are like anything. */
  readonly leap: number
  readonly leapEvidence: number
  /** A speaker who was not understood for a while can be further on by so many words a second. */
  readonly pace: number
  /** What it takes to go there, and to jump: so many phones in words in a row, more for further than `far` words. */
  readonly reachEvidence: number
  readonly evidence: number
  readonly farEvidence: number
  readonly far: number
  /** After so much other speech each second more takes so many phones more, up to so many: an aside is long and has likenesses. */
  readonly sure: number
  readonly doubt: number
  readonly mostDoubt: number
  /** A jump was right once so many words were heard from there on; until then the way back is no farther than any other. */
  readonly settled: number
  /** For how long it must stand. */
  readonly stable: number
  /** Speech without a word of the text for so long is another matter. */
  readonly lost: number
}

export const TRACKER_TUNING: TrackerTuning = {
  near: 6,
  fresh: 1.5,
  resumeEvidence: 8,
  leap: 3,
  leapEvidence: 10,
  pace: 2,
  reachEvidence: 12,
  evidence: 14,
  farEvidence: 28,
  far: 60,
  sure: 2.5,
  doubt: 2,
  mostDoubt: 4,
  settled: 12,
  stable: 0.3,
  lost: 4,
}

/** Words between two of a run that may have been swallowed, and other sound between them, in seconds. */
const RUN_GAP = 2
const RUN_PAUSE = 0.5
const KEPT = 40
/** A guess that is so many words behind is a change of mind and no way back. */
const BACK = 4

type Run = {
  readonly first: number
  readonly last: number
  readonly length: number
  readonly phones: number
  readonly from: number
  readonly to: number
}

/** The words in a row that the guess ends with. */
export function runOf(heard: readonly HeardWord[]): Run | null {
  const words = heard.filter(({ word }) => word !== NO_WORD)
  const last = words.at(-1)
  if (last === undefined) return null
  let index = words.length - 1
  for (; index > 0; index -= 1) {
    const [before, after] = [words[index - 1], words[index]]
    if (before === undefined || after === undefined) break
    const step = after.word - before.word
    const spoken = heard
      .filter(({ word, from }) => word === NO_WORD && from >= before.to && from < after.from)
      .reduce((sum, { from, to }) => sum + to - from, 0)
    if (step < 1 || step > RUN_GAP || spoken > RUN_PAUSE) break
  }
  const first = words[index] ?? last
  const length = words.length - index
  const phones = words.slice(index).reduce((sum, each) => sum + each.phones, 0)
  return { first: first.word, last: last.word, length, phones, from: first.from, to: last.to }
}

/** Follows guesses from block to block and says where the speaker is once there is evidence. */
export class Tracker {
  private earlier: readonly HeardWord[] = []
  private candidate: { readonly first: number; readonly since: number } | null = null
  private jumped: { readonly from: number; readonly to: number } | null = null
  private advanced = 0
  private seen = 0
  private isLost = false

  constructor(
    public place: number,
    private readonly tuning = TRACKER_TUNING,
  ) {}

  /** The utterance is over: what was heard in it is fixed. */
  keep(heard: readonly HeardWord[]): void {
    this.earlier = [...this.earlier, ...heard].slice(-KEPT)
  }

  /** The speaker took over: go on from here. */
  seek(place: number): void {
    this.place = place
    this.advanced = this.seen
    this.earlier = []
    this.candidate = null
    this.jumped = null
    this.isLost = false
  }

  private moveTo({ first, last: word, phones }: Run, at: number, moved: 'on' | 'jump'): VoiceEvent {
    if (moved === 'jump') this.jumped = { from: this.place, to: word }
    else if (this.jumped !== null && word - this.jumped.to >= this.tuning.settled) this.jumped = null
    this.place = word
    this.advanced = at
    this.isLost = false
    this.candidate = null
    const certainty = Math.min(1, phones / this.tuning.evidence)
    return { kind: 'place', first, word, certainty, moved, at }
  }

  /** So far on, a speaker can have come unheard. */
  private reach(at: number): number {
    return this.tuning.near + (at - this.advanced) * this.tuning.pace
  }

  /** How many phones in a row it takes to believe in a move: more for a longer one, and after much other speech. */
  private needed(ahead: number, at: number): number {
    const { reachEvidence, evidence, farEvidence, far, sure, doubt, mostDoubt } = this.tuning
    const doubts = Math.min(mostDoubt, Math.max(0, at - this.advanced - sure) * doubt)
    if (ahead > 0 && ahead <= this.reach(at)) return reachEvidence + doubts
    const back = this.jumped === null ? Infinity : Math.abs(this.place + ahead - this.jumped.from)
    return Math.min(Math.abs(ahead), back) > far ? farEvidence : evidence + doubts
  }

  /** Whether a run a few words on is the speaker going on, rather than a likeness in other speech. */
  private goesOn(run: Run, at: number): boolean {
    const { fresh, resumeEvidence, leap, leapEvidence } = this.tuning
    const joins = run.first <= this.place + 1 && at - this.advanced <= fresh
    const ahead = run.last - this.place
    const isStep = joins && ahead < leap
    const enough = joins ? leapEvidence : resumeEvidence
    return run.length >= Math.min(ahead, 3) && (isStep || run.phones >= enough)
  }

  /** What the best guess so far tells at this time; `speech` says whether somebody speaks. */
  see(heard: readonly HeardWord[], at: number, speech: boolean): VoiceEvent | null {
    const { near, stable, lost } = this.tuning
    if (!speech) this.advanced += at - this.seen
    this.seen = at
    const run = runOf([...this.earlier, ...heard])
    const ahead = run === null ? 0 : run.last - this.place
    if (run !== null && ahead > 0 && ahead <= near && this.goesOn(run, at)) return this.moveTo(run, at, 'on')
    if (
      run !== null &&
      (ahead > near || ahead <= -BACK) &&
      run.length >= 3 &&
      run.phones >= this.needed(ahead, at)
    ) {
      const moved = ahead > near && ahead <= this.reach(at) ? 'on' : 'jump'
      if (this.candidate?.first !== run.first) this.candidate = { first: run.first, since: at }
      else if (at - this.candidate.since >= stable) return this.moveTo(run, at, moved)
    }
    if (run !== null && ahead === 0) this.candidate = null
    if (speech && !this.isLost && at - this.advanced > lost) {
      this.isLost = true
      return { kind: 'lost', at }
    }
    return null
  }
}
