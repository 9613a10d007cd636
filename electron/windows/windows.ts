import { BrowserWindow } from 'electron'

import type { WindowKind } from '../../shared/ipc'
import { endListening } from '../system/microphone'
import { placeFor } from './displays'
import { pageUrl } from './scheme'
import { pagePreferences } from './security'

const TITLES: Readonly<Record<WindowKind, string>> = { desk: 'Lectern', prompter: 'Prompter', board: 'Board' }
const GROUNDS: Readonly<Record<WindowKind, string>> = {
  desk: '#fbfbf9',
  prompter: '#0e1212',
  board: '#fbfbf9',
}

/** The app's windows, at most one of each kind, and which kind a page belongs to. */
export class Windows {
  readonly #preload: string
  readonly #open = new Map<WindowKind, BrowserWindow>()
  readonly #onClosed: (kind: WindowKind) => void
  #moved: () => void = () => undefined

  constructor(preload: string, onClosed: (kind: WindowKind) => void) {
    this.#preload = preload
    this.#onClosed = onClosed
  }

  /** The window of a kind, or null while it is closed. */
  get(kind: WindowKind): BrowserWindow | null {
    return this.#open.get(kind) ?? null
  }

  /** Calls back whenever a window was opened, moved or closed. */
  onMoved(listener: () => void): void {
    this.#moved = listener
  }

  /** The kind of window a page's contents belong to, or null for anything else. */
  kindOf(contentsId: number): WindowKind | null {
    for (const [kind, window] of this.#open) if (window.webContents.id === contentsId) return kind
    return null
  }

  /** Opens a window, or shows another page in it and brings it to the front. Resolves when it is loaded. */
  async show(kind: WindowKind, query: Readonly<Record<string, string>> = {}): Promise<void> {
    const url = pageUrl(kind, query)
    const known = this.#open.get(kind)
    if (known !== undefined) {
      if (known.webContents.getURL().split('#')[0] !== url) await known.loadURL(url)
      if (known.isMinimized()) known.restore()
      if (!known.isVisible()) known.show()
      known.focus()
      return
    }
    const window = new BrowserWindow({
      ...placeFor(kind, this.get('desk')),
      title: TITLES[kind],
      width: 1280,
      height: 720,
      minWidth: 640,
      minHeight: 400,
      useContentSize: true,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: GROUNDS[kind],
      webPreferences: pagePreferences(kind, this.#preload),
    })
    this.#open.set(kind, window)
    let closing = false
    window.on('close', () => (closing = true))
    window.on('closed', () => {
      this.#open.delete(kind)
      if (kind === 'prompter') endListening()
      this.#onClosed(kind)
      this.#moved()
    })
    window.on('move', () => this.#moved())
    window.on('show', () => this.#moved())
    if (kind === 'prompter') {
      window.setContentProtection(true)
      window.on('show', () => window.setContentProtection(true))
      // Another page in the window, or the same one loaded again, has to ask for the microphone itself.
      window.webContents.on('did-start-navigation', ({ isSameDocument }) => isSameDocument || endListening())
    }
    window.once('ready-to-show', () => (kind === 'board' ? window.showInactive() : window.show()))
    await window.loadURL(url).catch((error: unknown) => {
      // A window closed while it loads is no failure; the error dialog would keep the app from quitting.
      if (!closing) throw error
    })
  }
}
