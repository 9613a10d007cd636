import type { Library } from '../../shared/ipc'
import { bridge } from '../bridge'
import { observable } from './store'

/** Everything in the meetings folder, or null while it is being read for the first time. */
export const library = observable<Library | null>(null)

let asked = 0

async function read() {
  asked += 1
  const mine = asked
  const answer = await bridge.call('library:list', null)
  if (mine === asked) library.set(answer)
}

/** Reads the library now and again whenever it changes; returns how to stop. */
export function followLibrary(): () => void {
  void read()
  return bridge.on('library:changed', () => void read())
}
