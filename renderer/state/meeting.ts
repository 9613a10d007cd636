import { uuidv7 } from 'uuidv7'

import type { OpenMeeting } from '../../shared/ipc'
import { apply } from '../../shared/meeting/apply'
import type { Command } from '../../shared/meeting/commands'
import type { SaidEntry } from '../../shared/meeting/entries'
import { accept, type Refusal, type Result } from '../../shared/result'
import { bridge } from '../bridge'
import { observable, type Observable } from './store'

/** What a window knows of one meeting: still loading, refused with a reason, or open. */
export type MeetingState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'refused'; readonly refusal: Refusal }
  | ({ readonly phase: 'open' } & OpenMeeting)

/** A meeting followed live, and the one way to change it. */
export type LiveMeeting = {
  readonly state: Observable<MeetingState>
  /** Resolves once the entry is on the disk, or with the reason why not. Same `id` again: the same entry. */
  readonly run: (command: Command, id?: string) => Promise<Result<{ entry: SaidEntry }>>
  readonly close: () => void
}

/** Opens a meeting and follows it: entries run through the same `apply` as in the main process. */
export function followMeeting(id: string): LiveMeeting {
  const state = observable<MeetingState>({ phase: 'loading' })
  let early: SaidEntry[] = []
  let open = true
  /** Who waits for an entry of their own: the news of it can come before the answer, and says as much. */
  const awaited = new Map<string, (answer: Result<{ entry: SaidEntry }>) => void>()

  async function load() {
    const answer = await bridge.call('meeting:open', { id })
    if (!open) return
    if (!answer.ok) {
      state.set({ phase: 'refused', refusal: answer.refusal })
      return
    }
    state.set({ phase: 'open', ...answer.value })
    const waiting = early
    early = []
    waiting.forEach(receive)
  }

  function receive(entry: SaidEntry) {
    const now = state.get()
    if (now.phase !== 'open') {
      early.push(entry)
      return
    }
    if (entry.seq <= now.seq) return
    if (entry.seq > now.seq + 1) {
      void load()
      return
    }
    state.set({ ...now, meeting: apply(now.meeting, entry), seq: entry.seq })
  }

  const stop = bridge.on('meeting:entry', ({ meeting, entry }) => {
    if (meeting !== id) return
    awaited.get(entry.id)?.(accept({ entry }))
    receive(entry)
  })
  const stopReplaced = bridge.on('meeting:replaced', ({ meeting }) => {
    if (meeting === id) void load()
  })
  void load()

  return {
    state,
    run: async (command, entryId = uuidv7()) => {
      const told = new Promise<Result<{ entry: SaidEntry }>>((tell) => awaited.set(entryId, tell))
      const asked = bridge.call('meeting:run', { meeting: id, id: entryId, command })
      try {
        const answer = await Promise.race([told, asked])
        if (answer.ok) receive(answer.value.entry)
        return answer
      } finally {
        awaited.delete(entryId)
      }
    },
    close: () => {
      open = false
      stop()
      stopReplaced()
    },
  }
}
