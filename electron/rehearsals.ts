import type { ChannelInput, ChannelOutput } from '../shared/ipc'
import { accept, refuse, type Result } from '../shared/result'
import type { Parts } from './parts'
import { keepRun, readRehearsals, removeRun } from './store/rehearsalStore'

/** Opens the prompter for a rehearsal. Once a meeting has started, its prompter is for the meeting. */
export async function openRehearsal(
  { store, stage, windows }: Parts,
  { meeting }: ChannelInput<'rehearsal:open'>,
): Promise<Result<null>> {
  const found = await store.read(meeting)
  if (!found.ok) return found
  if (found.value.meeting.status !== 'draft')
    return refuse('status', 'The meeting has started: its script can no longer be rehearsed.')
  stage.setPrompter(meeting)
  await windows.show('prompter', { meeting, rehearsal: 'yes' })
  return accept(null)
}

/** The runs kept of a meeting. */
export async function listRehearsals(
  { dataDir }: Parts,
  { meeting }: ChannelInput<'rehearsal:list'>,
): Promise<ChannelOutput<'rehearsal:list'>> {
  const found = await readRehearsals(dataDir, meeting)
  return found.ok ? accept({ ...found.value, runs: [...found.value.runs] }) : found
}

/** Keeps a run, and tells the windows. */
export async function keepRehearsal(
  { dataDir, tell }: Parts,
  { meeting, run }: ChannelInput<'rehearsal:keep'>,
): Promise<Result<null>> {
  const kept = await keepRun(dataDir, meeting, run)
  if (kept.ok) tell('rehearsal:changed', { meeting })
  return kept
}

/** Keeps the window of a rehearsal the same one while it is on: a run lives in its page. */
export async function holdRehearsal(
  { windows }: Parts,
  { on }: ChannelInput<'rehearsal:running'>,
): Promise<Result<null>> {
  windows.hold('prompter', on)
  return accept(null)
}

/** Forgets a run, and tells the windows. */
export async function removeRehearsal(
  { dataDir, tell }: Parts,
  { meeting, run }: ChannelInput<'rehearsal:remove'>,
): Promise<Result<null>> {
  const removed = await removeRun(dataDir, meeting, run)
  if (removed.ok) tell('rehearsal:changed', { meeting })
  return removed
}
