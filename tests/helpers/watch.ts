import { existsSync, readFileSync } from 'node:fs'

import type { ElectronApplication } from 'playwright'

/** What must not happen while the app runs: an error, a warning, or a word to the network. */
export type Fault = { readonly what: string; readonly text: string }

/** Addresses that stay inside the app: its own pages, and the tools Playwright drives it with. */
const INSIDE = /^(?:app|devtools|data|blob):/

/** Keeps what the sessions of the main process ask the network for, also what was refused before it left. */
async function watchSessions(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ session }) => {
    const asked: string[] = []
    Object.assign(globalThis, { lecternAsked: asked })
    const kinds = ['desk', 'prompter', 'board']
    const sessions = [
      session.defaultSession,
      ...kinds.map((kind) => session.fromPartition(`persist:${kind}`)),
    ]
    for (const each of sessions) {
      each.webRequest.onSendHeaders(({ url }) => void asked.push(url))
      each.webRequest.onErrorOccurred(({ url }) => void asked.push(url))
    }
  })
}

/** Notes every fault of a running app from its first moment on. */
export async function watch(electron: ElectronApplication, note: (fault: Fault) => void): Promise<void> {
  const pages = electron.context()
  pages.on('weberror', (error) => note({ what: 'page error', text: String(error.error()) }))
  pages.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) {
      note({ what: `console ${message.type()}`, text: message.text() })
    }
  })
  pages.on('request', (request) => {
    if (!INSIDE.test(request.url())) note({ what: 'request of a page', text: request.url() })
  })
  pages.on('requestfailed', (request) => note({ what: 'failed request', text: request.url() }))
  electron.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      note({ what: `main console ${message.type()}`, text: message.text() })
    }
  })
  await watchSessions(electron)
}

/** What the sessions of the main process asked for outside the app since `watch`. */
export async function askedOfNetwork(electron: ElectronApplication): Promise<readonly Fault[]> {
  const urls = await electron.evaluate(() => {
    const asked: unknown = Reflect.get(globalThis, 'lecternAsked')
    return Array.isArray(asked) ? asked.map(String) : ['the listener is gone']
  })
  return urls.filter((url) => !INSIDE.test(url)).map((text) => ({ what: 'request of a session', text }))
}

/**
 * What Chromium's own network log says, which no listener inside the app can hide: every address asked for,
 * by pages and by the browser itself (a spell checker's dictionary, an update, a certificate list).
 */
export function loggedByNetwork(file: string): readonly Fault[] {
  if (!existsSync(file)) return [{ what: 'network log', text: `${file} was not written` }]
  const log = readFileSync(file, 'utf8')
  const urls = [...log.matchAll(/"(?:url|host)":"([^"]+)"/g)].map(([, url]) => String(url))
  return [...new Set(urls)]
    .filter((url) => !INSIDE.test(url))
    .map((text) => ({ what: 'entry in the network log', text }))
}
