import { useEffect, useMemo, useRef, useState } from 'react'

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
function grounds(meeting: Meeting): readonly unknown[] {
  const { id, title, timeZone, plannedStart, startedAt, playbook, facts, plan, script, objections } = meeting
  return [id, title, timeZone, plannedStart, startedAt, playbook, facts, plan, script, objections]
}

/**
 * The filled script of a meeting. The same object comes back as long as the words are the same, so that an
 * entry that has nothing to do with the script does not touch it.
 */
export function useScript(meeting: Meeting, now: string): Script {
  const last = useRef<{ readonly print: string; readonly script: Script } | null>(null)
  return useMemo(() => {
    const cues = scriptCues(meeting, now)
    const print = JSON.stringify(cues)
    if (last.current?.print === print) return last.current.script
    const script = { cues, outline: outlineOf(cues) }
    last.current = { print, script }
    return script
    // `meeting` stands for its grounds: a capture must not have the whole script filled again.
  }, [...grounds(meeting), now])
}
