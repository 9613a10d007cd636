import {
  anchorAt,
  EMPTY_TRACK,
  extent,
  placeAfter,
  runFrom,
  secondsLeft,
  speedOf,
  stepAfter,
  stepsFrom,
  withinPace,
  wordAt,
  yAt,
  yOf,
  type Anchor,
  type Run,
  type Step,
  type Track,
} from '../../shared/script/pace'
import { brake, onWay, takeUp, wayTo, type Leg, type Motion } from '../../shared/voice/glide'
import type { Whereabouts } from '../../shared/voice/pilot'
import { observable, type Observable } from '../state/store'
import { legOf, restOf, type Journey } from './journey'
import { aimAt, isOnCourse, keyframesOf, lineHeight, shifted } from './guided'

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
 * A scroller of `layer`. While running, the layer is moved by one animation of its transform, along a straight
 * line through time: the compositor plays it, nothing is laid out or rendered, and the place is a function of the
 * animation's time. The speed is worked out only when it starts, or the place, the pace or the layout change.
 */
export function createScroller(layer: HTMLElement, wordsPerMinute: number): Scroller {
  const state = observable<ScrollState>({
    running: false,
    resting: false,
    stepping: false,
    wordsPerMinute,
    drive: 'pace',
  })
  let layout: ScrollLayout = { track: EMPTY_TRACK, line: 0, origin: 0 }
  let restingAt = 0
  let journey: Journey | null = null
  let moved: () => void = () => undefined
  let seized: () => void = () => undefined

  const transform = (y: number) => `translate3d(0, ${layout.line - (y - layout.origin)}px, 0)`
  const passed = ({ animation }: Journey) => Number(animation.currentTime ?? 0) / 1000

  function here(): number {
    if (journey === null) return restingAt
    const seconds = passed(journey)
    if (journey.way !== null) return onWay(journey.way, seconds).y
    return journey.steps === null ? placeAfter(journey.leg, seconds) : stepAfter(journey.steps, seconds)
  }

  function motion(): Motion {
    if (journey === null) return { y: restingAt, v: 0 }
    if (journey.way !== null) return onWay(journey.way, passed(journey))
    return { y: here(), v: journey.steps === null ? speedOf(journey.run) : 0 }
  }

  function halt(at: number) {
    restingAt = at
    layer.style.transform = transform(at)
    if (journey === null) return
    journey.animation.onfinish = null
    journey.animation.cancel()
    journey = null
  }

  function arrive() {
    halt(extent(layout.track).end)
    state.set({ ...state.get(), running: false })
  }

  function animate(frames: Keyframe[], run: Run, leg: Run, steps: readonly Step[] | null) {
    const animation = layer.animate(frames, { duration: leg.seconds * 1000, fill: 'forwards' })
    animation.onfinish = () => {
      if (leg.to === run.to) return arrive()
      const began = Number(animation.startTime ?? 0)
      straight(restOf(run, leg), began + leg.seconds * 1000)
    }
    journey = { animation, run, leg, steps, way: null }
  }

  /** Along a curved way, which began at `since` on the document's clock: now, if nothing is said. */
  function along(way: readonly Leg[], after: () => void, since = Number(document.timeline.currentTime)) {
    const { frames, duration } = keyframesOf(way, transform)
    halt(way[0]?.from.y ?? restingAt)
    const animation = layer.animate(frames, { duration, fill: 'forwards' })
    animation.startTime = since
    animation.onfinish = after
    journey = { animation, way, after }
  }

  const rest = (at: number) => () => halt(at)

  /** From any motion to the pace that is set. */
  function toPace() {
    const now = motion()
    const run = runFrom(layout.track, now.y, state.get().wordsPerMinute)
    const leg = takeUp(now, speedOf(run))
    if (state.get().stepping || leg.to.y >= run.to) return go(now.y)
    along([leg], () => straight(runFrom(layout.track, leg.to.y, state.get().wordsPerMinute)))
  }

  function toRest() {
    const leg = brake(motion())
    if (leg.from.v === 0) halt(leg.from.y)
    else along([leg], rest(leg.to.y))
  }

  function guide(speaker: Whereabouts) {
    const { running, resting, stepping: inLines, drive } = state.get()
    if (!running || resting || drive !== 'voice') return
    const aim = aimAt(layout.track, speaker)
    if (inLines) {
      const line = layout.track.lines.findLast(({ before }) => before <= speaker.words)
      if (line !== undefined && Math.abs(line.top - here()) > 1) halt(line.top)
      return moved()
    }
    const now = motion()
    const there: Leg = { from: now, to: now, seconds: 0 }
    const way = journey?.way ?? [there]
    const gone = journey === null ? 0 : passed(journey)
    if (isOnCourse(way, gone, aim, lineHeight(layout.track, aim.y))) return
    steer(wayTo(now, aim), speaker)
  }

  function steer(way: readonly Leg[], speaker: Whereabouts) {
    const { end } = extent(layout.track)
    const to = way.at(-1)?.to.y ?? end
    along(way, to >= end - 1 && speaker.words >= layout.track.words - 1 ? arrive : rest(to))
    moved()
  }

  /** Along a straight line through time, which began at `since` on the document's clock, if it began before now. */
  function straight(run: Run, since: number | null = null) {
    halt(run.from)
    if (run.seconds <= 0) return arrive()
    const leg = legOf(run)
    animate([{ transform: transform(leg.from) }, { transform: transform(leg.to) }], run, leg, null)
    if (since !== null && journey !== null) journey.animation.startTime = since
  }

  function inSteps(run: Run, pace: number) {
    const steps = stepsFrom(layout.track, run.from, pace)
    const frames = steps.map((step) => ({
      transform: transform(step.y),
      offset: Math.min(1, step.seconds / run.seconds),
      easing: 'step-end',
    }))
    animate(frames, run, run, steps)
  }

  function go(from: number) {
    halt(from)
    const { running, resting, stepping: inLines, wordsPerMinute: pace, drive } = state.get()
    const run = runFrom(layout.track, from, pace)
    if (running && !resting && drive === 'pace') {
      if (run.seconds <= 0) arrive()
      else if (inLines) inSteps(run, pace)
      else straight(run)
    }
    moved()
  }

  const change = (next: Partial<ScrollState>) => {
    const from = here()
    state.set({ ...state.get(), ...next })
    go(from)
  }

  return {
    state,
    word: () => wordAt(layout.track, here()),
    y: here,
    anchor: () => anchorAt(layout.track, here()),
    secondsLeft: () => {
      const at = here()
      if (journey === null || journey.way !== null)
        return secondsLeft(layout.track, wordAt(layout.track, at), state.get().wordsPerMinute)
      const { run, steps } = journey
      return Math.max(0, steps === null ? (run.to - at) / speedOf(run) : run.seconds - passed(journey))
    },
    setRunning: (running) => change({ running }),
    setResting: (resting) => change({ resting }),
    setStepping: (inLines) => change({ stepping: inLines }),
    setPace: (pace) => change({ wordsPerMinute: withinPace(pace) }),
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
    extend: (next) => {
      const before = journey
      const at = here()
      const shift = yAt(next.track, anchorAt(layout.track, at)) - at
      layout = next
      const began = before === null ? null : Number(before.animation.startTime ?? Number.NaN)
      if (before !== null && before.way !== null && began !== null && !Number.isNaN(began)) {
        const end = (before.way.at(-1)?.to.y ?? at) + shift
        return along(
          shifted(before.way, shift),
          state.get().drive === 'pace' ? before.after : rest(end),
          began,
        )
      }
      if (before !== null && before.way !== null) return go(at + shift)
      if (before === null || before.steps !== null || began === null || Number.isNaN(began))
        return go(at + shift)
      const speed = speedOf(before.run)
      const from = at + shift
      const to = extent(next.track).end
      straight({ from, to, seconds: (to - from) / speed }, began + ((at - before.leg.from) / speed) * 1000)
    },
    onMoved: (listener) => {
      moved = listener
    },
    onSeized: (listener) => {
      seized = listener
    },
    dispose: () => halt(here()),
  }
}
