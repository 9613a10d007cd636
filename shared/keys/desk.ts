import type { KeyCommand } from './match'

/** The Desk's commands that have a key, and where the key works. */
export const deskKeys = [
  { id: 'stage.prepare', label: 'Prepare', keys: ['Mod+1'], scope: 'meeting', typing: true },
  { id: 'stage.live', label: 'Live', keys: ['Mod+2'], scope: 'meeting', typing: true },
  { id: 'stage.record', label: 'Record', keys: ['Mod+3'], scope: 'meeting', typing: true },
  { id: 'capture.focus', label: 'Capture', keys: ['Mod+L'], scope: 'meeting', typing: true },
  { id: 'capture.undo', label: 'Undo', keys: ['Mod+Z'], scope: 'meeting' },
] as const satisfies readonly KeyCommand[]

export type DeskKeyId = (typeof deskKeys)[number]['id']

/** The command with this id. */
export function deskKey(id: DeskKeyId): KeyCommand {
  return deskKeys.find((command) => command.id === id) ?? deskKeys[0]
}
