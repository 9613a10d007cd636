import type { PlacedWindow, Rect } from '../../shared/displays/schema'

/** Where a window lies on a display: the display's key, the window's place, and the room the display has. */
export type Rest = { readonly key: string; readonly bounds: Rect; readonly area: Rect }

/** Where each window last lay at rest, and where it lay on a display that has gone since. */
export class Rests {
  readonly #rests = new Map<PlacedWindow, Rest>()
  readonly #left = new Map<PlacedWindow, Rest>()

  /** The display a window lay on when it last lay at rest. */
  keyOf(kind: PlacedWindow): string | null {
    return this.#rests.get(kind)?.key ?? null
  }

  /** Notes where a window lies now; null when it is closed. */
  note(kind: PlacedWindow, rest: Rest | null): void {
    if (rest === null) this.#rests.delete(kind)
    else this.#rests.set(kind, rest)
  }

  /** Keeps the place of each window whose display has gone, for the day it comes back. */
  lose(isThere: (key: string) => boolean): void {
    for (const [kind, rest] of this.#rests) if (!isThere(rest.key)) this.#left.set(kind, rest)
  }

  /** The place a window had on this display before the display went; asked for once. */
  backOn(kind: PlacedWindow, key: string): Rest | null {
    const left = this.#left.get(kind)
    if (left?.key !== key) return null
    this.#left.delete(kind)
    return left
  }
}
