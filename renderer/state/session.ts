import { commandSchema, type Command } from '../../shared/meeting/commands'
import type { SaidEntry } from '../../shared/meeting/entries'
import { refuse, type Result } from '../../shared/result'
import { bridge } from '../bridge'
import { captureLine, type CaptureLine } from './captureLine'
import { factSheet, type FactSheet } from './factSheet'
import { followMeeting, type MeetingState } from './meeting'
import { observable, type Observable } from './store'

/** What the Desk last did with a meeting: said as a confirmation or as a refusal. */
export type Said = { readonly kind: 'done' | 'refused'; readonly sentence: string } | null

/** One meeting open on the Desk, with everything that is being typed into it. */
export type Session = {
  readonly id: string
  readonly state: Observable<MeetingState>
  readonly capture: CaptureLine
  readonly facts: FactSheet
  readonly said: Observable<Said>
  readonly say: (said: Said) => void
  /**
   * Runs a command whose refusal is told above the meeting; says whether it was done. `go` goes where that
   * is to be confirmed.
   */
  readonly tell: (command: Command, done: (entry: SaidEntry) => string, go?: () => void) => Promise<boolean>
  readonly run: (command: Command, id?: string) => Promise<Result<{ entry: SaidEntry }>>
  readonly close: () => void
}

/** Opens a meeting for work on the Desk. */
export function openSession(id: string): Session {
  const live = followMeeting(id)
  const said = observable<Said>(null)
  const meeting = () => {
    const state = live.state.get()
    return state.phase === 'open' ? state.meeting : null
  }
  const run: Session['run'] = async (command, entryId) => {
    const checked = commandSchema.safeParse(command)
    if (!checked.success)
      return refuse('shape', `What was typed ${checked.error.issues[0]?.message ?? 'is not valid'}.`)
    return live.run(checked.data, entryId)
  }
  const capture = captureLine(id, {
    meeting,
    run,
    whisper: (text) => bridge.call('whisper:send', { meeting: id, text }),
  })
  const stop = live.state.subscribe(() => {
    if (meeting() === null) return
    stop()
    void capture.restore()
  })
  return {
    id,
    state: live.state,
    capture,
    facts: factSheet({ meeting, run }),
    said,
    say: said.set,
    tell: async (command, done, go) => {
      const answer = await run(command)
      if (answer.ok) go?.()
      said.set(
        answer.ok
          ? { kind: 'done', sentence: done(answer.value.entry) }
          : { kind: 'refused', sentence: answer.refusal.sentence },
      )
      return answer.ok
    },
    run,
    close: () => {
      stop()
      live.close()
    },
  }
}
