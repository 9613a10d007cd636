import type { BrowserWindow } from 'electron'

import type { Windows } from './windows'

/** The widest a picture is, in pixels: sharp in the corner of a large display, and small to send. */
const WIDTH = 480
const QUALITY = 82

/** A page fades for a moment before it looks as it will; and pictures cost time that others need. */
const SETTLES = 250
const APART = 1_000

type Sent = (picture: Uint8Array<ArrayBuffer> | null) => void

function sameBytes(one: Uint8Array<ArrayBuffer> | null, other: Uint8Array): boolean {
  return one !== null && Buffer.compare(one, other) === 0
}

/**
 * Pictures of what the Board's window shows, as it was painted: taken when it looks different, at most one a
 * second, and sent only when it is another one.
 */
export class BoardPicture {
  readonly #windows: Windows
  readonly #send: Sent
  #latest: Uint8Array<ArrayBuffer> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #taken = -Infinity

  constructor(windows: Windows, send: Sent) {
    this.#windows = windows
    this.#send = send
  }

  /** The last picture, or null while the Board is closed or was never painted. */
  get latest(): Uint8Array<ArrayBuffer> | null {
    return this.#latest
  }

  /** The Board looks different now. */
  changed(): void {
    if (this.#timer !== null) return
    const wait = Math.max(SETTLES, this.#taken + APART - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#taken = performance.now()
      void this.#take()
    }, wait)
  }

  /** The Board is gone. */
  clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#latest === null) return
    this.#latest = null
    this.#send(null)
  }

  async #take(): Promise<void> {
    const board = this.#windows.get('board')
    if (board === null || !canBeSeen(board)) return
    // A page that is just going away has no picture, and the next one is taken when it is there.
    const image = await board.webContents.capturePage().catch(() => null)
    if (image === null || image.isEmpty() || this.#windows.get('board') !== board) return
    const { width } = image.getSize()
    const small = width > WIDTH ? image.resize({ width: WIDTH, quality: 'good' }) : image
    const picture = new Uint8Array(small.toJPEG(QUALITY))
    if (sameBytes(this.#latest, picture)) return
    this.#latest = picture
    this.#send(picture)
  }
}

/** What is not on any screen is not painted: the picture stays the last one that was. */
function canBeSeen(window: BrowserWindow): boolean {
  return !window.isDestroyed() && window.isVisible() && !window.isMinimized()
}
