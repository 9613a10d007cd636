import { readDay } from './day'
import { readFromNow } from './duration'
import { splitTime } from './timeOfDay'
import { inZone, isoOf, momentsAt, type Clock, type Day } from './zone'

const LONGEST_DATE = 100
const DUE_HOUR = 17
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/i

function iso(day: Day, clock: Clock, timeZone: string): string | null {
  const [moment] = momentsAt(day, clock, timeZone)
  return moment === undefined ? null : isoOf(moment)
}

function readIso(text: string, timeZone: string, hour: number): string | null {
  const [, date = '', time, offset] = ISO.exec(text) ?? []
  const local = inZone(`${date}T${time ?? '00:00'}${offset?.toUpperCase() ?? ''}`, timeZone)
  if (local === null) return null
  if (offset !== undefined) return isoOf(local)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const [hours = hour, minutes = 0] = time?.split(':').map(Number) ?? []
  return iso({ year, month, day }, { hour: hours, minute: minutes }, timeZone)
}

/**
 * Reads a date in natural English words or ISO 8601 as a moment on the clocks of `context.timeZone`,
 * reckoned from `context.now`; independent of the machine's own zone, language and clock.
 * Days and times without a date lie ahead: `fri`, `27 Nov`, `17:00`. A date without a time is at
 * `options.hour` (17 by default); a time that comes twice as clocks go back is the first one, one that
 * clocks skip is moved behind the jump. Returns ISO 8601 with the zone's offset; null when the whole text
 * is not a date or could be two (`3/4`, `at 5`).
 */
export function parseMoment(
  text: string,
  context: { readonly now: string; readonly timeZone: string },
  options: { readonly hour?: number } = {},
): string | null {
  const { timeZone } = context
  const hour = options.hour ?? DUE_HOUR
  if (text.length > LONGEST_DATE) return null
  const now = inZone(context.now, timeZone)
  const typed = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (now === null || typed === '') return null
  if (ISO.test(typed)) return readIso(typed, timeZone, hour)
  const words = typed.toLowerCase()
  if (words === 'now') return isoOf(now)
  const relative = readFromNow(words, now)
  if (relative !== null) {
    return relative.exact ? isoOf(relative.moment) : iso(relative.moment, { hour, minute: 0 }, timeZone)
  }
  const { time, rest } = splitTime(words, hour)
  const clock = time ?? { hour, minute: 0 }
  const later = readFromNow(rest, now)
  if (later !== null) return later.exact ? null : iso(later.moment, clock, timeZone)
  const laterToday = () => momentsAt(now, clock, timeZone).find((moment) => moment > now)
  const today = rest === '' ? laterToday() : undefined
  if (rest === '') return today === undefined ? iso(now.plus({ days: 1 }), clock, timeZone) : isoOf(today)
  const day = readDay(
    rest,
    { year: now.year, month: now.month, day: now.day },
    () => laterToday() !== undefined,
  )
  return day === null ? null : iso(day, clock, timeZone)
}

/** The same moment as ISO 8601 with the offset of the zone; text that is no moment comes back as it is. */
export function toZone(moment: string, timeZone: string): string {
  const date = inZone(moment, timeZone)
  return date === null ? moment : isoOf(date)
}

function format(moment: string, timeZone: string, pattern: string): string {
  return inZone(moment, timeZone)?.toFormat(pattern) ?? moment
}

/** A moment in full on the clocks of the zone: `Fri 27 Nov 2026, 17:00`. Text that is no moment stays. */
export function formatMoment(moment: string, timeZone: string): string {
  return format(moment, timeZone, 'ccc d LLL yyyy, HH:mm')
}

/** The time of day of a moment on the clocks of the zone: `14:05`. Text that is no moment stays. */
export function formatClock(moment: string, timeZone: string): string {
  return format(moment, timeZone, 'HH:mm')
}

/** The day of a moment on the calendar of the zone: `Fri 27 Nov 2026`. Text that is no moment stays. */
export function formatDay(moment: string, timeZone: string): string {
  return format(moment, timeZone, 'ccc d LLL yyyy')
}

/** A moment that is near, without its year: `27 Nov, 17:00`. Text that is no moment stays. */
export function formatNear(moment: string, timeZone: string): string {
  return format(moment, timeZone, 'd LLL, HH:mm')
}
