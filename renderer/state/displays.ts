import type { DisplaysState } from '../../shared/displays/schema'
import type { Protection } from '../../shared/protection/table'
import { bridge } from '../bridge'
import { observable } from './store'

/** The displays and what lies on them; null until first heard of. */
export const displaysState = observable<DisplaysState | null>(null)

/** What a capture may show of the prompter; null until first heard of. */
export const protectionState = observable<Protection | null>(null)

/** Follows the displays; returns how to stop. */
export function followDisplays(): () => void {
  let told = false
  const stop = bridge.on('displays:changed', (state) => {
    told = true
    displaysState.set(state)
  })
  void bridge.call('displays:get', null).then((state) => {
    if (!told) displaysState.set(state)
  })
  return stop
}

/** Follows what a capture may show of the prompter; returns how to stop. */
export function followProtection(): () => void {
  const stop = bridge.on('protection:changed', protectionState.set)
  void bridge.call('protection:get', null).then(protectionState.set)
  return stop
}
