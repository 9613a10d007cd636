import { app, type BrowserWindow } from 'electron'

import type { BoardWindow } from '../../shared/ipcBoard'
import { isCovered } from './covered'
import type { Windows } from './windows'

/** The system tells of no window whether it lies above another: but the one with the focus does. */
function liesAbove(window: BrowserWindow): boolean {
  return window.isVisible() && !window.isMinimized() && (window.isFocused() || window.isAlwaysOnTop())
}

function boardWindow(windows: Windows): BoardWindow {
  const board = windows.get('board')
  if (board === null || board.isDestroyed()) return { is: 'closed', covered: false }
  if (board.isMinimized()) return { is: 'minimised', covered: false }
  if (!board.isVisible()) return { is: 'hidden', covered: false }
  const others = [windows.get('desk'), windows.get('prompter')].flatMap((window) => window ?? [])
  const above = board.isFocused() ? [] : others.filter((window) => !window.isDestroyed() && liesAbove(window))
  const areas = above.map((window) => window.getBounds())
  return { is: 'shown', covered: isCovered(board.getBounds(), areas) }
}

/** Tells whenever the Board's window comes to be somewhere else: minimised, covered, or in sight again. */
export function watchBoard(windows: Windows, tell: (window: BoardWindow) => void): void {
  const look = () => tell(boardWindow(windows))
  app.on('browser-window-focus', look)
  app.on('browser-window-blur', look)
  app.on('browser-window-created', (_event, window) => {
    window.on('show', look)
    window.on('hide', look)
    window.on('minimize', look)
    window.on('restore', look)
    window.on('move', look)
    window.on('resize', look)
    window.on('closed', look)
  })
}
