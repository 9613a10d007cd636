import type { ChannelOutput, StageState } from '../shared/ipc'
import type { Behind, BoardState, BoardWindow } from '../shared/ipcBoard'
import { boardView, type BoardView } from '../shared/meeting/boardView'
import { publicViews, type PublicView } from '../shared/meeting/publicView'
import { sameJson } from '../shared/meeting/sameJson'
import type { Meeting } from '../shared/meeting/schema'
import { behind, UP_TO_DATE } from './boardBehind'
import { BoardFeed, withoutNames } from './boardFeed'
import { BoardPlace } from './boardPlace'
import type { Tell } from './events'

const SHOWING: BoardState = { frozen: false, blank: false }
const CLOSED: BoardWindow = { is: 'closed', covered: false }

/** How the stage tells the time: milliseconds that never go back, and the moment of the clock on the wall. */
export type StageClock = { readonly now: () => number; readonly moment: () => string }

type BoardChange = { readonly [K in keyof BoardState]?: boolean | undefined }

/** The slices of `next` that differ from `before`; all of them when there is nothing before. */
export function changedSlices(before: BoardView | null, next: BoardView): Partial<BoardView> {
  const changed = Object.entries(next).filter(([name, slice]) => {
    const old = before?.[name as keyof BoardView]
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
 * nothing else, after the delay the meeting asks for; while frozen it is given nothing but that it is.
 */
export class Stage {
  readonly #tell: Tell
  readonly #clock: StageClock
  readonly #place = new BoardPlace(() => this.#refresh())
  #prompter: string | null = null
  #board: OnBoard | null = null
  #boardState = SHOWING
  #sharedDisplay = false
  #panic = false
  #blankBefore = false
  #shown: BoardView | null = null
  #told = ''
  #waiting = 0
  #frozenSince: string | null = null
  #behind: Behind = UP_TO_DATE
  #window = CLOSED
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(tell: Tell, clock: StageClock) {
    this.#tell = tell
    this.#clock = clock
  }

  /** What Desk and prompter may know of it. */
  get state(): StageState {
    return {
      prompter: this.#prompter,
      board: this.#board?.meeting.id ?? null,
      boardState: this.#boardState,
      waiting: this.#waiting,
      frozenSince: this.#frozenSince,
      behind: this.#behind,
      boardWindow: this.#window,
      sharedDisplay: this.#sharedDisplay,
      panic: this.#panic,
    }
  }

  /** What the Board shows when its page loads. */
  get board(): ChannelOutput<'board:get'> {
    return { view: this.#shown, ...this.#boardState }
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

  /** Says where the Board's window is. */
  setBoardWindow(window: BoardWindow): void {
    if (sameJson(window, this.#window)) return
    this.#window = window
    this.#announce()
  }

  /** The presenter is at this cue of a meeting. */
  setPlace(meeting: string, cue: string): void {
    if (this.#board?.meeting.id === meeting) this.#place.go(cue)
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
    this.#frozenSince = null
    this.#blankBefore = false
    this.#place.clear()
    this.#publish()
    this.#announce()
  }

  closeBoard(): void {
    this.#board = null
    this.#shown = null
    this.#told = ''
    this.#waiting = 0
    this.#boardState = SHOWING
    this.#frozenSince = null
    this.#behind = UP_TO_DATE
    this.#place.clear()
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
    feed.arrive(viewOf(meeting), this.#clock.now())
    this.#board = { meeting, feed, viewOf }
    this.#refresh()
  }

  #refresh(): void {
    const [waiting, lag] = [this.#waiting, this.#behind]
    this.#publish()
    if (this.#waiting !== waiting || !sameJson(this.#behind, lag)) this.#announce()
  }

  #change({ frozen, blank }: BoardChange): void {
    const { frozen: isFrozen, blank: isBlank } = this.#boardState
    this.#boardState = { frozen: frozen ?? isFrozen, blank: blank ?? isBlank }
    if (!this.#boardState.frozen) this.#frozenSince = null
    else this.#frozenSince ??= this.#clock.moment()
    this.#publish()
    this.#announce()
  }

  /** Gives the Board what it may show and has not; nothing where nothing is new. */
  #publish(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const { frozen } = this.#boardState
    const due = frozen ? null : this.#due()
    const slices = due === null ? {} : changedSlices(this.#shown, due)
    if (due !== null) this.#shown = due
    this.#behind = frozen ? this.#lag() : UP_TO_DATE
    const state = JSON.stringify(this.#boardState)
    if (state === this.#told && Object.keys(slices).length === 0) return
    this.#told = state
    this.#tell('board:changed', { slices, ...this.#boardState })
  }

  #due(): BoardView | null {
    if (this.#board === null) return null
    const { meeting, feed, viewOf } = this.#board
    const now = this.#clock.now()
    const { view, waiting, next } = feed.due(viewOf(meeting), now, meeting.settings.boardDelay * 1000)
    this.#waiting = waiting
    if (next !== null) {
      this.#timer = setTimeout(() => {
        this.#publish()
        this.#announce()
      }, next - now)
    }
    return this.#asShown(meeting, view)
  }

  #lag(): Behind {
    if (this.#board === null) return UP_TO_DATE
    const { meeting, viewOf } = this.#board
    return behind(this.#shown, this.#asShown(meeting, viewOf(meeting)))
  }

  #asShown(meeting: Meeting, view: PublicView): BoardView {
    return boardView(meeting.settings.namesOnBoard ? view : withoutNames(view), meeting, this.#place.at)
  }

  #announce(): void {
    this.#tell('stage:changed', this.state)
  }
}
