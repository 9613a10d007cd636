import { appended, type Made } from './lists'
import type { Link, Meeting } from './schema'

function isSame(one: Link, other: Link): boolean {
  return one.from === other.from && one.to === other.to
}

/** The meeting with a link; one that is there already stays the only one. */
export function withLink(meeting: Meeting, { from, to }: Link, made: Made = null): Meeting {
  const known = meeting.links.some((link) => isSame(link, { from, to }))
  return known ? meeting : { ...meeting, links: appended(meeting.links, { from, to }, made) }
}

/** The meeting without a link. */
export function withoutLink(meeting: Meeting, { from, to }: Link): Meeting {
  return { ...meeting, links: meeting.links.filter((link) => !isSame(link, { from, to })) }
}
