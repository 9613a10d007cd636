import {
  anchorAt,
  EMPTY_TRACK,
  extent,
  runFrom,
  secondsLeft,
  speedOf,
  stepsFrom,
  withinPace,
  wordAt,
  yAt,
  yOf,
  type Anchor,
  type Track,
} from '../../shared/script/pace'
import { brake, takeUp, wayTo, type Leg } from '../../shared/voice/glide'
import type { Whereabouts } from '../../shared/voice/pilot'
import { observable, type Observable } from '../state/store'
import { aimAt, isOnCourse, isOver, lineHeight, lineOf, shifted } from './guided'
import { createPlayer, pageClock, passed, type Began } from './player'

/** What moves a running script: the clock, at the pace that is set; nothing for now; or the speaker's voice. */
export type Drive = 'pace' | 'held' | 'voice'

/**
 * `resting`: the script waits under a response, and goes on afterwards if it was running. `stepping`: it moves
 * line by line.
 */
export type ScrollState = {
  readonly running: boolean
  readonly resting: boolean
  readonly stepping: boolean
  readonly wordsPerMinute: number
  readonly drive: Drive
}

/** The script as it is laid out now. `origin` is where the layer's own top lies in the track. */
export type ScrollLayout = { readonly track: Track; readonly line: number; readonly origin: number }

/** Moves the script. Places are counted in words; `y` is a place in the pixels of the track laid out last. */
export type Scroller = {
  readonly state: Observable<ScrollState>
  readonly word: () => number
  readonly y: () => number
  readonly anchor: () => Anchor
  readonly secondsLeft: () => number
  readonly setRunning: (running: boolean) => void
  readonly setResting: (resting: boolean) => void
  readonly setStepping: (stepping: boolean) => void
  readonly setPace: (wordsPerMinute: number) => void
  readonly seek: (word: number) => void
  readonly nudge: (pixels: number) => void
  /** Hands a running script to the clock or to the voice, or holds it, without a jerk. */
  readonly setDrive: (drive: Drive) => void
  /** Driven by voice: goes on to where the speaker is. On its way there already, it goes on as it does. */
  readonly guide: (speaker: Whereabouts) => void
  /** Takes a new layout, and shows the anchor at the reading line; the speed is worked out anew. */
  readonly layOut: (layout: ScrollLayout, anchor: Anchor) => void
  /** Takes other measurements of what cannot be seen yet: nothing that moves changes its place or its speed. */
  readonly extend: (layout: ScrollLayout) => void
  /** Tells whenever the script was put somewhere else. */
  readonly onMoved: (listener: () => void) => void
  /** Tells whenever somebody put the script somewhere else by hand. */
  readonly onSeized: (listener: () => void) => void
  readonly dispose: () => void
}

/**
 * A scroller of `layer`. While running, the layer moves along a straight line through time. The speed is worked out
 * only when it starts, or the place, the pace or the layout change; what was moving goes on without a stop.
 */
