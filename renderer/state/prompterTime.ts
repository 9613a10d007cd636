import type { EventPayload } from '../../shared/ipc'
import { bridge } from '../bridge'
import { observable } from './store'

/** How long the cue at the prompter's reading line has had, and what the time went to; null until first heard of. */
export const prompterTime = observable<EventPayload<'prompter:timed'> | null>(null)

/** Follows the prompter's times; returns how to stop. */
export function followPrompterTime(): () => void {
  return bridge.on('prompter:timed', prompterTime.set)
}
