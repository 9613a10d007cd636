import { renamed, setKey, type Named } from '../../shared/displays/names'
import {
  displayFor,
  displayOf,
  isLost,
  isMirrored,
  moveInto,
  placesAfter,
  type Situation,
} from '../../shared/displays/places'
import { displayNews } from '../../shared/displays/says'
import {
  FIRST_MODES,
  type ChosenDisplays,
  type DisplayMemory,
  type DisplaysState,
  type PlacedWindow,
  type Rect,
  type WindowModes,
} from '../../shared/displays/schema'
import type { WindowKind } from '../../shared/ipc'
import { refuse, type Result } from '../../shared/result'
import type { SettingsStore } from '../store/settingsStore'
import { Rests } from './rests'
import { namedDisplays, placeOf, putOn, watchScreens } from './screens'
import { HELD, type Windows } from './windows'

/** A window that rests so long after it was moved, in milliseconds, has been put there by a person. */
const RESTS = 700

const KINDS = ['prompter', 'board'] as const
const NONE: ChosenDisplays = { prompter: null, board: null }

/** Whether what changes between two modes is fixed when a window is made. */
function needsAnother(before: WindowModes, after: WindowModes): boolean {
  return before.frameless !== after.frameless || before.seeThrough > 0 !== after.seeThrough > 0
}

/** Keeps prompter and Board on the displays they belong on, and remembers which those are. */
export class DisplayKeeper {
  readonly #windows: Windows
  readonly #settings: SettingsStore
  readonly #onChanged: (state: DisplaysState) => void
  #known: readonly Named[]
  /** The displays the windows belong on: put there by a person, or opened there. */
  #homes: ChosenDisplays = NONE
  /** The displays they were last sent to, by a person or by Lectern. */
  #sent: ChosenDisplays = NONE
  readonly #moving = new Set<PlacedWindow>()
  readonly #rests = new Rests()
  #news: DisplaysState['news'] = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #said = ''

