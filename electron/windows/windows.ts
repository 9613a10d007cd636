import { BrowserWindow } from 'electron'

import { pushed } from '../../shared/displays/places'
import type { Rect } from '../../shared/displays/schema'
import type { WindowKind } from '../../shared/ipc'
import { endListening } from '../system/microphone'
import { pageUrl } from './scheme'
import { pagePreferences } from './security'

const TITLES: Readonly<Record<WindowKind, string>> = { desk: 'Lectern', prompter: 'Prompter', board: 'Board' }
const GROUNDS: Readonly<Record<WindowKind, string>> = {
  desk: '#fbfbf9',
  prompter: '#0e1212',
  board: '#fbfbf9',
}
const SIZE = { width: 1280, height: 720 }
const SMALLEST = { width: 640, height: 400 }

/** Why something cannot be had now that only another window can have. */
export const HELD =
  'This needs a new window, and the rehearsal would end with the old one. Press R to end it first.'

/** Marks the address of a page whose window was made anew: it goes on where the one before it was. */
const AGAIN = '#again'

/**
 * How a window is: what can change while it is open (`onTop`), and what only a new window can have. `asks` says
 * that the system is asked to leave it out of captures.
 */
export type Dress = {
  readonly onTop: boolean
  readonly frameless: boolean
  readonly clear: boolean
  readonly asks: boolean
}

const PLAIN: Dress = { onTop: false, frameless: false, clear: false, asks: false }

/** What the windows ask of others: where a new one goes, and how it is. */
export type Tailor = {
  readonly placeFor: (kind: WindowKind, size: { width: number; height: number }) => Rect | null
  readonly dressFor: (kind: WindowKind) => Dress
  /** Whether a window must not be seen now, whatever it was before. */
  readonly isHidden: (kind: WindowKind) => boolean
}

type Open = { readonly window: BrowserWindow; readonly dress: Dress }

/** Where a window was and whether it was seen, for the one that takes its place. */
type Before = {
  readonly bounds: Rect
  readonly isFull: boolean
  readonly isSeen: boolean
  readonly isFocused: boolean
}

/** The app's windows, at most one of each kind, and which kind a page belongs to. */
export class Windows {
  readonly #preload: string
  readonly #open = new Map<WindowKind, Open>()
  readonly #onClosed: (kind: WindowKind) => void
  readonly #remade = new Set<WindowKind>()
  readonly #held = new Set<WindowKind>()
  #tailor: Tailor = { placeFor: () => null, dressFor: () => PLAIN, isHidden: () => false }
  #moved: () => void = () => undefined

  constructor(preload: string, onClosed: (kind: WindowKind) => void) {
    this.#preload = preload
    this.#onClosed = onClosed
  }

  /** From now on, `tailor` says where windows go and how they are. */
  employ(tailor: Tailor): void {
    this.#tailor = tailor
  }

  /** The window of a kind, or null while it is closed, and from the moment it closes. */
  get(kind: WindowKind): BrowserWindow | null {
    const window = this.#open.get(kind)?.window ?? null
    return window === null || window.isDestroyed() ? null : window
  }

  /** Calls back whenever a window was opened, moved or closed. */
  onMoved(listener: () => void): void {
    this.#moved = listener
  }

