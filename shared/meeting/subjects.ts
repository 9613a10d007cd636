import type { Body, Change, Captured } from './entries'
import { isCaptured } from './lists'

type Told = Exclude<Body, { type: `change.${string}` }>

/** What an entry brought about: for an undo or a redo, the change that it made. */
export function broughtAbout(body: Body): Told | Change {
  return body.type === 'change.undone' || body.type === 'change.redone' ? body.body : body
}

/** The ids of the captured entries that an entry of the log speaks of. */
export function subjectsOf(body: Body): readonly string[] {
  const told = broughtAbout(body)
  if (isCaptured(told)) return [told.item.id]
  if ('captured' in told) return [told.captured.item.id]
  if ('entry' in told) return [told.entry]
  if ('from' in told) return [told.from, told.to]
  if ('decision' in told) return [told.decision]
  if ('action' in told) return [told.action]
  return told.type === 'objection.statusSet' || told.type === 'objection.matched' ? [told.objection] : []
}

/** A captured entry as an entry of the log leaves it, or null where it says nothing of one. */
export function leftBy(body: Body): Captured | null {
  const told = broughtAbout(body)
  if (isCaptured(told)) return told
  return told.type === 'captured.edited' || told.type === 'captured.restored' ? told.captured : null
}
