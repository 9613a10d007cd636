import { Chrono, GB, type ParsedResult } from 'chrono-node/en'
import { DateTime } from 'luxon'

import type { Day } from './zone'

type Components = ParsedResult['start']

const MONTHS_AHEAD = 12
/** Longer than any day in words: no reader is troubled with it. */
const LONGEST_DAY = 48
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
/** `nov 27`, which chrono takes for a year, to become `27 nov`; not within `25 nov 26`. */
const MONTH_FIRST = new RegExp(String.raw`(?<!\d[a-z]{0,2} (?:of )?)\b(${MONTH}) (\d{1,2})(?:st|nd|rd|th)?\b`)

/**
 * chrono without its readers of durations: `duration.ts` does that by the zone's clocks, and their patterns
 * took a fifth of a second to compile at the first letter of a date.
 */
const DURATION = '(?:about|around)'
const NOTHING = /(?!)/
const days = new Chrono({
  refiners: GB.refiners,
  parsers: GB.parsers.map((parser) => ({
    pattern: (context) => {
      const pattern = parser.pattern(context)
      return pattern.source.includes(DURATION) ? NOTHING : pattern
    },
    extract: (context, match) => parser.extract(context, match),
  })),
})

const inUtc = ({ year, month, day }: Day) => DateTime.utc(year, month, day)

function dayOf({ year, month, day }: DateTime): Day {
  return { year, month, day }
}

/** `27th` or `the 27th`: the next one from today on. */
function readDayOfMonth(text: string, today: DateTime): Day | null {
  const found = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/.exec(text)
  if (found === null) return null
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
    const { year, month } = today.plus({ months: ahead })
    const date = DateTime.utc(year, month, Number(found[1]))
    if (date.isValid && date >= today) return dayOf(date)
  }
  return null
}

/** `end of week`, `eow`, `end of next week`: the Friday of that week. */
function readEndOfWeek(text: string, today: DateTime): Day | null {
  const found = /^(?:eow|end of (?:(?:the|this) )?(next )?week)$/.exec(text)
  if (found === null) return null
  return dayOf(today.set({ weekday: 5 }).plus({ weeks: found[1] === undefined ? 0 : 1 }))
}

/** With slashes or dashes the order of day and month differs by country. */
function couldBeTwoDays(text: string): boolean {
  const [, first, second] = /^(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2,4})?$/.exec(text) ?? []
  return (
    first !== undefined && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second)
  )
}

/** What chrono made of the whole text as one day; null where it had to guess the day or read a time. */
function whole(text: string, results: readonly ParsedResult[]): Components | null {
  const [result] = results
  if (result === undefined || results.length > 1 || result.text.length !== text.length || result.end)
    return null
  const { start } = result
  if (start.isCertain('hour')) return null
  return start.isCertain('weekday') || (start.isCertain('day') && start.isCertain('month')) ? start : null
}

function toDay(found: Components, text: string, today: DateTime, allowToday: () => boolean): Day | null {
  const weekday = found.get('weekday')
  if (!found.isCertain('day') && weekday !== null && !/\b(?:next|last|past|this)\b/.test(text)) {
    const ahead = (weekday - (today.weekday % 7) + 7) % 7
    return dayOf(today.plus({ days: ahead === 0 && !allowToday() ? 7 : ahead }))
  }
  const [year, month, day] = [found.get('year'), found.get('month'), found.get('day')]
  if (year === null || month === null || day === null) return null
  const date = DateTime.utc(year, month, day)
  const anyYear = found.isCertain('month') && !found.isCertain('year')
  const thisYear = date.set({ year: today.year })
  const ahead = !anyYear ? date : thisYear < today ? thisYear.plus({ years: 1 }) : thisYear
  return found.isCertain('weekday') && ahead.weekday % 7 !== weekday ? null : dayOf(ahead)
}

/**
 * Reads a day in words (`friday`, `next tuesday`, `tomorrow`, `25 Nov 2026`, `nov 27`, `the 3rd`), lower
 * case. A day without a year is the next one; a weekday is today only where `allowToday`. Null when it is
 * no day, and where it would be a guess: `3/4`, `november`, `Mon 27 Nov` on a Friday.
 */
export function readDay(text: string, now: Day, allowToday: () => boolean): Day | null {
  if (text.length > LONGEST_DAY) return null
  const today = inUtc(now)
  const plain = text.replace(/^on /, '').replace(MONTH_FIRST, '$2 $1')
  if (/^(?:this|tonight)$/.test(plain)) return now
  if (/^(?:the )?day after tomorrow$/.test(plain)) return dayOf(today.plus({ days: 2 }))
  const own = readDayOfMonth(plain, today) ?? readEndOfWeek(plain, today)
  if (own !== null || couldBeTwoDays(plain)) return own
  // chrono reckons on the clock of the machine; at noon no zone changes its clocks, so only the day is left.
  const reference = new Date(now.year, now.month - 1, now.day, 12)
  const found = whole(plain, days.parse(plain, reference))
  return found === null ? null : toDay(found, plain, today, allowToday)
}
