import { app, session, type Session, type WebPreferences } from 'electron'

import type { WindowKind } from '../../shared/ipc'
import { mayListen } from '../system/microphone'
import { SCHEME, serveScheme } from './scheme'

/** The permissions a window may have at any time: full screen for the prompter and the board. */
const PERMITTED: Readonly<Record<WindowKind, readonly string[]>> = {
  desk: [],
  prompter: ['fullscreen'],
  board: ['fullscreen'],
}

/** Every page is sandboxed, isolated, without Node, without background throttling and without a spell checker. */
export function pagePreferences(kind: WindowKind, preload?: string): WebPreferences {
  return {
    ...(preload === undefined ? {} : { preload }),
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

/** The microphone, and never a camera, for the prompter's own page while the presenter lets it listen. */
function isListening(kind: WindowKind, address: string | undefined, media: readonly unknown[]): boolean {
  const isOwn = address !== undefined && `${address}/`.startsWith(`${SCHEME}://prompter/`)
  const isAudio = media.length > 0 && media.every((type) => type === 'audio')
  return kind === 'prompter' && isOwn && isAudio && mayListen()
}

function closePermissions(pages: Session, kind: WindowKind): void {
  pages.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = permission === 'media' && 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    answer(PERMITTED[kind].includes(permission) || isListening(kind, details.requestingUrl, media))
  })
  pages.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const media = permission === 'media' ? [details.mediaType] : []
    return PERMITTED[kind].includes(permission) || isListening(kind, origin, media)
  })
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
