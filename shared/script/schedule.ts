import type { ScriptCue } from './cues'

/** So many seconds off are still on time: nobody speaks by the second. */
export const ON_TIME = 15

/** How a meeting stands against its timeboxes; `seconds` says how far off. */
export type Standing = { readonly is: 'on time' | 'ahead' | 'behind'; readonly seconds: number }

/** A cue that may take time: its minutes, where it begins and how many words it has. */
export type TimedCue = Pick<ScriptCue, 'id' | 'kind' | 'words' | 'timebox' | 'objection'>

/**
 * The seconds that the timeboxes allow up to this word of the script. A slot counts once its response was
 * shown (`asked` are the objections), wherever the script stands, and only as far as `answering`, the seconds
 * that questions took: an answer shorter than its slot puts nobody ahead.
 */
export function secondsAllowed(
  cues: readonly TimedCue[],
  word: number,
  asked: ReadonlySet<string>,
  answering: number,
): number {
  let before = 0
  let minutes = 0
  let slots = 0
  for (const cue of cues) {
    if (cue.objection !== null && asked.has(cue.objection.id)) slots += cue.timebox
    else if (cue.words > 0) minutes += cue.timebox * Math.min(1, Math.max(0, (word - before) / cue.words))
    before += cue.words
  }
  return minutes * 60 + Math.min(slots * 60, answering)
}

/** How the time used stands against the time allowed, both in seconds. */
export function standing(used: number, allowed: number): Standing {
  const off = used - allowed
  if (Math.abs(off) < ON_TIME) return { is: 'on time', seconds: 0 }
  return { is: off > 0 ? 'behind' : 'ahead', seconds: Math.abs(off) }
}