  /** `onChanged` is told whenever the displays, or what lies on them, are others. */
  constructor(windows: Windows, settings: SettingsStore, onChanged: (state: DisplaysState) => void) {
    this.#windows = windows
    this.#settings = settings
    this.#onChanged = onChanged
    this.#known = namedDisplays()
    watchScreens(
      () => this.#wait(),
      () => this.#settle(),
    )
    windows.onMoved(() => this.#moved())
  }

  /** The displays and what lies on them, for Desk and prompter. */
  get state(): DisplaysState {
    const now = this.#now()
    const chosen = this.#chosen()
    const place = (kind: PlacedWindow) => ({ on: now[kind], chosen: chosen[kind] ?? this.#homes[kind] })
    return {
      displays: this.#known.map(({ key, name, words }) => ({ key, name, words })),
      prompter: place('prompter'),
      board: place('board'),
      mirrored: isMirrored(this.#known),
      news: this.#news,
      modes: this.modes,
    }
  }

  /** The modes of the display the prompter is on, or will be. */
  get modes(): WindowModes {
    const key = this.#now().prompter ?? displayFor('prompter', this.#situation())?.key ?? ''
    return this.#settings.displays.modes[key] ?? FIRST_MODES
  }

  /** Where a window that is to be opened goes; null where the system may choose. */
  placeFor(kind: WindowKind, size: { readonly width: number; readonly height: number }): Rect | null {
    if (kind === 'desk') return null
    const found = displayFor(kind, { ...this.#situation(), homes: NONE })
    if (found === null) return null
    this.#homes = { ...this.#homes, [kind]: found.key }
    this.#sent = { ...this.#sent, [kind]: found.key }
    return moveInto({ x: 0, y: 0, ...size }, null, found.display.workArea)
  }

  /** Sends a window to a display, and remembers it for the displays there are now. */
  async choose(kind: PlacedWindow, key: string): Promise<Result<null>> {
    const to = this.#known.find((each) => each.key === key)
    if (to === undefined) return refuse('gone', 'That display is no longer there.')
    this.#send(kind, to)
    return this.#choose({ [kind]: key })
  }

  /** Prompter and Board change places. Neither takes the focus. */
  async swap(): Promise<Result<null>> {
    const [prompter, board] = KINDS.map((kind) => this.#displayOf(kind))
    if (!prompter || !board) {
      return refuse('closed', 'Open both the prompter and the board: then they can swap displays.')
    }
    if (prompter.key === board.key) {
      return refuse('oneDisplay', 'Prompter and board are on the same display: there is nothing to swap.')
    }
    this.#send('prompter', board)
    this.#send('board', prompter)
    return this.#choose({ prompter: board.key, board: prompter.key })
  }

  /** Changes how the prompter is on its display, and remembers it. */
  async setModes(change: Partial<WindowModes>): Promise<Result<null>> {
    const key = this.#now().prompter
    if (key === null) return refuse('closed', 'Open the prompter first.')
    const { modes } = this.#settings.displays
    const next = { ...this.modes, ...change }
    if (needsAnother(this.modes, next) && this.#windows.isHeld('prompter')) return refuse('held', HELD)
    const answer = await this.#remember({ modes: { ...modes, [key]: next } })
    this.#windows.dress('prompter')
    return answer
  }

  #chosen(): ChosenDisplays {
    return this.#settings.displays.sets[setKey(this.#known)] ?? NONE
  }

  #displayOf(kind: WindowKind): Named | null {
    const window = this.#windows.get(kind)
    return window === null ? null : displayOf(window.getBounds(), this.#known)
  }

  #now(): ChosenDisplays {
    const [prompter, board] = KINDS.map((kind) => this.#displayOf(kind)?.key ?? null)
    return { prompter: prompter ?? null, board: board ?? null }
  }

  #situation(): Situation {
    const desk = this.#displayOf('desk')?.key ?? null
    return { displays: this.#known, chosen: this.#chosen(), homes: this.#homes, now: this.#now(), desk }
  }

  async #remember(change: Partial<DisplayMemory>): Promise<Result<null>> {
    const answer = await this.#settings.setDisplays({ ...this.#settings.displays, ...change })
    this.#announce()
    return answer
  }

  #choose(change: Partial<ChosenDisplays>): Promise<Result<null>> {
    this.#homes = { ...this.#homes, ...change }
    const { sets } = this.#settings.displays
    return this.#remember({ sets: { ...sets, [setKey(this.#known)]: { ...this.#chosen(), ...change } } })
  }

  #send(kind: PlacedWindow, to: Named): void {
    const window = this.#windows.get(kind)
    this.#sent = { ...this.#sent, [kind]: to.key }
    const isThere = this.#displayOf(kind)?.key === to.key
    if (window === null || (isThere && !isLost(window.getBounds(), this.#known))) return
    const bounds = placeOf(window)
    const area = displayOf(bounds, this.#known)?.display.workArea ?? null
    this.#moving.add(kind)
    void putOn(window, to, this.#rests.backOn(kind, to.key) ?? { bounds, area }).finally(() => {
      this.#moving.delete(kind)
      this.#moved()
    })
  }

  #wait(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #moved(): void {
    this.#wait()
    this.#timer = setTimeout(() => this.#rested(), RESTS)
    this.#announce()
  }

  /** A window that a person has put somewhere stays there, and goes there again with these displays. */
  #rested(): void {
    this.#timer = null
    const moved: { [K in PlacedWindow]?: string } = {}
    for (const kind of KINDS) {
      const window = this.#windows.get(kind)
      const found = this.#displayOf(kind)
      if (window === null || found === null) this.#rests.note(kind, null)
      else if (window.isVisible() && !this.#moving.has(kind)) {
        const { key, display } = found
        this.#rests.note(kind, { key, bounds: placeOf(window), area: display.workArea })
        if (key !== this.#sent[kind]) moved[kind] = key
      }
    }
    this.#windows.dress('prompter')
    if (Object.keys(moved).length === 0) return
    this.#sent = { ...this.#sent, ...moved }
    void this.#choose(moved)
  }

  /** The displays have changed: every window goes where it belongs, and people are told. */
  #settle(): void {
    this.#wait()
    const next = namedDisplays()
    if (next.length === 0) return
    const before = this.#known
    this.#known = next
    this.#follow(renamed(before, next))
    this.#rests.lose((key) => next.some((each) => each.key === key))
    const places = placesAfter(
      this.#situation(),
      KINDS.filter((kind) => this.#windows.get(kind) !== null),
    )
    const journey = (kind: PlacedWindow) => ({ from: this.#sent[kind], to: places[kind] })
    const sentence = displayNews(before, next, { prompter: journey('prompter'), board: journey('board') })
    const isThrownTogether = places.prompter !== null && places.prompter.key === places.board?.key
    for (const kind of KINDS) {
      const to = places[kind]
      if (to !== null) this.#send(kind, to)
    }
    // What the room sees stays in front where the prompter has lost its own display.
    if (isThrownTogether && places.prompter?.key !== this.#homes.prompter)
      this.#windows.get('board')?.moveTop()
    if (sentence !== null) this.#news = { number: (this.#news?.number ?? 0) + 1, sentence }
    this.#moved()
  }

  /** A display that has another size is the same display. */
  #follow(names: ReadonlyMap<string, string>): void {
    if (names.size === 0) return
    const now = (key: string | null) => (key === null ? null : (names.get(key) ?? key))
    const follow = ({ prompter, board }: ChosenDisplays) => ({ prompter: now(prompter), board: now(board) })
    this.#homes = follow(this.#homes)
    this.#sent = follow(this.#sent)
    const { modes } = this.#settings.displays
    const copied = [...names].flatMap(([old, key]) => {
      const known = modes[old]
      return known === undefined || modes[key] !== undefined ? [] : [[key, known] as const]
    })
    if (copied.length > 0) void this.#remember({ modes: { ...modes, ...Object.fromEntries(copied) } })
  }

  #announce(): void {
    const { state } = this
    const text = JSON.stringify(state)
    if (text === this.#said) return
    this.#said = text
    this.#onChanged(state)
  }
}
