import { useMemo } from 'react'

import type { Action, Meeting } from '../../../shared/meeting/schema'
import { draftOf } from '../../../shared/meeting/seen'
import type { Session } from '../../state/session'
import { CommandPalette } from '../../ui/palette/CommandPalette'
import type { PaletteItem } from '../../ui/palette/items'

type OwnerFinderProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly action: Action
  readonly onClose: () => void
}

/** Finds the one owner of an action among the people of the meeting. */
export function OwnerFinder({ session, meeting, action, onClose }: OwnerFinderProps) {
  const items = useMemo(() => {
    const { id, text, due } = action
    const seen = draftOf({ type: 'action.captured', item: action })
    const own = (owner: string | null, name: string) => () =>
      void session.tell(
        { type: 'editEntry', entry: id, draft: { kind: 'action', text, at: null, owner, due }, seen },
        () => `${name}: ${text}`,
      )
    const people = meeting.attendees.map((person): PaletteItem => {
      const { role, organisation, name } = person
      const detail = [role, organisation].filter((part) => part !== '').join(' · ')
      return { id: `owner ${person.id}`, group: 'People', label: name, detail, run: own(person.id, name) }
    })
    const nobody: PaletteItem = {
      id: 'owner none',
      group: 'People',
      label: 'Nobody yet',
      run: own(null, 'No owner'),
    }
    return action.owner === null ? people : [...people, nobody]
  }, [session, meeting.attendees, action])
  return (
    <CommandPalette
      open
      onClose={onClose}
      items={items}
      title="Owner of the action"
      placeholder={`Owner of “${action.text}”`}
    />
  )
}
