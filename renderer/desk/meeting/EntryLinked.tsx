import { useState } from 'react'

import { candidatesFor } from '../../../shared/meeting/links'
import type { Meeting } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { LinkFinder } from '../decision/LinkFinder'
import { useLinks } from '../live/useLinks'

type EntryLinkedProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly entry: { readonly id: string; readonly text: string }
}

/** What the entry being edited is linked with, and the finder of more; nothing where nothing fits. */
export function EntryLinked({ session, meeting, entry }: EntryLinkedProps) {
  const [finding, setFinding] = useState(false)
  const links = useLinks(meeting).get(entry.id) ?? []
  if (links.length === 0 && candidatesFor(meeting, entry.id).length === 0) return null
  return (
    <div className="entry-linked">
      <output>
        {links.length === 0
          ? 'Linked with nothing.'
          : links.map(({ id, says, text }) => (
              <span key={`${says} ${id}`}>
                {says}: {text}
              </span>
            ))}
      </output>
      <Button small onClick={() => setFinding(true)}>
        Links…
      </Button>
      {finding && (
        <LinkFinder session={session} meeting={meeting} entry={entry} onClose={() => setFinding(false)} />
      )}
    </div>
  )
}
