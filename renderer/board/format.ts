const part = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone })

/** The time of day in a zone, e.g. `14:06`. */
export function timeOfDay(moment: string | number, timeZone: string): string {
  return part({ hour: '2-digit', minute: '2-digit' }, timeZone).format(new Date(moment))
}

/** A day and its time, e.g. `Wed 25 Nov, 17:00`. */
export function dayAndTime(moment: string, timeZone: string): string {
  const day = part({ weekday: 'short', day: 'numeric', month: 'short' }, timeZone).format(new Date(moment))
  return `${day.replace(',', '')}, ${timeOfDay(moment, timeZone)}`
}

/** Milliseconds as whole minutes, e.g. `14 min`. */
export function wholeMinutes(milliseconds: number): string {
  return `${Math.floor(milliseconds / 60_000)} min`
}
