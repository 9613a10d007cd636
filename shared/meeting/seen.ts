import { formatMoment } from '../capture/due'
import type { Cue } from '../playbook/schema'
import { refuse, type Result } from '../result'
import type { CaptureDraft, ExpectedFields } from './commands'
import { isSaid, type Body, type Captured, type LogEntry } from './entries'
import { sameJson } from './sameJson'
import type { FollowUp, Objection } from './schema'
import { broughtAbout, subjectsOf } from './subjects'

/** What of a captured entry is edited by hand, as it stands. */
export function draftOf(captured: Captured): CaptureDraft {
  const { text, at } = captured.item
  switch (captured.type) {
    case 'note.captured':
      return { kind: 'note', text, at }
    case 'decision.captured':
      return { kind: 'decision', text, at }
    case 'objection.raised':
      return { kind: captured.item.kind, text, at, who: captured.item.who }
    case 'action.captured':
      return { kind: 'action', text, at, owner: captured.item.owner, due: captured.item.due }
    case 'parking.captured':
      return { kind: 'parking', text, at, owner: captured.item.owner }
  }
}

/** What of a prepared objection is edited by hand, as it stands. */
export function expectedFieldsOf(objection: Objection): ExpectedFields {
  const { text, kind, role, keywords, key } = objection
  const response = objection.response ?? { sayFirst: '', evidence: '', questionBack: '', doNotSay: '' }
  return { text, kind, role, keywords, key, response }
}

type Log = readonly LogEntry[]
type Standing = { readonly what: string; readonly now: string; readonly by: (body: Body) => boolean }

/** Refuses to overwrite what somebody else made of it meanwhile, with who that was and what it is now. */
function changed(log: Log, { what, now, by }: Standing): Result<never> {
  const who = log.filter(isSaid).findLast(({ body }) => by(body))?.by.name ?? 'Somebody'
  return refuse('changed', `${who} changed ${what} while you were writing. ${now}`)
}

/** A refusal where an entry is no longer what its editor saw, else null. */
export function entryChanged(seen: CaptureDraft, stands: Captured, log: Log): Result<never> | null {
  if (sameJson(seen, draftOf(stands))) return null
  const { id, text } = stands.item
  const by = (body: Body) => subjectsOf(body).includes(id)
  return changed(log, { what: 'this entry', now: `It now says “${text}”.`, by })
}

/** A refusal where a cue is no longer what its editor saw, else null. */
export function cueChanged(seen: Cue, stands: Cue, log: Log): Result<never> | null {
  if (sameJson(seen, stands)) return null
  const by = (body: Body) => {
    const told = broughtAbout(body)
    return told.type === 'cue.edited' && told.item.id === stands.id
  }
  return changed(log, { what: 'this cue', now: `It stands as “${stands.heading}” now.`, by })
}

/** A refusal where a prepared objection is no longer what its editor saw, else null. */
export function expectedChanged(seen: ExpectedFields, stands: Objection, log: Log): Result<never> | null {
  if (sameJson(seen, expectedFieldsOf(stands))) return null
  const by = (body: Body) => {
    const told = broughtAbout(body)
    return told.type === 'expected.edited' && told.item.id === stands.id
  }
  return changed(log, { what: 'this objection', now: `It now says “${stands.text}”.`, by })
}

/** A refusal where the follow-up is no longer what its editor saw, else null. */
export function followUpChanged(
  seen: FollowUp | null,
  stands: FollowUp | null,
  timeZone: string,
  log: Log,
): Result<never> | null {
  if (sameJson(seen, stands)) return null
  const now =
    stands === null ? 'There is none now.' : `It is set for ${formatMoment(stands.when, timeZone)} now.`
  const by = (body: Body) => broughtAbout(body).type === 'followUp.set'
  return changed(log, { what: 'the follow-up', now, by })
}
