import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import type { Command } from '../../../shared/meeting/commands'
import type { Meeting } from '../../../shared/meeting/schema'
import type { Run } from '../../../shared/rehearsal/schema'
import { refuse, type Result } from '../../../shared/result'
import { bridge } from '../../bridge'
import type { LiveMeeting } from '../../state/meeting'
import { Stage } from '../Stage'
import { inRehearsal, NOTHING_REHEARSED, rehearsed } from './rehearsed'

/** A rehearsal as the stage has it: what is known of earlier ones, and what becomes of this one. */
export type RehearsalOf = {
  /** The meeting's own pace, in words per minute. */
  readonly setPace: number
  /** The runs kept before this one, the oldest first. */
  readonly runs: readonly Run[]
  /** Takes a command for this rehearsal alone. */
  readonly run: (command: Command) => Promise<Result<unknown>>
  /** The script is on its way: the clock runs. */
  readonly begin: () => void
  readonly keep: (run: Run) => Promise<Result<null>>
  readonly again: () => void
  /** Makes a pace the meeting's own; the only thing here that changes the meeting. */
  readonly adopt: (wordsPerMinute: number) => Promise<Result<unknown>>
}

type Props = { readonly meeting: Meeting; readonly notice: string | null; readonly run: LiveMeeting['run'] }

const notHere: LiveMeeting['run'] = async () =>
  refuse('rehearsal', 'A rehearsal changes nothing in the meeting.')

/** The prompter in rehearsal: all as in the meeting, but what is shown and ticked stays in this window. */
export function Rehearsal(props: Props) {
  const [attempt, setAttempt] = useState(0)
  return <Attempt key={attempt} {...props} onAgain={() => setAttempt((count) => count + 1)} />
}

type Kept = { readonly runs: readonly Run[]; readonly notice: string | null }

function useKept(meeting: string): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null)
  useEffect(() => {
    void bridge
      .call('rehearsal:list', { meeting })
      .then((answer) => setKept(answer.ok ? answer.value : { runs: [], notice: answer.refusal.sentence }))
  }, [meeting])
  return kept
}

function Attempt({ meeting, notice, run, onAgain }: Props & { readonly onAgain: () => void }) {
  const [overlay, setOverlay] = useState(NOTHING_REHEARSED)
  const latest = useRef({ overlay, meeting, run })
  useEffect(() => {
    latest.current = { overlay, meeting, run }
  }, [overlay, meeting, run])
  const kept = useKept(meeting.id)

  const put = useCallback((next: typeof overlay) => {
    latest.current.overlay = next
    setOverlay(next)
  }, [])
  const rehearsal = useMemo(
    () => ({
      run: async (command: Command) => {
        const done = inRehearsal(latest.current.overlay, command, new Date().toISOString())
        if (done.ok) put(done.value)
        return done
      },
      begin: () => put({ ...latest.current.overlay, startedAt: new Date().toISOString() }),
      keep: async (ended: Run) =>
        bridge.call('rehearsal:keep', { meeting: latest.current.meeting.id, run: ended }),
      adopt: async (wordsPerMinute: number) => {
        const { settings } = latest.current.meeting
        const done = await latest.current.run({
          type: 'setSettings',
          settings: { ...settings, wordsPerMinute },
        })
        const { overlay: now } = latest.current
        if (done.ok && now.settings !== null) put({ ...now, settings: { ...now.settings, wordsPerMinute } })
        return done
      },
    }),
    [put],
  )

  if (kept === null) return <main className="prompter-plain" aria-busy="true" />
  const { wordsPerMinute: setPace } = meeting.settings
  return (
    <Stage
      meeting={rehearsed(meeting, overlay)}
      notice={notice ?? kept.notice}
      run={notHere}
      rehearsal={{ ...rehearsal, setPace, runs: kept.runs, again: onAgain }}
    />
  )
}
