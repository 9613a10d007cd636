import type { Fact } from './schema'

const MINUTE = 60_000

/** Whether a filled fact is older than it may be; one without a limit never is. `now` is a moment. */
export function isStale(fact: Fact, now: string): boolean {
  if (fact.value === '' || fact.at === null || fact.staleAfter === undefined) return false
  return Date.parse(now) - Date.parse(fact.at) > fact.staleAfter * MINUTE
}

/** How long ago a moment was: `just now`, `12 min ago`, `3 h ago`, `2 days ago`. A moment to come is just now. */
export function ageWords(at: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / MINUTE)
  if (!(minutes >= 1)) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h ago`
  return `${Math.floor(hours / 24)} days ago`
}
