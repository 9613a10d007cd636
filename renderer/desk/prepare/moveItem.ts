import type { Command } from '../../../shared/meeting/commands'
import type { Session } from '../../state/session'

/** Moves an item of a list; being there already is no refusal worth telling. Brings what moved into sight. */
export async function moveItem(
  session: Session,
  command: Extract<Command, { type: 'moveCue' | 'moveExpected' | 'moveTask' }>,
  name: string,
): Promise<void> {
  const answer = await session.run(command)
  if (answer.ok) {
    session.say({ kind: 'done', sentence: `“${name}” moved.` })
    requestAnimationFrame(() => document.activeElement?.scrollIntoView({ block: 'nearest' }))
  } else if (answer.refusal.code !== 'same') {
    session.say({ kind: 'refused', sentence: answer.refusal.sentence })
  }
}
