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
import { observable, type Observable } from '../state/store'

/**
 * `resting`: the script waits under a response, and goes on afterwards if it was running. `stepping`: it moves
 * line by line.
 */
export type ScrollState = {
  readonly running: boolean
  readonly resting: boolean
  readonly stepping: boolean
  readonly wordsPerMinute: number
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
  /** Takes a new layout, and shows the anchor at the reading line; the speed is worked out anew. */
  readonly layOut: (layout: ScrollLayout, anchor: Anchor) => void
  /** Takes other measurements of what cannot be seen yet: nothing that moves changes its place or its speed. */
  readonly extend: (layout: ScrollLayout) => void
  /** Tells whenever the script was put somewhere else. */
  readonly onMoved: (listener: () => void) => void
  readonly dispose: () => void
}

/**
 * `run` is the whole way to the end, `leg` the part of it that is animated: the numbers that the compositor
 * reckons with stay small enough to be exact.
 */
type Journey = {
  readonly animation: Animation
  readonly run: Run
  readonly leg: Run
  readonly steps: readonly Step[] | null
}

/** The longest leg, in pixels. */
const LONGEST_LEG = 50_000

function legOf(run: Run): Run {
  const to = Math.min(run.to, run.from + LONGEST_LEG)
  return { from: run.from, to, seconds: to === run.to ? run.seconds : (to - run.from) / speedOf(run) }
}

/**
 * A scroller of `layer`. While running, the layer is moved by one animation of its transform, along a straight
 * line through time: the compositor plays it, nothing is laid out or rendered, and the place is a function of the
 * animation's time. The speed is worked out only when it starts, or the place, the pace or the layout change.
 */
export function createScroller(layer: HTMLElement, wordsPerMinute: number): Scroller {
  const state = observable<ScrollState>({ running: false, resting: false, stepping: false, wordsPerMinute })
  let layout: ScrollLayout = { track: EMPTY_TRACK, line: 0, origin: 0 }
  let restingAt = 0
  let journey: Journey | null = null
  let moved: () => void = () => undefined

  const transform = (y: number) => `translate3d(0, ${layout.line - (y - layout.origin)}px, 0)`
  const passed = ({ animation }: Journey) => Number(animation.currentTime ?? 0) / 1000

  function here(): number {
    if (journey === null) return restingAt
    const seconds = passed(journey)
    return journey.steps === null ? placeAfter(journey.leg, seconds) : stepAfter(journey.steps, seconds)
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
    journey = { animation, run, leg, steps }
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
    const { running, resting, stepping: inLines, wordsPerMinute: pace } = state.get()
    const run = runFrom(layout.track, from, pace)
    if (running && !resting) {
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
      if (journey === null)
        return secondsLeft(layout.track, wordAt(layout.track, at), state.get().wordsPerMinute)
      const { run, steps } = journey
      return Math.max(0, steps === null ? (run.to - at) / speedOf(run) : run.seconds - passed(journey))
    },
    setRunning: (running) => change({ running }),
    setResting: (resting) => change({ resting }),
    setStepping: (inLines) => change({ stepping: inLines }),
    setPace: (pace) => change({ wordsPerMinute: withinPace(pace) }),
    seek: (word) => go(yOf(layout.track, word)),
    nudge: (pixels) => {
      const { start, end } = extent(layout.track)
      go(Math.min(end, Math.max(start, here() + pixels)))
    },
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
    dispose: () => halt(here()),
  }
}

/** What is left of a run after its first leg. */
function restOf(run: Run, leg: Run): Run {
  return { from: leg.to, to: run.to, seconds: run.seconds - leg.seconds }
}
