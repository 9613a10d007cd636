import { screen, type BrowserWindow, type Display } from 'electron'

import type { WindowKind } from '../../shared/ipc'
import { accept, refuse, type Result } from '../../shared/result'
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

/** Puts a window into the middle of a display, no larger than it, and back into full screen if it was there. */
function moveTo(window: BrowserWindow, display: Display): void {
  const full = window.isFullScreen()
  if (full) window.setFullScreen(false)
  const { width, height } = window.getBounds()
  const { workArea } = display
  const size = { width: Math.min(width, workArea.width), height: Math.min(height, workArea.height) }
  window.setBounds({
    ...size,
    x: Math.round(workArea.x + (workArea.width - size.width) / 2),
    y: Math.round(workArea.y + (workArea.height - size.height) / 2),
  })
  if (full) window.setFullScreen(true)
}

/** Prompter and Board change places. Neither takes the focus. */
export function swapDisplays(windows: Windows): Result<null> {
  const prompter = windows.get('prompter')
  const board = windows.get('board')
  if (prompter === null || board === null) {
    return refuse('closed', 'Open both the prompter and the board: then they can swap displays.')
  }
  const [of, other] = [prompter, board].map((window) => screen.getDisplayMatching(window.getBounds()))
  if (of === undefined || other === undefined || of.id === other.id) {
    return refuse('oneDisplay', 'Prompter and board are on the same display: there is nothing to swap.')
  }
  moveTo(prompter, other)
  moveTo(board, of)
  return accept(null)
}