  /** The kind of window a page's contents belong to, or null for anything else. */
  kindOf(contentsId: number): WindowKind | null {
    for (const kind of this.#open.keys()) if (this.get(kind)?.webContents.id === contentsId) return kind
    return null
  }

  /** Opens a window, or shows another page in it and brings it to the front. Resolves when it is loaded. */
  async show(kind: WindowKind, query: Readonly<Record<string, string>> = {}): Promise<void> {
    const url = pageUrl(kind, query)
    const known = this.get(kind)
    if (known === null) return this.#make(kind, url, null, this.#tailor.dressFor(kind))
    if (known.webContents.getURL().split('#')[0] !== url) await known.loadURL(url)
    if (known.isMinimized()) known.restore()
    if (!known.isVisible()) known.show()
    known.focus()
  }

  /** Moves or sizes a window by a step, within its own display. */
  push(kind: WindowKind, by: Rect, area: Rect): void {
    const window = this.get(kind)
    if (window !== null && !window.isFullScreen())
      window.setBounds(pushed(window.getBounds(), by, SMALLEST, area))
  }

  /** Gives an open window what it should have now; it is made anew, in the same place, where it must be. */
  dress(kind: WindowKind): void {
    const open = this.#open.get(kind)
    if (open === undefined || this.#remade.has(kind)) return
    const { window, dress } = open
    const next = this.#tailor.dressFor(kind)
    const isOther =
      next.frameless !== dress.frameless || next.clear !== dress.clear || next.asks !== dress.asks
    if (isOther && !this.#held.has(kind)) return this.#remake(kind, window, next)
    if (next.onTop !== window.isAlwaysOnTop()) window.setAlwaysOnTop(next.onTop)
  }

  /** For so long, a window is not made anew; what it should have then, it gets afterwards. */
  hold(kind: WindowKind, on: boolean): void {
    if (!on) this.#held.delete(kind)
    else if (this.#open.has(kind)) this.#held.add(kind)
    if (!on) this.dress(kind)
  }

  /** Whether a window must stay the same one now. */
  isHeld(kind: WindowKind): boolean {
    return this.#held.has(kind)
  }

  #remake(kind: WindowKind, window: BrowserWindow, dress: Dress): void {
    const url = `${window.webContents.getURL().split('#')[0] ?? ''}${AGAIN}`
    const before: Before = {
      bounds: window.getNormalBounds(),
      isFull: window.isFullScreen(),
      isSeen: window.isVisible(),
      isFocused: window.isFocused(),
    }
    this.#remade.add(kind)
    window.once('closed', () => void this.#make(kind, url, before, dress))
    window.close()
  }

  async #make(kind: WindowKind, url: string, before: Before | null, dress: Dress): Promise<void> {
    const window = new BrowserWindow({
      ...SIZE,
      ...(before?.bounds ?? this.#tailor.placeFor(kind, SIZE)),
      title: TITLES[kind],
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      useContentSize: true,
      show: false,
      autoHideMenuBar: true,
      alwaysOnTop: dress.onTop,
      frame: !dress.frameless,
      transparent: dress.clear,
      backgroundColor: dress.clear ? '#00000000' : GROUNDS[kind],
      webPreferences: pagePreferences(kind, this.#preload),
    })
    if (before !== null) window.setBounds(before.bounds)
    this.#open.set(kind, { window, dress })
    this.#remade.delete(kind)
    let closing = false
    window.on('close', () => (closing = true))
    window.on('closed', () => {
      this.#open.delete(kind)
      this.#held.delete(kind)
      if (kind === 'prompter') endListening()
      if (!this.#remade.has(kind)) this.#onClosed(kind)
      this.#moved()
    })
    window.on('move', () => this.#moved())
    window.on('show', () => this.#moved())
    if (dress.asks) {
      window.setContentProtection(true)
      window.on('show', () => window.setContentProtection(true))
    }
    if (kind === 'prompter') {
      // Another page in the window, or the same one loaded again, has to ask for these itself.
      window.webContents.on('did-start-navigation', ({ isSameDocument }) => {
        if (isSameDocument) return
        endListening()
        this.#held.delete(kind)
      })
    }
    window.once('ready-to-show', () => {
      if (before?.isSeen === false || this.#tailor.isHidden(kind)) return
      if (kind === 'board' || before?.isFocused === false) window.showInactive()
      else window.show()
      if (before?.isFull === true) window.setFullScreen(true)
    })
    await window.loadURL(url).catch((error: unknown) => {
      // A window closed while it loads is no failure; the error dialog would keep the app from quitting.
      if (!closing) throw error
    })
  }
}
