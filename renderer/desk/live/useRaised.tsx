import { useCallback, useMemo, useState, type ReactNode } from 'react'

import type { Meeting, Objection } from '../../../shared/meeting/schema'
import { tallyWords, topicTallies } from '../../../shared/meeting/topics'
import type { Session } from '../../state/session'
import { keyedName } from '../../state/taken'
import { focusStage } from '../meeting/focusStage'
import { MatchDialog } from './MatchDialog'

type RaisedWords = {
  /** The prepared objection it is taken for, in words; empty where it is none. */
  readonly taken: string
  /** Who raised it how often, in words, under the entry that raised it last; empty where that was once. */
  readonly times: string
}

/** What is said under a raised objection: what it is taken for, and who raised it how often. */
function useRaisedWords({
  objections,
  attendees,
}: Pick<Meeting, 'objections' | 'attendees'>): (item: Objection) => RaisedWords {
  const [tallies] = useState(topicTallies)
  return useMemo(() => {
    const names = new Map(attendees.map(({ id, name }) => [id, name]))
    const prepared = new Map(
      objections.flatMap((each) => (each.at === null ? [[each.id, keyedName(each)] as const] : [])),
    )
    const tallyOf = tallies(objections)
    return (item) => {
      const tally = tallyOf(item)
      const isNewest = tally?.newest === item.id
      return {
        taken: prepared.get(item.prepared ?? '') ?? '',
        times: isNewest ? tallyWords(tally, (id) => names.get(id ?? '') ?? null) : '',
      }
    }
  }, [objections, attendees, tallies])
}

const PREFIX = { objection: 'o', question: 'q', concern: 'c' } as const

/** Begins the same objection anew in the capture line, for whoever raised it again to be named. */
function useRaiseAgain(session: Session): (id: string) => void {
  return useCallback(
    (id) => {
      const state = session.state.get()
      const item =
        state.phase === 'open' ? state.meeting.objections.find((each) => each.id === id) : undefined
      if (item === undefined) return
      const { kind, text, prepared } = item
      const begun = session.capture.begin({ line: `${PREFIX[kind]} ${text} `, asText: [], prepared })
      if (begun) focusStage('live')
      session.say(
        begun
          ? { kind: 'done', sentence: 'Raised again: add @ and who it was, then Enter.' }
          : {
              kind: 'refused',
              sentence: 'Finish the line in Capture first, then note that it was raised again.',
            },
      )
    },
    [session],
  )
}

/** What a row of a raised objection needs besides its item and person. */
export type RaisedProps = RaisedWords & {
  readonly onMatch: (id: string) => void
  readonly onAgain: (id: string) => void
}

type Raised = { readonly propsFor: (item: Objection) => RaisedProps; readonly dialog: ReactNode }

/** The words under raised objections, what their keys do, and the dialog that one of these opens. */
export function useRaised(session: Session, meeting: Meeting): Raised {
  const [matching, setMatching] = useState<string | null>(null)
  const wordsFor = useRaisedWords(meeting)
  const onAgain = useRaiseAgain(session)
  const dialog = matching !== null && (
    <MatchDialog
      key={matching}
      session={session}
      meeting={meeting}
      id={matching}
      onClose={() => setMatching(null)}
    />
  )
  const propsFor = useCallback(
    (item: Objection) => ({ ...wordsFor(item), onMatch: setMatching, onAgain }),
    [wordsFor, onAgain],
  )
  return { propsFor, dialog }
}
