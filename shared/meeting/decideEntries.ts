import { accept, refuse, type Result } from '../result'
import type { Command } from './commands'
import type { Body } from './entries'
import { linkKind, linksOf } from './links'
import { capturedItem, listOf } from './lists'
import type { Meeting } from './schema'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

const GONE = 'That entry is no longer there.'

function isLinked(meeting: Meeting, { from, to }: Of<'linkEntries'> | Of<'unlinkEntries'>): boolean {
  return linksOf(meeting).some((link) => link.from === from && link.to === to)
}

/** A decision is linked to the objection it settles, or an action to the decision it carries out. */
export function linkEntries(meeting: Meeting, command: Of<'linkEntries'>): Result<Body> {
  const { from, to } = command
  if (capturedItem(meeting, from) === null || capturedItem(meeting, to) === null)
    return refuse('unknown', GONE)
  if (linkKind(meeting, { from, to }) === null) {
    return refuse(
      'kind',
      'A decision can be linked to an objection that it settles, an action to a decision that it carries out.',
    )
  }
  return isLinked(meeting, command)
    ? refuse('same', 'These two are linked already.')
    : accept({ type: 'entries.linked', from, to })
}

/** A link is taken away again. */
export function unlinkEntries(meeting: Meeting, command: Of<'unlinkEntries'>): Result<Body> {
  const { from, to } = command
  return isLinked(meeting, command)
    ? accept({ type: 'entries.unlinked', from, to })
    : refuse('unknown', 'These two are no longer linked.')
}

/**
 * A captured entry moves to another place of its list. `to` counts among what was captured, not what is only
 * expected; a place past the end is the end.
 */
export function moveEntry(meeting: Meeting, command: Of<'moveEntry'>): Result<Body> {
  const { entry } = command
  const captured = capturedItem(meeting, entry)
  if (captured === null) return refuse('unknown', GONE)
  const places = listOf(meeting, captured.type).flatMap(({ id, at }, place) =>
    at === null ? [] : [{ id, place }],
  )
  const was = places.find(({ id }) => id === entry)?.place
  const to = places[Math.min(command.to, places.length - 1)]?.place
  if (was === undefined || to === undefined) return refuse('unknown', GONE)
  return to === was
    ? refuse('same', 'It is there already.')
    : accept({ type: 'captured.moved', entry, to, was })
}
