import type { Clock } from './zone'

const WORDS: Readonly<Record<string, Clock>> = {
  morning: { hour: 9, minute: 0 },
  noon: { hour: 12, minute: 0 },
  midday: { hour: 12, minute: 0 },
  afternoon: { hour: 15, minute: 0 },
  evening: { hour: 20, minute: 0 },
  tonight: { hour: 20, minute: 0 },
  midnight: { hour: 24, minute: 0 },
}
const END_OF_DAY = 'eod|cob|end of (?:the )?day|close of business'
const TIME = [
  String.raw`\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.|p\.m\.)`,
  String.raw`\d{1,2}:\d{2}(?::\d{2})?`,
  String.raw`\d{1,2}h\d{2}`,
  String.raw`\d{1,2}\.\d{2}`,
  String.raw`at \d{1,2}`,
  Object.keys(WORDS).join('|'),
  END_OF_DAY,
].join('|')
const AT_END = new RegExp(`^(?:(?!at |by )(.*?)(?:, ?| ))?((?:at |by )?(?:${TIME}))$`)
const AT_START = new RegExp(`^((?:at )?(?:${TIME}))(?:, ?(?:on )?| (?:on )?)(.+)$`)

function clock(hour: number, minute: number): Clock | null {
  return hour <= 23 && minute <= 59 ? { hour, minute } : null
}

/** A time alone, lower case. Null where it could be something else: `9.10` a date, `at 5` before noon or after. */
function readClock(text: string, endOfDay: number): Clock | null {
  const bare = text.replace(/^(?:at|by) /, '')
  if (new RegExp(`^(?:${END_OF_DAY})$`).test(bare)) return { hour: endOfDay, minute: 0 }
  const word = WORDS[bare]
  if (word !== undefined) return word
  const found = /^(\d+)(?:([:.h])(\d\d)(?::\d\d)?)? ?([ap])?/.exec(bare)
  if (found === null) return null
  const [, hours, separator, minutes, half] = found
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (half !== undefined) {
    return hour >= 1 && hour <= 12 ? clock((hour % 12) + (half === 'p' ? 12 : 0), minute) : null
  }
  if (separator === '.' && bare === text && minute >= 1 && minute <= 12) return null
  if (separator === undefined && hour >= 1 && hour <= 6) return null
  if (hour === 24 && minute === 0) return { hour, minute }
  return clock(hour, minute)
}

/**
 * Parts a date in words, lower case and single-spaced, into its time of day and the rest: `fri 17:00`,
 * `5pm tomorrow`, `25 nov at noon`. `endOfDay` is the hour that "end of day" means. No time: all is rest.
 */
export function splitTime(
  text: string,
  endOfDay: number,
): { readonly time: Clock | null; readonly rest: string } {
  const end = AT_END.exec(text)
  const start = AT_START.exec(text)
  const [time, rest] = end === null ? [start?.[1], start?.[2]] : [end[2], end[1]]
  const read = time === undefined ? null : readClock(time, endOfDay)
  if (read === null) return { time: null, rest: text }
  return {
    time: read,
    rest: (rest ?? '').replace(/(?:,| at| by)$/, '').trim() || (time === 'tonight' ? 'today' : ''),
  }
}
