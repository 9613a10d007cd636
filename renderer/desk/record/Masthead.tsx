import './Masthead.css'

import type { Meeting } from '../../../shared/meeting/schema'
import { newestRevision } from '../../state/recordView'
import type { Session } from '../../state/session'
import { DraftHead } from './DraftHead'
import { RevisionHead } from './RevisionHead'

type MastheadProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** What the record is just now: a draft, or a revision that is fixed; and what can be done with it next. */
export function Masthead({ session, meeting, readOnly }: MastheadProps) {
  const newest = newestRevision(meeting)
  return meeting.status === 'finalised' && newest !== null ? (
    <RevisionHead session={session} revision={newest} timeZone={meeting.timeZone} readOnly={readOnly} />
  ) : (
    <DraftHead session={session} meeting={meeting} readOnly={readOnly} />
  )
}
