import type { TakenIn } from '../../shared/ipcCopies'
import type { Result } from '../../shared/result'
import { bridge } from '../bridge'
import type { Session } from './session'

function entries(number: number): string {
  return number === 1 ? '1 entry' : `${number} entries`
}

function takenWords({ joined, added, title }: TakenIn): string {
  if (!joined) return `Imported “${title}”.`
  return added === 0
    ? 'Merged: that copy holds nothing new.'
    : `Merged: ${entries(added)} came in from that copy.`
}

/** Asks where to, and saves a copy that somebody else can take notes in. */
export async function saveCopy(session: Session): Promise<void> {
  const answer = await bridge.call('copy:save', { meeting: session.id })
  if (!answer.ok) session.say({ kind: 'refused', sentence: answer.refusal.sentence })
  else if (answer.value.path !== null)
    session.say({
      kind: 'done',
      sentence: `Saved ${answer.value.path}. The second note-taker opens it with Import.`,
    })
}

/** Asks for a copy of this meeting and joins it with what is here. */
export async function mergeCopy(session: Session): Promise<void> {
  const answer = await bridge.call('copy:open', { meeting: session.id })
  if (!answer.ok) session.say({ kind: 'refused', sentence: answer.refusal.sentence })
  else if (answer.value !== null) session.say({ kind: 'done', sentence: takenWords(answer.value) })
}

/** Asks for a meeting's file: a new one is kept, a copy of one that is here joined with it. Null: nobody chose one. */
export async function importCopy(): Promise<Result<string | null>> {
  const answer = await bridge.call('copy:open', { meeting: null })
  if (!answer.ok) return answer
  return { ok: true, value: answer.value === null ? null : takenWords(answer.value) }
}