export function createScroller(layer: HTMLElement, wordsPerMinute: number, clock = pageClock): Scroller {
  const state = observable<ScrollState>({
    running: false,
    resting: false,
    stepping: false,
    wordsPerMinute,
    drive: 'pace',
  })
  let layout: ScrollLayout = { track: EMPTY_TRACK, line: 0, origin: 0 }
  /** Line by line: how many words of the line at the reading line had their time before the script was held. */
  let read = 0
  let moved: () => void = () => undefined
  let seized: () => void = () => undefined
  const player = createPlayer({
    layer,
    transform: (y) => `translate3d(0, ${layout.line - (y - layout.origin)}px, 0)`,
    arrived: arrive,
  })
  const here = () => player.motion().y
  const runAt = (from: number) => runFrom(layout.track, from, state.get().wordsPerMinute)

  const wordsRead = () =>
    player.journey() === null ? read : (player.stood() * state.get().wordsPerMinute) / 60

  function arrive() {
    player.halt(Math.max(here(), extent(layout.track).end))
    state.set({ ...state.get(), running: false })
  }

  function finish() {
    arrive()
    moved()
  }

  /** From any motion to the pace that is set. */
  function toPace() {
    const now = player.motion()
    const leg = takeUp(now, speedOf(runAt(now.y)))
    if (state.get().stepping || leg.to.y >= extent(layout.track).end) return go(now.y, read)
    const began = clock()
    player.along([leg], (at) => player.straight(runAt(at), began + leg.seconds * 1000), began)
  }

  function toRest() {
    read = wordsRead()
    const leg = brake(player.motion())
    if (leg.from.v === 0) player.halt(leg.from.y)
    else player.along([leg], player.halt, clock())
  }

  function guide(speaker: Whereabouts) {
    const { running, resting, stepping: inLines, drive } = state.get()
    if (!running || resting || drive !== 'voice') return
    const aim = aimAt(layout.track, speaker)
    const journey = player.journey()
    if ((inLines || journey === null) && isOver(layout.track, speaker, inLines, here())) return finish()
    if (inLines) {
      const top = lineOf(layout.track, speaker)?.top ?? here()
      return top > here() + 1 || (speaker.jumped && top < here() - 1) ? go(top) : moved()
    }
    const now = player.motion()
    if (journey === null && speaker.words >= layout.track.words) return steer(wayTo(now, aim), speaker)
    const there: Leg = { from: now, to: now, seconds: 0 }
    const way = journey?.way ?? [there]
    const gone = journey === null ? 0 : passed(journey)
    if (isOnCourse(way, gone, aim, lineHeight(layout.track, aim.y))) return
    steer(wayTo(now, aim), speaker)
  }

  function steer(way: readonly Leg[], speaker: Whereabouts) {
    const { end } = extent(layout.track)
    const to = way.at(-1)?.to.y ?? end
    const isEnd = to >= end - 1 && speaker.words >= layout.track.words - 1
    player.along(way, isEnd ? arrive : player.halt, clock())
    moved()
  }

  /**
   * From this place on: at the pace that is set, if the script runs by it. So many words of its line `had` their
   * time already.
   */
  function go(from: number, had = 0) {
    const isNew = player.journey() === null
    player.halt(from)
    const { running, resting, stepping: inLines, wordsPerMinute: pace, drive } = state.get()
    const run = runAt(from)
    read = inLines ? had : 0
    const began: Began = isNew && read === 0 ? null : clock() - (read * 60_000) / pace
    if (running && !resting && drive === 'pace') {
      if (run.seconds <= 0) arrive()
      else if (inLines) player.inSteps(run, stepsFrom(layout.track, run.from, pace), began)
      else player.straight(run, began)
    }
    moved()
  }

  const change = (next: Partial<ScrollState>) => {
    const from = here()
    const had = wordsRead()
    state.set({ ...state.get(), ...next })
    go(from, had)
  }

  /** The same movement on a track that was measured further: the same line through time, or the same curve. */
  function extend(next: ScrollLayout) {
    const [before, began, at] = [player.journey(), player.began(), here()]
    const shift = yAt(next.track, anchorAt(layout.track, at)) - at
    layout = next
    if (before === null || began === null) return go(at + shift, wordsRead())
    if (before.way !== null) return player.along(shifted(before.way, shift), before.after, began)
    if (before.steps !== null) return go(at + shift, wordsRead())
    const [from, to, speed] = [at + shift, extent(next.track).end, speedOf(before.run)]
    const since = began + ((at - before.leg.from) / speed) * 1000
    player.straight({ from, to, seconds: (to - from) / speed }, since)
  }

  return {
    state,
    word: () => wordAt(layout.track, here()),
    y: here,
    anchor: () => anchorAt(layout.track, here()),
    secondsLeft: () => {
      const at = here()
      const journey = player.journey()
      if (journey === null || journey.way !== null)
        return secondsLeft(layout.track, wordAt(layout.track, at) + read, state.get().wordsPerMinute)
      const { run, steps } = journey
      return Math.max(0, steps === null ? (run.to - at) / speedOf(run) : run.seconds - passed(journey))
    },
    setRunning: (running) => change({ running }),
    setResting: (resting) => change({ resting }),
    setStepping: (inLines) => change({ stepping: inLines }),
    setPace: (pace) => {
      const next = { wordsPerMinute: withinPace(pace) }
      if (state.get().drive === 'voice') state.set({ ...state.get(), ...next })
      else change(next)
    },
    seek: (word) => {
      go(yOf(layout.track, word))
      seized()
    },
    nudge: (pixels) => {
      const { start, end } = extent(layout.track)
      go(Math.min(end, Math.max(start, here() + pixels)))
      seized()
    },
    setDrive: (drive) => {
      if (drive === state.get().drive) return
      state.set({ ...state.get(), drive })
      const { running, resting } = state.get()
      if (!running || resting) return
      if (drive === 'pace') toPace()
      else toRest()
    },
    guide,
    layOut: (next, anchor) => {
      layout = next
      go(yAt(next.track, anchor))
    },
    extend,
    onMoved: (listener) => {
      moved = listener
    },
    onSeized: (listener) => {
      seized = listener
    },
    dispose: () => player.halt(here()),
  }
}
