/** A place in pixels down the script, and the speed there in pixels a second. */
export type Motion = { readonly y: number; readonly v: number }

/** A stretch of a way: from one motion to another in so many seconds, as smooth as can be (a cubic). */
export type Leg = { readonly from: Motion; readonly to: Motion; readonly seconds: number }

/** How long it takes to come to rest, and to take up speed, in seconds. */
export const BRAKE = 0.4
const START = 0.4

/** A correction takes so many seconds; sooner after a skip, longer the further away it is. */
const SOONEST = 1.2
const AFTER_SKIP = 0.8
const MORE = 0.8

/** So far, in pixels, adds a second to a correction. */
const FAR = 900

/** A script that is ahead of its speaker waits rather than creeping for longer than this, in seconds. */
const LONGEST_WAIT = 3

/** Slower than this, in pixels a second, is rest and no way back. */
const BACK = -1

/** The motion on a leg after so many seconds. */
export function onLeg({ from, to, seconds }: Leg, after: number): Motion {
  if (seconds <= 0 || after >= seconds) return to
  const t = Math.max(0, after) / seconds
  const way = to.y - from.y
  const [begin, end] = [from.v * seconds, to.v * seconds]
  const y = from.y + t * (begin + t * (3 * way - 2 * begin - end + t * (begin + end - 2 * way)))
  const v = (begin + t * (2 * (3 * way - 2 * begin - end) + t * 3 * (begin + end - 2 * way))) / seconds
  return { y, v }
}

/** How long all legs take together. */
export function secondsOf(legs: readonly Leg[]): number {
  return legs.reduce((sum, leg) => sum + leg.seconds, 0)
}

/** The motion on a way of several legs after so many seconds; at its end, the last one for good. */
export function onWay(legs: readonly Leg[], after: number): Motion {
  let left = after
  for (const leg of legs) {
    if (left < leg.seconds) return onLeg(leg, left)
    left -= leg.seconds
  }
  const last = legs.at(-1)
  return { y: last?.to.y ?? 0, v: 0 }
}

/** A leg's curve as CSS has it: a Bézier curve with its times at thirds is the same cubic. */
export function easingOf({ from, to, seconds }: Leg): string {
  const way = to.y - from.y
  if (Math.abs(way) < 0.01) return 'linear'
  const first = (from.v * seconds) / 3 / way
  const second = 1 - (to.v * seconds) / 3 / way
  return `cubic-bezier(0.333333, ${first.toFixed(6)}, 0.666667, ${second.toFixed(6)})`
}

/** The way to rest. */
export function brake(from: Motion): Leg {
  return { from, to: { y: from.y + (from.v * BRAKE) / 2, v: 0 }, seconds: BRAKE }
}

/** The way to a steady speed. */
export function takeUp(from: Motion, v: number): Leg {
  return { from, to: { y: from.y + ((from.v + v) * START) / 2, v }, seconds: START }
}

/** Where the speaker is now, how fast that moves, for how long it may be counted on, and whether they skipped. */
export type Aim = Motion & { readonly seconds: number; readonly jumped: boolean }

/** How long a correction takes by its length in pixels. */
function correction(pixels: number, jumped: boolean): number {
  return (jumped ? AFTER_SKIP : SOONEST) + Math.min(MORE, Math.abs(pixels) / FAR)
}

/** How long a correction takes that never goes back, or null where the script had better wait. */
function catchUp(now: Motion, aim: Aim): number | null {
  const ahead = now.y - aim.y
  const soon = correction(ahead, aim.jumped)
  if (aim.jumped) return soon
  // A cubic never goes back where neither end is faster than three times its mean speed.
  const slack = aim.v - Math.max(now.v, aim.v) / 3
  if (ahead > 0) {
    const needed = slack <= 0 ? Infinity : ahead / slack
    return needed > LONGEST_WAIT ? null : Math.max(soon, needed)
  }
  const most = slack >= 0 ? Infinity : ahead / slack
  return most < BRAKE ? null : Math.min(soon, most)
}

/** Whether a motion is that of the speaker but for so little that it need not come to rest to be put right. */
function isWith(now: Motion, { y, v, seconds, jumped }: Aim): boolean {
  const [apart, faster] = [Math.abs(now.y - y), Math.abs(now.v - v)]
  return !jumped && seconds >= BRAKE && apart <= (v * seconds) / 4 && faster <= v / 2
}

/** To where the speaker is taken to rest, or to rest here where that is no way on. */
function toRestAt(now: Motion, aim: Aim, y: number): readonly Leg[] {
  const braked = brake(now)
  if (!aim.jumped && y <= braked.to.y) return [braked]
  const soon = correction(y - now.y, aim.jumped)
  return [{ from: now, to: { y, v: 0 }, seconds: aim.jumped ? soon : Math.min(soon, slowest(now, y)) }]
}

/** How long a way to rest may take at most without a step back at its end. */
const slowest = (now: Motion, y: number) => (now.v <= 0 ? Infinity : (3 * (y - now.y)) / now.v)

/**
 * The way from a motion to the speaker: a smooth correction, a steady advance at their own pace for as long as it
 * may be counted on, and to rest. A script ahead of them slows down or waits; it goes back only after a jump.
 */
export function wayTo(now: Motion, told: Aim): readonly Leg[] {
  // On its way back to somebody who jumped, it goes on to wherever they are by now.
  const aim = { ...told, jumped: told.jumped || now.v < BACK }
  const seconds = isWith(now, aim) ? aim.seconds : catchUp(now, aim)
  if (seconds === null) return [brake(now)]
  const reach = aim.y + aim.v * aim.seconds
  if (aim.v <= 0 || seconds > aim.seconds) return toRestAt(now, aim, reach)
  const met = { y: aim.y + aim.v * seconds, v: aim.v }
  const left = { y: reach, v: aim.v }
  return [
    { from: now, to: met, seconds },
    ...(aim.seconds > seconds ? [{ from: met, to: left, seconds: aim.seconds - seconds }] : []),
    brake(left),
  ]
}
