import { parseMoment } from '../../shared/capture/due'
import { apply } from '../../shared/meeting/apply'
import type { Command } from '../../shared/meeting/commands'
import { decide } from '../../shared/meeting/decide'
import type { Fact, Meeting } from '../../shared/meeting/schema'
import type { Result } from '../../shared/result'
import { factAsTyped } from './factText'
import { observable, type Observable } from './store'

/** What is being typed into the facts and not yet saved, and why the last try was refused, by fact key. */
export type FactSheetState = {
  readonly typed: Readonly<Record<string, string>>
  readonly refused: Readonly<Record<string, string>>
  readonly saved: string | null
}

export type FactSheet = {
  readonly state: Observable<FactSheetState>
  readonly type: (key: string, value: string) => void
  readonly save: (key: string) => Promise<void>
  /** Where the value comes from; an empty text forgets it. The reason why not, or null when it was done. */
  readonly setSource: (key: string, source: string) => Promise<string | null>
  /** The value is still right: it counts as set now. */
  readonly confirm: (key: string) => Promise<void>
}

type Ways = {
  readonly meeting: () => Meeting | null
  readonly run: (command: Command) => Promise<Result<unknown>>
}

function without(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))
}

const NEVER = '00000000-0000-0000-0000-000000000000'
const NOBODY = { name: 'Preview', device: 'Preview' }

/** The meeting as it would be with what is being typed: what cannot be understood yet changes nothing. */
export function asTyped(meeting: Meeting, typed: FactSheetState['typed'], at: string): Meeting {
  return Object.entries(typed).reduce((preview, [key, value]) => {
    const source = preview.facts.find((fact) => fact.key === key)?.source ?? ''
    const stamp = { at, id: NEVER, by: NOBODY }
    const body = decide(preview, { type: 'setFact', key, value, source }, { ...stamp, history: [] })
    return body.ok ? apply(preview, { ...stamp, body: body.value }) : preview
  }, meeting)
}

function isSame(fact: Fact, value: string, meeting: Meeting): boolean {
  const wanted = value.trim().normalize('NFC')
  if (wanted === factAsTyped(fact, meeting)) return true
  const now = new Date().toISOString()
  return (
    fact.kind === 'date' &&
    wanted !== '' &&
    parseMoment(wanted, { now, timeZone: meeting.timeZone }) === fact.value
  )
}

/** The facts being typed: one command a field, once it is left; a refused value stays as typed. */
export function factSheet({ meeting, run }: Ways): FactSheet {
  const state = observable<FactSheetState>({ typed: {}, refused: {}, saved: null })
  const saving = new Map<string, string>()

  async function save(key: string) {
    const { typed, refused } = state.get()
    const value = typed[key]
    const now = meeting()
    const fact = now?.facts.find((each) => each.key === key)
    if (value === undefined || !now || fact === undefined) return
    if (isSame(fact, value, now)) {
      state.set({ ...state.get(), typed: without(typed, key), refused: without(refused, key) })
      return
    }
    if (saving.get(key) === value) return
    saving.set(key, value)
    const answer = await run({ type: 'setFact', key, value, source: fact.source })
    saving.delete(key)
    const latest = state.get()
    if (!answer.ok) {
      const reasons = { ...latest.refused, [key]: answer.refusal.sentence }
      state.set({ ...latest, refused: reasons, saved: null })
      return
    }
    const changedAgain = latest.typed[key] !== value
    state.set({
      typed: changedAgain ? latest.typed : without(latest.typed, key),
      refused: without(latest.refused, key),
      saved: `${fact.label} saved.`,
    })
  }

  async function setAgain(key: string, source: string | null, said: string) {
    const fact = meeting()?.facts.find((each) => each.key === key)
    if (fact === undefined) return null
    const answer = await run({ type: 'setFact', key, value: fact.value, source: source ?? fact.source })
    state.set({ ...state.get(), saved: answer.ok ? `${fact.label}: ${said}` : null })
    return answer.ok ? null : answer.refusal.sentence
  }

  return {
    state,
    setSource: (key, source) => setAgain(key, source, 'source saved.'),
    confirm: async (key) => {
      const reason = await setAgain(key, null, 'still right.')
      const { refused } = state.get()
      if (reason !== null) state.set({ ...state.get(), refused: { ...refused, [key]: reason } })
    },
    type: (key, value) => {
      const now = state.get()
      state.set({ ...now, typed: { ...now.typed, [key]: value }, refused: without(now.refused, key) })
    },
    save,
  }
}
