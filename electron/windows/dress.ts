import { isShared } from '../../shared/displays/places'
import type { DisplaysState } from '../../shared/displays/schema'
import type { WindowKind } from '../../shared/ipc'
import type { Dress } from './windows'

/**
 * How a window is on the display it is on. A prompter that has lost its own display does not stay on top of the
 * Board; one that is seen through has no frame, for the system draws none around it.
 */
export function dressFor(kind: WindowKind, state: DisplaysState, asksProtection: boolean): Dress {
  if (kind !== 'prompter') return { onTop: false, frameless: false, clear: false, asks: false }
  const { modes, prompter } = state
  const isStray = isShared(state) && prompter.chosen !== prompter.on
  const clear = modes.seeThrough > 0
  return {
    onTop: modes.onTop && !isStray,
    frameless: modes.frameless || clear,
    clear,
    asks: asksProtection,
  }
}
