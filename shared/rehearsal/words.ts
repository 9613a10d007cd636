import { minutesOf } from '../meeting/clock'
import type { PaceToAdopt } from './adopt'
import type { CueChange } from './compare'
import { wordsRead } from './run'
import type { Answer, Run } from './schema'

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

/** Why this is the pace to adopt. */
export function adoptWords({ words, seconds, stops, from }: PaceToAdopt): string {
  const source = from === 'voice' ? 'spoken words were heard' : 'words were read'
  const without = stops > 0 ? `${clock(stops)} of standing still and ` : ''
  return `${words} ${source} in ${clock(seconds)}. Not counted: ${without}the slowest and the fastest tenth, so that one passage does not decide.`
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
