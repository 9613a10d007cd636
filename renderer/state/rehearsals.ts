import type { Run } from '../../shared/rehearsal/schema'
import { bridge } from '../bridge'
import { observable, type Observable } from './store'

/** The runs kept of a meeting, the newest first; `notice` says why earlier ones cannot be read. */
export type RehearsalsKnown = { readonly runs: readonly Run[]; readonly notice: string | null }

type Followed = { readonly known: Observable<RehearsalsKnown>; readonly stop: () => void }

/** Follows the rehearsals of a meeting. */
export function followRehearsals(meeting: string): Followed {
  const known = observable<RehearsalsKnown>({ runs: [], notice: null })
  const load = async () => {
    const answer = await bridge.call('rehearsal:list', { meeting })
    if (answer.ok) known.set({ runs: answer.value.runs.toReversed(), notice: answer.value.notice })
    else known.set({ runs: [], notice: answer.refusal.sentence })
  }
  const stop = bridge.on('rehearsal:changed', ({ meeting: changed }) => {
    if (changed === meeting) void load()
  })
  void load()
  return { known, stop }
}
