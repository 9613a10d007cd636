import {
  EMPTY_TRACK,
  extent,
  placeAfter,
  runFrom,
  secondsLeft,
  stepAfter,
  stepsFrom,
  withinPace,
  wordAt,
  yOf,
  type Run,
  type Step,
  type Track,
} from '../../shared/script/pace'
import { observable, type Observable } from '../state/store'

/** `resting`: the script waits under a response, and goes on afterwards if it was running. */
export type ScrollState = {
  readonly running: boolean
  readonly resting: boolean
  readonly wordsPerMinute: number
}

/** Moves the script. Places are counted in words. */
export type Scroller = {
  readonly state: Observable<ScrollState>
  readonly word: () => number
  readonly secondsLeft: () => number
  readonly setRunning: (running: boolean) => void
  readonly setResting: (resting: boolean) => void
  readonly setPace: (wordsPerMinute: number) => void
  readonly seek: (word: number) => void
  readonly nudge: (pixels: number) => void
  /** Takes new measurements, and shows `word` at the reading line, `line` pixels from the window's top. */
  readonly layOut: (track: Track, line: number, word: number) => void
  readonly dispose: () => void
}

type Journey = { readonly animation: Animation; readonly run: Run; readonly steps: readonly Step[] | null }

function sameTrack(one: Track, other: Track): boolean {
  return (
    one.lines.length === other.lines.length &&
    one.lines.every((line, index) => {
      const twin = other.lines[index]
      return (
        twin !== undefined &&
        line.top === twin.top &&
        line.bottom === twin.bottom &&
        line.words === twin.words
      )
    })
  )
}

/**
 * A scroller of `layer`. While running, the layer is moved by one animation of its transform from here to the
 * script's end: the compositor plays it, nothing is laid out or rendered, and the place is a function of the
 * animation's time. A new one is made only when it starts, or the place, the pace or the measurements change.
 */
export function createScroller(layer: HTMLElement, wordsPerMinute: number): Scroller {
  const state = observable<ScrollState>({ running: false, resting: false, wordsPerMinute })
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  let track = EMPTY_TRACK
  let line = 0
  let restingAt = 0
  let journey: Journey | null = null

  const transform = (y: number) => `translate3d(0, ${line - y}px, 0)`

  function here(): number {
    if (journey === null) return restingAt
    const seconds = Number(journey.animation.currentTime ?? 0) / 1000
    return journey.steps === null ? placeAfter(journey.run, seconds) : stepAfter(journey.steps, seconds)
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
    halt(extent(track).end)
    state.set({ ...state.get(), running: false })
  }

  function go(from: number) {
    halt(from)
    const { running, resting, wordsPerMinute: pace } = state.get()
    if (!running || resting) return
    const run = runFrom(track, from, pace)
    if (run.seconds <= 0) return arrive()
    const steps = calm.matches ? stepsFrom(track, from, pace) : null
    const frames =
      steps === null
        ? [{ transform: transform(run.from) }, { transform: transform(run.to) }]
        : steps.map((step) => ({
            transform: transform(step.y),
            offset: Math.min(1, step.seconds / run.seconds),
            easing: 'step-end',
          }))
    const animation = layer.animate(frames, { duration: run.seconds * 1000, fill: 'forwards' })
    animation.onfinish = arrive
    journey = { animation, run, steps }
  }

  const change = (next: Partial<ScrollState>) => {
    const from = here()
    state.set({ ...state.get(), ...next })
    go(from)
  }
  const again = () => go(here())
  calm.addEventListener('change', again)

  return {
    state,
    word: () => wordAt(track, here()),
    secondsLeft: () => {
      if (journey === null) return secondsLeft(track, wordAt(track, restingAt), state.get().wordsPerMinute)
      return Math.max(0, journey.run.seconds - Number(journey.animation.currentTime ?? 0) / 1000)
    },
    setRunning: (running) => change({ running }),
    setResting: (resting) => change({ resting }),
    setPace: (pace) => change({ wordsPerMinute: withinPace(pace) }),
    seek: (word) => go(yOf(track, word)),
    nudge: (pixels) => {
      const { start, end } = extent(track)
      go(Math.min(end, Math.max(start, here() + pixels)))
    },
    layOut: (measured, readingLine, word) => {
      const unmoved = Math.abs(word - wordAt(track, here())) < 0.01
      if (unmoved && readingLine === line && track.words > 0 && sameTrack(track, measured)) return
      track = measured
      line = readingLine
      go(yOf(track, word))
    },
    dispose: () => {
      calm.removeEventListener('change', again)
      halt(here())
    },
  }
}
