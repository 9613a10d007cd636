import { DateTime } from 'luxon'

import { formatClock, formatDay, formatMoment } from '../capture/due'
import { elapsed } from '../meeting/clock'
import type { Meeting, MeetingStatus } from '../meeting/schema'

/** `1 action`, `3 actions`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

/** At most `longest` characters, cut between words where there are any, with `…` where something is missing. */
export function clipped(text: string, longest: number): string {
  const characters = Array.from(text)
  if (characters.length <= longest) return text
  const start = characters.slice(0, longest - 1).join('')
  const word = start.search(/\s\S*$/)
  return `${(word > start.length / 2 ? start.slice(0, word) : start).trimEnd()}…`
}

/** A text on one line, clipped. */
export function oneLine(text: string, longest: number): string {
  return clipped(text.replace(/\s+/g, ' ').trim(), longest)
}

/** The bottom line as it fits the first page. */
export function bottomLineOf({ bottomLine }: { readonly bottomLine: string }): string {
  return clipped(bottomLine, 300)
}

/** A clock time, with the day before it where that is another than the day of `reference`. */
export function clockOrDay(moment: string, reference: string, timeZone: string): string {
  const sameDay = formatDay(moment, timeZone) === formatDay(reference, timeZone)
  return sameDay ? formatClock(moment, timeZone) : formatMoment(moment, timeZone)
}

/** The zone as people name it, with its distance from UTC at that moment: `Europe/Berlin (UTC+1)`. */
export function zoneName(timeZone: string, moment: string): string {
  const offset = DateTime.fromISO(moment, { zone: timeZone }).toFormat('Z')
  return timeZone === 'UTC' ? 'UTC' : `${timeZone} (UTC${offset})`
}

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`
}

/** When the meeting was or is to be: `Mon 23 Nov 2026, 14:00 to 14:26 (26 min)`. */
export function whenHeld(
  meeting: Pick<Meeting, 'plannedStart' | 'startedAt' | 'endedAt' | 'breaks' | 'timeZone'>,
): string {
  const { plannedStart, startedAt, endedAt, timeZone } = meeting
  if (startedAt === null)
    return plannedStart === null ? 'not dated' : `planned for ${formatMoment(plannedStart, timeZone)}`
  const from = formatMoment(startedAt, timeZone)
  if (endedAt === null) return `${from}, not ended`
  const minutes = Math.round(elapsed(meeting, Date.parse(endedAt)) / 60_000)
  const breaks = meeting.breaks.length === 0 ? '' : ' without breaks'
  return `${from} to ${clockOrDay(endedAt, startedAt, timeZone)} (${duration(minutes)}${breaks})`
}

/** A SHA-256 in groups of four digits, the whole of it or its first `digits`. */
export function fingerprintWords(fingerprint: string, digits: number = fingerprint.length): string {
  return (
    fingerprint
      .slice(0, digits)
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  )
}

/** A meeting's status as a reader of its record understands it. */
export function statusWords(status: MeetingStatus): string {
  switch (status) {
    case 'draft':
      return 'Not held yet'
    case 'live':
      return 'In progress'
    case 'paused':
      return 'Paused'
    case 'ended':
      return 'Ended, not finalised'
    case 'finalised':
      return 'Final'
  }
}
