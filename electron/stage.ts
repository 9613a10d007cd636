import type { BoardState, ChannelOutput, StageState } from '../shared/ipc'
import { publicViews, type PublicView } from '../shared/meeting/publicView'
import { sameJson } from '../shared/meeting/sameJson'
import type { Meeting } from '../shared/meeting/schema'
import { BoardFeed, withoutNames } from './boardFeed'
import type { Tell } from './events'

const SHOWING: BoardState = { frozen: false, blank: false }

type BoardChange = { readonly [K in keyof BoardState]?: boolean | undefined }

/** The slices of `next` that differ from `before`; all of them when there is nothing before. */
export function changedSlices(before: PublicView | null, next: PublicView): Partial<PublicView> {
  const changed = Object.entries(next).filter(([name, slice]) => {
    const old = before?.[name as keyof PublicView]
    return before === null || !sameJson(old, slice)
  })
  return Object.fromEntries(changed)
}

/** The meeting on the Board with the view that waits to be shown. */
type OnBoard = {
  readonly meeting: Meeting
  readonly feed: BoardFeed
  readonly viewOf: (meeting: Meeting) => PublicView
}

/**
 * What the prompter and the Board are showing. The Board is given changed slices of the public view and
 * nothing else, after the delay the meeting asks for; while frozen it is given nothing.
 */
export class Stage {
  readonly #tell: Tell
  readonly #now: () => number
  #prompter: string | null = null
  #board: OnBoard | null = null
  #boardState = SHOWING
  #sharedDisplay = false
  #panic = false
  #blankBefore = false
  #shown: PublicView | null = null
  #waiting = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  /** `now` gives milliseconds that never go back. */
  constructor(tell: Tell, now: () => number) {
    this.#tell = tell
    this.#now = now
  }

  /** What Desk and prompter may know of it. */
  get state(): StageState {
    return {
      prompter: this.#prompter,
      board: this.#board?.meeting.id ?? null,
      boardState: this.#boardState,
      waiting: this.#waiting,
      sharedDisplay: this.#sharedDisplay,
      panic: this.#panic,
    }
  }

  /** What the Board shows when its page loads. */
  get board(): ChannelOutput<'board:get'> {
    return { view: this.#shown, blank: this.#boardState.blank }
  }

  /** The prompter reads this meeting, or is closed. Opening it ends a panic, but the Board stays blank. */
  setPrompter(meeting: string | null): void {
    this.#prompter = meeting
    if (meeting !== null) this.#panic = false
    this.#announce()
  }

  /** Says whether prompter and Board lie on the same display. */
  setSharedDisplay(shared: boolean): void {
    if (shared === this.#sharedDisplay) return
    this.#sharedDisplay = shared
    this.#announce()
  }

  /** The panic key: blanks the Board, or shows it again as it was meant to be. */
  setPanic(panic: boolean): void {
    if (panic && !this.#panic) this.#blankBefore = this.#boardState.blank
    this.#panic = panic
    this.#change({ blank: panic || this.#blankBefore })
  }

  /**
   * Puts a meeting on the Board, not frozen, and blank only in a panic; what there is already shows at once.
   * A meeting that is there already stays as it is.
   */
  openBoard(meeting: Meeting): void {
    if (this.#board?.meeting.id === meeting.id) return
    const viewOf = publicViews()
    this.#board = { meeting, viewOf, feed: new BoardFeed(viewOf(meeting)) }
    this.#boardState = { ...SHOWING, blank: this.#panic }
    this.#blankBefore = false
    this.#publish()
    this.#announce()
  }

  closeBoard(): void {
    this.#board = null
    this.#shown = null
    this.#waiting = 0
    this.#boardState = SHOWING
    this.#announce()
  }

  /** Freezes, blanks, or lets go again. In a panic the Board stays blank, and what was asked for comes after it. */
  setBoard({ frozen, blank }: BoardChange): void {
    if (this.#panic && blank !== undefined) this.#blankBefore = blank
    this.#change(this.#panic ? { frozen } : { frozen, blank })
  }

  /** Follows a meeting that has changed. */
  follow(meeting: Meeting): void {
    if (this.#board?.meeting.id !== meeting.id) return
    const { feed, viewOf } = this.#board
    feed.arrive(viewOf(meeting), this.#now())
    this.#board = { meeting, feed, viewOf }
    const before = this.#waiting
    this.#publish()
    if (this.#waiting !== before) this.#announce()
  }

  #change({ frozen, blank }: BoardChange): void {
    const { frozen: isFrozen, blank: isBlank } = this.#boardState
    this.#boardState = { frozen: frozen ?? isFrozen, blank: blank ?? isBlank }
    this.#publish()
    this.#announce()
  }

  #publish(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const { frozen, blank } = this.#boardState
    const due = frozen ? null : this.#due()
    const slices = due === null ? {} : changedSlices(this.#shown, due)
    if (due !== null) this.#shown = due
    this.#tell('board:changed', { slices, blank })
  }

  #due(): PublicView | null {
    if (this.#board === null) return null
    const { meeting, feed, viewOf } = this.#board
    const now = this.#now()
    const { view, waiting, next } = feed.due(viewOf(meeting), now, meeting.settings.boardDelay * 1000)
    this.#waiting = waiting
    if (next !== null) {
      this.#timer = setTimeout(() => {
        this.#publish()
        this.#announce()
      }, next - now)
    }
    return meeting.settings.namesOnBoard ? view : withoutNames(view)
  }

  #announce(): void {
    this.#tell('stage:changed', this.state)
  }
}
