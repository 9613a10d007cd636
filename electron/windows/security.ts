import { app, session, type Session, type WebPreferences } from 'electron'

import type { WindowKind } from '../../shared/ipc'
import { SCHEME, serveScheme } from './scheme'

/** The permissions a window may have: full screen for the prompter and the board. */
const PERMITTED: Readonly<Record<WindowKind, readonly string[]>> = {
  desk: [],
  prompter: ['fullscreen'],
  board: ['fullscreen'],
}

/** Every page is sandboxed, isolated, without Node, without background throttling and without a spell checker. */
export function pagePreferences(kind: WindowKind, preload: string): WebPreferences {
  return {
    preload,
    partition: `persist:${kind}`,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    backgroundThrottling: false,
  }
}

/** Chromium's own services look for no host and every name leads nowhere. Must run before the app is ready. */
export function closeNetworkForAll(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
}

function closeNetwork(pages: Session): void {
  pages.setSpellCheckerEnabled(false)
  pages.setSpellCheckerLanguages([])
  pages.setSpellCheckerDictionaryDownloadURL(`${SCHEME}://nowhere/`)
  pages.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !details.url.startsWith(`${SCHEME}:`) && !details.url.startsWith('devtools:') })
  })
}

function closePermissions(pages: Session, kind: WindowKind): void {
  pages.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(PERMITTED[kind].includes(permission)),
  )
  pages.setPermissionCheckHandler((_contents, permission) => PERMITTED[kind].includes(permission))
}

/** Sets up the partition of each window kind: its own page, no network, no permissions but the few needed. */
export function secureSessions(kinds: readonly WindowKind[], pages: string): void {
  closeNetwork(session.defaultSession)
  for (const kind of kinds) {
    const own = session.fromPartition(`persist:${kind}`)
    serveScheme(own, kind, pages)
    closeNetwork(own)
    closePermissions(own, kind)
  }
}

/** No page may leave its address, open a window, attach a webview or be navigated by another. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
