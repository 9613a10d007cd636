import { uuidv7 } from 'uuidv7'

import type { Parts } from './parts'

/** Gives a meeting that was just made the prompter's look kept for new meetings; without one it stays as it is. */
export async function startWithLook({ store, settings }: Parts, id: string): Promise<void> {
  const look = settings.newMeetings
  if (look === null) return
  const found = await store.read(id)
  if (!found.ok) return
  const { meeting } = found.value
  await store.run(id, uuidv7(), { type: 'setSettings', settings: { ...meeting.settings, ...look } })
}
