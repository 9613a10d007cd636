import { toZone } from '../../../shared/capture/due'

/** The moment that a date and time field means in a time zone, or null while it is empty. */
export function momentIn(local: string, timeZone: string): string | null {
  return local === '' ? null : toZone(local, timeZone)
}
