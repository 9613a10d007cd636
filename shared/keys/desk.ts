import type { KeyCommand } from './match'

/** The Desk's commands that have a key, and where the key works. */
export const deskKeys = [
  { id: 'stage.prepare', label: 'Prepare', keys: ['Mod+1'], scope: 'meeting', typing: true },
  { id: 'stage.live', label: 'Live', keys: ['Mod+2'], scope: 'meeting', typing: true },
  { id: 'stage.record', label: 'Record', keys: ['Mod+3'], scope: 'meeting', typing: true },
  { id: 'capture.focus', label: 'Capture', keys: ['Mod+L'], scope: 'meeting', typing: true },
  { id: 'capture.undo', label: 'Undo', keys: ['Mod+Z'], scope: 'meeting' },
  { id: 'capture.redo', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], scope: 'meeting' },
  {
    id: 'plan.take',
    label: 'Next plan task as an action',
    keys: ['Mod+Shift+A'],
    scope: 'meeting',
    typing: true,
  },
  { id: 'record.export', label: 'Export PDF', keys: ['Mod+E'], scope: 'meeting', typing: true },
  { id: 'record.forms', label: 'Export…', keys: ['Mod+Shift+E'], scope: 'meeting', typing: true },
  { id: 'record.finalise', label: 'Finalise record', keys: ['Mod+Shift+F'], scope: 'meeting', typing: true },
  { id: 'record.sign', label: 'Sign record', keys: ['Mod+Shift+S'], scope: 'meeting', typing: true },
  { id: 'verify', label: 'Verify a record', keys: ['Mod+Shift+O'], scope: 'anywhere', typing: true },
  { id: 'panic', label: 'Panic', keys: ['Shift+Escape'], scope: 'desk', typing: true },
  { id: 'entry.edit', label: 'Edit', keys: ['F2', 'Enter'], scope: 'entry' },
  { id: 'entry.link', label: 'Link', keys: ['L'], scope: 'entry' },
  { id: 'entry.earlier', label: 'Move up', keys: ['Alt+Up'], scope: 'entry' },
  { id: 'entry.later', label: 'Move down', keys: ['Alt+Down'], scope: 'entry' },
  { id: 'entry.match', label: 'Which prepared objection it is', keys: ['M'], scope: 'entry' },
  { id: 'entry.again', label: 'Raised again', keys: ['R'], scope: 'entry' },
  { id: 'decision.readBack', label: 'Read back', keys: ['R'], scope: 'entry' },
  { id: 'decision.details', label: 'Details', keys: ['D'], scope: 'entry' },
  { id: 'action.owner', label: 'Owner', keys: ['O'], scope: 'entry' },
  { id: 'action.due', label: 'Due date', keys: ['T'], scope: 'entry' },
  { id: 'entry.previous', label: 'Entry before', keys: ['Up'], scope: 'entry' },
  { id: 'entry.next', label: 'Entry after', keys: ['Down'], scope: 'entry' },
] as const satisfies readonly KeyCommand[]

export type DeskKeyId = (typeof deskKeys)[number]['id']

/** The command with this id. */
export function deskKey(id: DeskKeyId): KeyCommand {
  return deskKeys.find((command) => command.id === id) ?? deskKeys[0]
}

/** The commands that work in one place: in a meeting, everywhere on the Desk, on an entry of a list. */
export function deskKeysIn<S extends (typeof deskKeys)[number]['scope']>(scope: S) {
  return deskKeys.filter((command): command is Extract<(typeof deskKeys)[number], { scope: S }> => {
    return command.scope === scope
  })
}
