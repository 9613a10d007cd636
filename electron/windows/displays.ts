import { screen, type BrowserWindow } from 'electron'

import type { WindowKind } from '../../shared/ipc'
import type { Windows } from './windows'

function displayOf(window: BrowserWindow): number {
  return screen.getDisplayMatching(window.getBounds()).id
}

/** Where a new window goes: the Board on a display the Desk is not on, where there is one. */
export function placeFor(kind: WindowKind, desk: BrowserWindow | null): { x: number; y: number } | null {
  if (kind !== 'board' || desk === null) return null
  const own = displayOf(desk)
  const other = screen.getAllDisplays().find((display) => display.id !== own)
  return other === undefined ? null : { x: other.workArea.x, y: other.workArea.y }
}

/** Whether prompter and Board are both open on one display. */
function shareDisplay(windows: Windows): boolean {
  const prompter = windows.get('prompter')
  const board = windows.get('board')
  return prompter !== null && board !== null && displayOf(prompter) === displayOf(board)
}

/** Tells whenever prompter and Board come to lie on the same display, or no longer do. */
export function watchDisplays(windows: Windows, tell: (shared: boolean) => void): void {
  const look = () => tell(shareDisplay(windows))
  screen.on('display-added', look)
  screen.on('display-removed', look)
  screen.on('display-metrics-changed', look)
  windows.onMoved(look)
}
