import { DateTime } from 'luxon'

import type { Axis } from './timeline'

/** A moment on an axis that is named, in milliseconds since 1970. */
export type Tick = { readonly at: number; readonly label: string }

const HOURS = [1, 2, 3, 6, 12] as const
const DAYS = [1, 2, 4, 7, 14, 28, 91, 182, 364, 1820, 36_400, 364_000] as const
const HOUR = 3_600_000
const DAY = 24 * HOUR

function label(moment: DateTime, days: number): string {
  if (moment.hour !== 0 && days === 0) return moment.toFormat('HH:mm')
  if (days < 7) return moment.toFormat('ccc d')
  return moment.toFormat(days < 182 ? 'd LLL' : 'LLL yyyy')
}

/** Every so many hours or days from a round one on, on the clocks of the zone. */
function every(axis: Axis, timeZone: string, { hours = 0, days = 0 }): readonly Tick[] {
  const start = DateTime.fromMillis(axis.from, { zone: timeZone, locale: 'en-GB' }).startOf(
    days < 7 ? 'day' : 'week',
  )
  const skipped = days === 0 ? 0 : Math.max(0, Math.floor((axis.from - start.toMillis()) / (days * DAY)) - 1)
  const ticks: Tick[] = []
  for (let step = skipped; ; step += 1) {
    const day = start.plus({ days: days === 0 ? Math.floor((step * hours) / 24) : step * days })
    const moment = days === 0 ? day.set({ hour: (step * hours) % 24 }) : day
    const at = moment.toMillis()
    if (at > axis.to) return ticks
    // Where clocks are put forward, two hours of a day can be the same moment.
    if (at >= axis.from && at !== ticks.at(-1)?.at) ticks.push({ at, label: label(moment, days) })
  }
}

/** The round hours, days or weeks on an axis, at most so many of them, named as the clocks of the zone have them. */
export function ticksOf(axis: Axis, timeZone: string, most: number): readonly Tick[] {
  const span = axis.to - axis.from
  const hours = HOURS.find((step) => span / (step * HOUR) <= most)
  if (hours !== undefined) return every(axis, timeZone, { hours })
  const days = DAYS.find((step) => span / (step * DAY) <= most) ?? DAYS[DAYS.length - 1]
  return every(axis, timeZone, { days })
}
