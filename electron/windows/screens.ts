import { screen, type BrowserWindow } from 'electron'

import { nameDisplays, type Named } from '../../shared/displays/names'
import { displayOf, moveInto } from '../../shared/displays/places'
import type { Rect } from '../../shared/displays/schema'

/** The system tells of one plug in several steps; so long after the last one, in milliseconds, it is over. */
const SETTLED = 250

/** If the system does not say that full screen has ended, it has after so long, in milliseconds. */
const LEFT_FULL_SCREEN = 1500

/** The displays there are, with what they are called. */
export function namedDisplays(): readonly Named[] {
  return nameDisplays(
    screen.getAllDisplays().map(({ id, label, bounds, workArea, scaleFactor, internal }) => ({
      id,
      label: label ?? '',
      bounds,
      workArea,
      scale: scaleFactor,
      internal,
    })),
  )
}

/** Calls back once displays have come, gone or changed; `begun` at the first sign of it. */
export function watchScreens(begun: () => void, settled: () => void): void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const look = () => {
    begun()
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(settled, SETTLED)
  }
  screen.on('display-added', look)
  screen.on('display-removed', look)
  screen.on('display-metrics-changed', look)
}

/** A window's place, without its full screen. */
export function placeOf(window: BrowserWindow): Rect {
  return window.getNormalBounds()
}

/**
 * Puts a window on a display: where `from` has it, and in full screen if it was. It does not take the focus; one
 * that is hidden moves when it is shown. Resolves when it is there.
 */
export async function putOn(
  window: BrowserWindow,
  to: Named,
  from: { readonly bounds: Rect; readonly area: Rect | null },
): Promise<void> {
  if (!window.isVisible()) await shown(window)
  if (window.isDestroyed()) return
  const isFull = window.isFullScreen()
  if (isFull) await leaveFullScreen(window)
  if (window.isDestroyed()) return
  const isLarge = window.isMaximized()
  if (isLarge) window.unmaximize()
  window.setBounds(moveInto(from.bounds, from.area, to.display.workArea))
  if (isLarge) window.maximize()
  if (isFull) window.setFullScreen(true)
}

function shown(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('show', () => resolve())
    window.once('closed', () => resolve())
  })
}

function leaveFullScreen(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('leave-full-screen', () => resolve())
    setTimeout(resolve, LEFT_FULL_SCREEN)
    window.setFullScreen(false)
  })
}

/** The room there is on the display a window lies on. */
export function areaOf(window: BrowserWindow): Rect {
  const displays = namedDisplays()
  return (displayOf(window.getBounds(), displays) ?? displays[0])?.display.workArea ?? window.getBounds()
}
