/** How long the presenter stays at a cue before the Board says so, in milliseconds: looking ahead is no progress. */
const SETTLES = 3_000

/** The cue the presenter is at, once they have stayed there for a while. */
export class BoardPlace {
  readonly #moved: () => void
  #at: string | null = null
  #next: string | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  /** `moved` is called when the place is another. */
  constructor(moved: () => void) {
    this.#moved = moved
  }

  /** The cue, or null while nobody said where the presenter is. */
  get at(): string | null {
    return this.#at
  }

  /** The presenter is at this cue now. */
  go(cue: string): void {
    if (cue === this.#next) return
    this.#stop()
    this.#next = cue
    if (cue === this.#at) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#at = cue
      this.#moved()
    }, SETTLES)
  }

  /** Nobody is anywhere: another meeting begins. */
  clear(): void {
    this.#stop()
    this.#at = null
    this.#next = null
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
