import { minutesOf } from '../meeting/clock'
import type { PaceToAdopt } from './adopt'
import type { CueChange, SpokenChange } from './compare'
import { wordsRead } from './run'
import type { Answer, Run, Spoken } from './schema'

const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`

/** Seconds as minutes and seconds, e.g. `6:12`. */
export const clock = (seconds: number): string => minutesOf(Math.round(seconds) * 1000)

/** The words per minute of a whole run, stops left out; null where nothing was read. */
export function runPace(run: Run): number | null {
  const stops = run.cues.reduce((all, { stopped }) => all + stopped, 0)
  const seconds = run.script - stops
  return seconds <= 0 ? null : Math.round((wordsRead(run) * 60) / seconds)
}

/** How much of the script was read, e.g. `all`, `64 %`. */
export function shareWords(run: Run): string {
  const share = run.words === 0 ? 0 : wordsRead(run) / run.words
  return share > 0.97 ? 'all' : `${Math.floor(share * 100)} %`
}

/** How the script's time stands against its timeboxes. Only the cues that were read far enough count. */
export function plannedWords(run: Run): string {
  const read = run.cues.filter(({ read: had, words }) => had >= words / 2)
  const planned = read.reduce((all, { timebox }) => all + timebox * 60, 0)
  const took = read.reduce((all, { seconds }) => all + seconds, 0)
  if (read.length === 0 || planned === 0) return 'No timebox to compare with'
  const off = Math.round(took - planned)
  const against = off === 0 ? 'as planned' : `${clock(Math.abs(off))} ${off > 0 ? 'over' : 'under'}`
  const part = read.length === run.cues.length ? '' : ` for the ${count(read.length, 'cue')} read`
  return `${against}, ${clock(planned)} planned${part}`
}

const COUNTED: Readonly<
  Record<PaceToAdopt['from'], readonly [words: string, time: string, without: string]>
> = {
  voice: ['words were heard', ' of speaking', 'rests'],
  speech: ['words went by', ' of speaking', 'rests'],
  prompter: ['words were read', '', 'standing still'],
}

/** Why this is the pace to adopt. */
export function adoptWords({ words, seconds, without, from }: PaceToAdopt): string {
  const [counted, time, left] = COUNTED[from]
  const out = Math.round(without) > 0 ? `${clock(without)} of ${left} and ` : ''
  const set =
    from === 'speech'
      ? ' In Paced the script goes by its set pace while you speak; Follow hears how fast you speak yourself.'
      : ''
  return `${words} ${counted} in ${clock(seconds)}${time}. Not counted: ${out}the slowest and the fastest tenth, so that one passage does not decide.${set}`
}

/** How a cue's time changed, e.g. `0:12 longer`; an edit of it is said with it. */
export function changeWords({ is, by, words }: CueChange): string {
  const edited = words === 0 ? '' : `, ${count(Math.abs(words), 'word')} ${words > 0 ? 'more' : 'fewer'}`
  switch (is) {
    case 'longer':
    case 'shorter':
      return `${clock(Math.abs(by))} ${is}${edited}`
    case 'same':
      return `about the same${edited}`
    case 'new':
      return 'new'
    case 'gone':
      return 'no longer there'
    case 'unread':
      return 'not read in both'
  }
}

/** How an objection was dealt with. */
export function answerWords({ how, shownAfter }: Answer): string {
  switch (how) {
    case 'shown':
      return shownAfter === null ? 'with the response' : `response shown after ${clock(shownAfter)}`
    case 'alone':
      return 'without the response'
    case 'passed':
      return 'passed over'
  }
}

/** How many filler pauses there were and how long they took together, e.g. `3, 0:05`; `none` without any. */
export function pausesWords({ pauses, paused }: Pick<Spoken, 'pauses' | 'paused'>): string {
  return pauses === 0 ? 'none' : `${pauses}, ${clock(paused)}`
}

/** How a cue was spoken another time, e.g. `12 faster, 2 pauses fewer`. */
export function spokenChangeWords({ pace, pauses }: SpokenChange): string {
  const faster = pace === 0 ? [] : [`${Math.abs(pace)} ${pace > 0 ? 'faster' : 'slower'}`]
  const more = pauses === 0 ? [] : [`${count(Math.abs(pauses), 'pause')} ${pauses > 0 ? 'more' : 'fewer'}`]
  return [...faster, ...more].join(', ') || 'about the same'
}
