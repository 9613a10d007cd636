import type { Meeting } from './schema'

type Times = Pick<Meeting, 'startedAt' | 'endedAt' | 'breaks'>

/** How long something took in milliseconds; never less than nothing, whatever a clock did meanwhile. */
function between(from: number, to: number): number {
  return Math.max(0, to - from)
}

/**
 * How long the meeting has been running at `now` (milliseconds), or ran, without its breaks. Worked out from
 * the moments in the log, so it is right after the computer slept.
 */
export function elapsed({ startedAt, endedAt, breaks }: Times, now: number): number {
  if (startedAt === null) return 0
  const start = Date.parse(startedAt)
  const end = endedAt === null ? now : Date.parse(endedAt)
  const rested = breaks.reduce((sum, { from, to }) => {
    const until = to === null ? end : Math.min(end, Date.parse(to))
    return sum + between(Math.max(start, Date.parse(from)), until)
  }, 0)
  return Math.max(0, between(start, end) - rested)
}

/** How long the break that is on has lasted at `now`, or null when there is none. */
export function breakSoFar({ breaks, endedAt }: Times, now: number): number | null {
  const current = breaks.find(({ to }) => to === null)
  return current === undefined || endedAt !== null ? null : between(Date.parse(current.from), now)
}

/** The minutes that the cues of the script are meant to take together. */
export function plannedMinutes({ script }: Pick<Meeting, 'script'>): number {
  return Math.round(script.reduce((sum, { timebox }) => sum + timebox, 0))
}

/** How the time stands against the plan, in calm words: `11 min left`, `on time`, `4 min over`. */
export function againstPlan(planned: number, spent: number): string {
  const left = planned - spent / 60_000
  if (left > 0.5) return `${Math.ceil(left)} min left`
  return left > -1 ? 'on time' : `${Math.floor(-left)} min over`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Milliseconds as hours, minutes and seconds: `00:14:32`. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** Milliseconds as minutes and seconds, e.g. of a break: `3:05`, `62:10`. */
export function minutesOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
}
