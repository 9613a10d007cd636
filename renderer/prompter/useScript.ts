import { useEffect, useState } from 'react'

import type { Meeting } from '../../shared/meeting/schema'
import { scriptCues, type ScriptCue } from '../../shared/script/cues'
import { outlineOf, type Outline } from './outline'

export type Script = { readonly cues: readonly ScriptCue[]; readonly outline: Outline }

/** The moment, as ISO 8601, anew every so many milliseconds. */
export function useNow(every: number): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}

/** What the words of a script are made of. Captures change none of it but, at times, the objections. */
function grounds(meeting: Meeting, now: string): readonly unknown[] {
  const { id, title, timeZone, plannedStart, startedAt, playbook, facts, plan, script, objections } = meeting
  return [now, id, title, timeZone, plannedStart, startedAt, playbook, facts, plan, script, objections]
}

/** Fills scripts, but not again while their grounds are the same; a cue of the same words is the same object. */
function scriptFiller(): (meeting: Meeting, now: string) => Script {
  let known: readonly unknown[] = []
  let prints: readonly string[] = []
  let script: Script = { cues: [], outline: outlineOf([]) }
  return (meeting, now) => {
    const next = grounds(meeting, now)
    if (next.every((part, index) => part === known[index])) return script
    known = next
    const filled = scriptCues(meeting, now)
    const nextPrints = filled.map((cue) => JSON.stringify(cue))
    const before = new Map(prints.map((print, index) => [print, script.cues[index]]))
    const cues = filled.map((cue, index) => before.get(nextPrints[index] ?? '') ?? cue)
    prints = nextPrints
    if (cues.length === script.cues.length && cues.every((cue, index) => cue === script.cues[index]))
      return script
    script = { cues, outline: outlineOf(cues) }
    return script
  }
}

/**
 * The filled script of a meeting. The same object comes back as long as the words are the same, so that an
 * entry that has nothing to do with the script does not touch it.
 */
export function useScript(meeting: Meeting, now: string): Script {
  const [fill] = useState(scriptFiller)
  return fill(meeting, now)
}
