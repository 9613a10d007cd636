import type { ChannelOutput } from '../../shared/ipc'
import { accept, refuse, type Result } from '../../shared/result'
import { bridge } from '../bridge'
import { observable } from './store'

export type AppInfo = ChannelOutput<'app:info'>

/** What the app says of itself and of who works with it; null until asked. */
export const appInfo = observable<AppInfo | null>(null)

/** Asks the app who it is. */
export async function loadAppInfo(): Promise<void> {
  appInfo.set(await bridge.call('app:info', null))
}

/** Settles who writes on this device. Asked once, so a confirmed name is not written again. */
export async function confirmAuthor(name: string): Promise<Result<null>> {
  const info = appInfo.get()
  if (info === null || info.authorConfirmed) return accept(null)
  const author = { ...info.author, name: name.trim() }
  if (author.name === '')
    return refuse('empty', 'Write your name: it stands beside everything you capture.', 'name')
  const answer = await bridge.call('author:set', author)
  if (answer.ok) appInfo.set({ ...info, author, authorConfirmed: true })
  return answer
}
