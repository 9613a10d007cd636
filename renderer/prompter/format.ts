import type { ScrollState } from './scroller'

const two = (number: number) => String(number).padStart(2, '0')

/** Less than this is a rounding error, not a second begun. */
const INSTANT = 1e-3

/** Minutes and seconds, a second begun counted whole, e.g. `6:12`. */
export function minutes(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds - INSTANT))
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`
}

/** The pace in words, e.g. `140 words per minute · running`. */
export function paceText({ wordsPerMinute, running, resting, stepping }: ScrollState): string {
  const motion = !running ? 'paused' : resting ? 'resting' : stepping ? 'stepping' : 'running'
  return `${wordsPerMinute} words per minute · ${motion}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The time of day in a zone, e.g. `14:06`. Asked for often: the formatter of a zone is made once. */
export function timeOfDay(moment: number, timeZone: string): string {
  const known = clocks.get(timeZone)
  const format = known ?? new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
  if (known === undefined) clocks.set(timeZone, format)
  return format.format(moment)
}
