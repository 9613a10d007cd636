import type { BoardState, ChannelOutput, StageState } from '../shared/ipc'
import { canonicalJson } from '../shared/meeting/log'
import { publicView, type PublicView } from '../shared/meeting/publicView'
import type { Meeting } from '../shared/meeting/schema'
import type { Tell } from './events'

/** The slices of `next` that differ from `before`; all of them when there is nothing before. */
export function changedSlices(before: PublicView | null, next: PublicView): Partial<PublicView> {
  const changed = Object.entries(next).filter(
    ([name, slice]) =>
      before === null || canonicalJson(before[name as keyof PublicView]) !== canonicalJson(slice),
  )
  return Object.fromEntries(changed)
}

/**
 * What the prompter and the Board are showing. The Board is given changed slices of the public view and
 * nothing else; while frozen it is given nothing.
 */
export class Stage {
  readonly #tell: Tell
  #prompter: string | null = null
  #board: string | null = null
  #boardState: BoardState = { frozen: false, blank: false }
  #shown: PublicView | null = null
  #latest: PublicView | null = null

  constructor(tell: Tell) {
    this.#tell = tell
  }

  /** What Desk and prompter may know of it. */
  get state(): StageState {
    return { prompter: this.#prompter, board: this.#board, boardState: this.#boardState }
  }

  /** What the Board shows when its page loads. */
  get board(): ChannelOutput<'board:get'> {
    return { view: this.#shown, blank: this.#boardState.blank }
  }

  openPrompter(meeting: string): void {
    this.#prompter = meeting
    this.#announce()
  }

  closePrompter(): void {
    this.#prompter = null
    this.#announce()
  }

  /** Puts a meeting on the Board, unfrozen and not blank. */
  openBoard(meeting: Meeting): void {
    this.#board = meeting.id
    this.#boardState = { frozen: false, blank: false }
    this.#latest = publicView(meeting)
    this.#publish()
    this.#announce()
  }

  closeBoard(): void {
    this.#board = null
    this.#shown = null
    this.#latest = null
    this.#boardState = { frozen: false, blank: false }
    this.#announce()
  }

  /** Freezes, blanks, or lets go again. */
  setBoard(change: { readonly [K in keyof BoardState]?: boolean | undefined }): void {
    const { frozen, blank } = this.#boardState
    this.#boardState = { frozen: change.frozen ?? frozen, blank: change.blank ?? blank }
    this.#publish()
    this.#announce()
  }

  /** Follows a meeting that has changed. */
  follow(meeting: Meeting): void {
    if (meeting.id !== this.#board) return
    this.#latest = publicView(meeting)
    this.#publish()
  }

  #publish(): void {
    const { frozen, blank } = this.#boardState
    const slices = frozen || this.#latest === null ? {} : changedSlices(this.#shown, this.#latest)
    if (!frozen) this.#shown = this.#latest
    this.#tell('board:changed', { slices, blank })
  }

  #announce(): void {
    this.#tell('stage:changed', this.state)
  }
}
