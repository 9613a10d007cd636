import type { ScriptCue } from '../script/cues'
import { readingOf, type Reading, type Sample } from './reading'
import type { Answer, CueRun, Run, Spoken, Stretch } from './schema'

/** What the run of a script is reckoned from; `spoken` is what was heard of a cue, by the cue's id. */
export type RunParts = {
  readonly id: string
  readonly at: string
  readonly setPace: number
  readonly cues: readonly Pick<ScriptCue, 'id' | 'heading' | 'timebox' | 'words'>[]
  readonly samples: readonly Sample[]
  readonly answers: readonly Answer[]
  readonly notShown: readonly string[]
  readonly spoken?: ReadonlyMap<string, Spoken>
}

/** About so many words make one stretch, and no more than so many stretches the picture of the pace. */
const STRETCH = 25
const MOST_STRETCHES = 240

/** So many words or seconds are no rehearsal worth keeping. */
const LEAST = { words: 10, seconds: 5 }

const hundredths = (number: number) => Math.round(number * 100) / 100

function sum(numbers: readonly number[], from: number, to: number): number {
  let all = 0
  for (let at = from; at < to; at += 1) all += numbers[at] ?? 0
  return all
}

/** The cues that are spoken, each with the words before it. */
function placed(cues: RunParts['cues']) {
  let before = 0
  return cues.flatMap((cue) => {
    const from = before
    before += cue.words
    return cue.words === 0 ? [] : [{ ...cue, from, to: before }]
  })
}

type Placed = ReturnType<typeof placed>[number]

function cueRun({ seconds, stopped, read }: Reading, cue: Placed, spoken: Spoken | undefined): CueRun {
  const of = (numbers: readonly number[]) => hundredths(sum(numbers, cue.from, cue.to))
  const { id, heading, timebox, words } = cue
  const had = { cue: id, heading, timebox, words, read: of(read), seconds: of(seconds), stopped: of(stopped) }
  return spoken === undefined ? had : { ...had, spoken }
}

function stretchesOf({ seconds, stopped, read }: Reading, cues: readonly Placed[]): readonly Stretch[] {
  const words = cues.at(-1)?.to ?? 0
  const length = Math.max(STRETCH, words / MOST_STRETCHES)
  return cues.flatMap((cue) => {
    const parts = Math.max(1, Math.round(cue.words / length))
    const borders = Array.from({ length: parts + 1 }, (_, part) => {
      return cue.from + Math.round((cue.words * part) / parts)
    })
    return borders.slice(0, -1).map((from, part) => {
      const to = borders[part + 1] ?? cue.to
      const took = sum(seconds, from, to) - sum(stopped, from, to)
      return {
        cue: cue.id,
        from,
        words: to - from,
        read: hundredths(sum(read, from, to)),
        seconds: hundredths(Math.max(0, took)),
      }
    })
  })
}

function spentOn(samples: readonly Sample[], on: Sample['on']): number {
  return samples.reduce((all, now, index) => {
    const before = samples[index - 1]
    return before?.on === on ? all + Math.max(0, now.seconds - before.seconds) : all
  }, 0)
}

/** A run as it is kept: how long each cue took and how fast its words went by. */
export function runOf(parts: RunParts): Run {
  const { id, at, setPace, samples, answers, notShown, spoken } = parts
  const cues = placed(parts.cues)
  const words = cues.at(-1)?.to ?? 0
  const reading = readingOf(samples, words)
  return {
    id,
    at,
    setPace,
    words,
    script: hundredths(spentOn(samples, 'script')),
    questions: hundredths(spentOn(samples, 'question')),
    cues: cues.map((cue) => cueRun(reading, cue, spoken?.get(cue.id))),
    stretches: [...stretchesOf(reading, cues)],
    answers: [...answers],
    notShown: [...notShown],
  }
}

/** How many of a run's words were read. */
export function wordsRead({ cues }: Pick<Run, 'cues'>): number {
  return cues.reduce((all, { read }) => all + read, 0)
}

/** Whether enough happened for a run to be kept. */
export function isWorthKeeping(run: Run): boolean {
  return run.script >= LEAST.seconds && wordsRead(run) >= LEAST.words
}

/** A cue of which less than this share was read tells nothing about how long it takes. */
const READ_ENOUGH = 0.8

/** Whether enough of a cue was read to compare how long it took. */
export function isRead({ read, words }: Pick<CueRun, 'read' | 'words'>): boolean {
  return read >= words * READ_ENOUGH
}

/** The words per minute of what was read, without stops; null where that is too little to say. */
export function paceOf({ read, words, seconds }: Pick<Stretch, 'read' | 'words' | 'seconds'>): number | null {
  return read < words / 2 || seconds <= 0 ? null : (read * 60) / seconds
}

/** The words per minute of a cue, without its stops. */
export function cuePace({ stopped, ...cue }: CueRun): number | null {
  return paceOf({ ...cue, seconds: cue.seconds - stopped })
}
