import { useMemo } from 'react'

import { candidatesFor, linksOf, type LinkKind } from '../../../shared/meeting/links'
import type { Link, Meeting } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { CommandPalette } from '../../ui/palette/CommandPalette'
import type { PaletteItem } from '../../ui/palette/items'

type LinkFinderProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly entry: { readonly id: string; readonly text: string }
  readonly onClose: () => void
}

function saysOf(kind: LinkKind, isFrom: boolean): string {
  if (kind === 'settles') return isFrom ? 'the objection it settles' : 'the decision that settles it'
  return isFrom ? 'the decision it carries out' : 'the action that carries it out'
}

/** Finds what an entry is to be linked with, or no longer linked with. */
export function LinkFinder({ session, meeting, entry, onClose }: LinkFinderProps) {
  const items = useMemo(() => {
    const texts = new Map(
      [...meeting.objections, ...meeting.decisions, ...meeting.actions].map(({ id, text }) => [id, text]),
    )
    const item = (what: 'link' | 'unlink', link: Link, kind: LinkKind): PaletteItem => {
      const other = link.from === entry.id ? link.to : link.from
      const text = texts.get(other) ?? ''
      const type = what === 'link' ? 'linkEntries' : 'unlinkEntries'
      const done = what === 'link' ? 'Linked' : 'No longer linked'
      return {
        id: `${what} ${link.from} ${link.to}`,
        group: what === 'link' ? 'Link with' : 'Take the link away',
        label: text,
        detail: saysOf(kind, link.from === entry.id),
        run: () => void session.tell({ type, from: link.from, to: link.to }, () => `${done}: ${text}`),
      }
    }
    const made = linksOf(meeting).filter(({ from, to }) => from === entry.id || to === entry.id)
    return [
      ...candidatesFor(meeting, entry.id).map(({ link, kind }) => item('link', link, kind)),
      ...made.map(({ from, to, kind }) => item('unlink', { from, to }, kind)),
    ]
  }, [session, meeting, entry.id])
  return (
    <CommandPalette open onClose={onClose} items={items} title="Link this entry" placeholder={entry.text} />
  )
}
