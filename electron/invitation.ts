import { webcrypto } from 'node:crypto'

import { clipboard } from 'electron'

import { invitationIcs } from '../shared/invitation/ics'
import { invitationText } from '../shared/invitation/text'
import { accept, refuse, type Result } from '../shared/result'
import type { Parts } from './parts'
import { sentenceFor, writeDurably } from './store/durableFile'
import { askWhereToSave } from './system/dialogs'
import { fileName } from './system/fileName'

// The older Electron has no global `crypto`, which ical-generator asks for an id.
if (!Reflect.has(globalThis, 'crypto')) Object.defineProperty(globalThis, 'crypto', { value: webcrypto })

/** Puts the invitation's text on the clipboard. */
export async function copyInvitation(parts: Parts, id: string): Promise<Result<null>> {
  const found = await parts.store.read(id)
  if (!found.ok) return found
  await clipboard.writeText(invitationText(found.value.meeting))
  return accept(null)
}

/** Saves the invitation for a calendar. Refuses a meeting without a planned start. */
export async function saveInvitation(parts: Parts, id: string): Promise<Result<{ path: string | null }>> {
  const found = await parts.store.read(id)
  if (!found.ok) return found
  const { meeting } = found.value
  const ics = invitationIcs(meeting, new Date().toISOString())
  if (!ics.ok) return ics
  const path = await askWhereToSave(
    parts.windows.get('desk'),
    'Save the invitation',
    fileName(meeting.title, 'invitation.ics'),
    [{ name: 'Calendar', extensions: ['ics'] }],
  )
  if (path === null) return accept({ path: null })
  try {
    await writeDurably(path, ics.value)
    return accept({ path })
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the invitation was not saved'))
  }
}
