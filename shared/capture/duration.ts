import type { DateTime } from 'luxon'

import { plainNumbers, readQuantities } from '../plan/quantity'

/**
 * Reads `in 3 hours`, `within 2 days`, `half an hour from now`. Days and longer follow the calendar, hours
 * and minutes are real time. `exact` says that the clock time counts too; null when it is no such thing.
 */
export function readFromNow(
  text: string,
  now: DateTime<true>,
): { readonly moment: DateTime<true>; readonly exact: boolean } | null {
  const plain = plainNumbers(text)
  const [, amount] = /^(?:in|within) (.+)$/.exec(plain) ?? /^(.+) from now$/.exec(plain) ?? []
  const quantities = amount === undefined ? null : readQuantities(amount)
  if (quantities === null) return null
  const units: Record<string, number> = {}
  for (const { value, unit } of quantities) {
    if (unit === null || (unit === 'month' && !Number.isInteger(value))) return null
    units[unit] = value
  }
  const moment = now.plus(units)
  if (!moment.isValid) return null
  const exact = quantities.some(
    ({ value, unit }) => unit === 'minute' || unit === 'hour' || !Number.isInteger(value),
  )
  return { moment, exact }
}
