import { placeAfter, speedOf, stepAfter, type Run, type Step } from '../../shared/script/pace'
import { onWay, type Leg, type Motion } from '../../shared/voice/glide'
import { keyframesOf } from './guided'
import { legOf, restOf, type Journey } from './journey'

/** The clock that animations go by: the page's own, in milliseconds. */
export const pageClock = () => Number(document.timeline.currentTime)

/** When a movement began: on the clock, or null for as soon as the compositor has it. */
export type Began = number | null

/** Plays one movement of a layer at a time. Places are in the pixels of the track. */
export type Player = {
  /** What is played now, or null while the layer rests. */
  readonly journey: () => Journey | null
  /** Where the layer is, and how fast. */
  readonly motion: () => Motion
  /** When what is played began; null while nothing is, or while it waits for its first frame. */
  readonly began: () => Began
  /** How long the line at the reading line has had of its time, in seconds; 0 where it moves in no steps. */
  readonly stood: () => number
  readonly halt: (at: number) => void
  /** Along a straight line through time. */
  readonly straight: (run: Run, began: Began) => void
  readonly inSteps: (run: Run, steps: readonly Step[], began: Began) => void
  /** Along a curved way; `after` is told where it ended. */
  readonly along: (way: readonly Leg[], after: (at: number) => void, began: number) => void
}

type Stage = {
  readonly layer: HTMLElement
  /** The transform that shows a place at the reading line. */
  readonly transform: (y: number) => string
  /** The end of the script came to the reading line. */
  readonly arrived: () => void
}

/** How long a journey has been going on, in seconds. */
export const passed = ({ animation }: Journey) => Number(animation.currentTime ?? 0) / 1000

function motionOn(journey: Journey): Motion {
  const seconds = passed(journey)
  if (journey.way !== null) return onWay(journey.way, seconds)
  if (journey.steps !== null) return { y: stepAfter(journey.steps, seconds), v: 0 }
  return { y: placeAfter(journey.leg, seconds), v: speedOf(journey.run) }
}

function stoodOn(journey: Journey): number {
  if (journey.way !== null || journey.steps === null) return 0
  const seconds = passed(journey)
  return seconds - (journey.steps.findLast((step) => step.seconds <= seconds)?.seconds ?? seconds)
}

/**
 * A player of `layer`. Each movement is one animation of its transform: the compositor plays it, nothing is laid
 * out or rendered, and the place is a function of the animation's time.
 */
export function createPlayer({ layer, transform, arrived }: Stage): Player {
  let resting = 0
  let journey: Journey | null = null

  function halt(at: number) {
    resting = at
    layer.style.transform = transform(at)
    if (journey === null) return
    journey.animation.onfinish = null
    journey.animation.cancel()
    journey = null
  }

  function animate(frames: Keyframe[], duration: number, began: Began, then: () => void): Animation {
    const animation = layer.animate(frames, { duration, fill: 'forwards' })
    if (began !== null) animation.startTime = began
    animation.onfinish = then
    return animation
  }

  function straight(run: Run, began: Began) {
    halt(run.from)
    if (run.seconds <= 0) return arrived()
    const leg = legOf(run)
    const duration = leg.seconds * 1000
    const animation = animate(
      [{ transform: transform(leg.from) }, { transform: transform(leg.to) }],
      duration,
      began,
      () => {
        if (leg.to === run.to) arrived()
        else straight(restOf(run, leg), Number(animation.startTime ?? 0) + duration)
      },
    )
    journey = { animation, run, leg, steps: null, way: null }
  }

  function inSteps(run: Run, steps: readonly Step[], began: Began) {
    halt(run.from)
    const frames = steps.map((step) => ({
      transform: transform(step.y),
      offset: Math.min(1, step.seconds / run.seconds),
      easing: 'step-end',
    }))
    const animation = animate(frames, run.seconds * 1000, began, arrived)
    journey = { animation, run, leg: run, steps, way: null }
  }

  function along(way: readonly Leg[], after: (at: number) => void, began: number) {
    const { frames, duration } = keyframesOf(way, transform)
    const end = way.at(-1)?.to.y ?? resting
    halt(way[0]?.from.y ?? resting)
    journey = { animation: animate(frames, duration, began, () => after(end)), way, after }
  }

  return {
    journey: () => journey,
    motion: () => (journey === null ? { y: resting, v: 0 } : motionOn(journey)),
    began: () => {
      const at = journey?.animation.startTime ?? null
      return at === null ? null : Number(at)
    },
    stood: () => (journey === null ? 0 : stoodOn(journey)),
    halt,
    straight,
    inSteps,
    along,
  }
}
