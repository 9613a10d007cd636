import type { KeyCommand } from './match'

const scope = 'board'

/** The keys of the Board's window, whoever stands at it: they change how it lies there, not what it shows. */
export const boardKeys = [
  { id: 'fullScreen', label: 'Full screen, or back to a window', keys: ['F'], scope },
  { id: 'leaveFullScreen', label: 'Leave full screen', keys: ['Escape'], scope },
] as const satisfies readonly KeyCommand[]

export type BoardCommandId = (typeof boardKeys)[number]['id']
