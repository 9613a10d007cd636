import { globalShortcut } from 'electron'

import {
  GLOBAL_MODIFIER,
  globalKeys,
  type GlobalKey,
  type PrompterCommandId,
} from '../../shared/keys/prompter'
import { accept, refuse, type Result } from '../../shared/result'
import { isWayland } from './wayland'

const written = ({ accelerator }: GlobalKey) => accelerator.replace('Control', 'Ctrl').replaceAll('+', ' ')

/** Gives back every key. */
export function endGlobalKeys(): void {
  globalShortcut.unregisterAll()
}

/**
 * Lets the keys of the prompter work while another program has the focus, or ends that; the focus stays where it
 * is. `held` names the keys that another program has, as they are written on a keyboard.
 */
export function setGlobalKeys(on: boolean, run: (id: PrompterCommandId) => void): Result<{ held: string[] }> {
  endGlobalKeys()
  if (!on) return accept({ held: [] })
  // Asked all the same, it just never hears them there.
  if (isWayland()) {
    return refuse(
      'wayland',
      'This desktop (Wayland) lets no program hear keys while another one has the focus. Click the prompter first, or use a session with X11.',
    )
  }
  const held = globalKeys.filter(({ id, accelerator }) => {
    return !globalShortcut.register(accelerator, () => run(id))
  })
  if (held.length === globalKeys.length) {
    return refuse(
      'held',
      `The system gives Lectern none of its keys with ${GLOBAL_MODIFIER.replace('Control', 'Ctrl')}.`,
    )
  }
  return accept({ held: held.map(written) })
}
