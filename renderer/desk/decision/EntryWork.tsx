import { capturedItem } from '../../../shared/meeting/lists'
import type { Meeting } from '../../../shared/meeting/schema'
import { entryWork } from '../../state/entryWork'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { focusEntry } from '../meeting/entryKeys'
import { focusStage } from '../meeting/focusStage'
import { DetailsDialog } from './DetailsDialog'
import { DueDialog } from './DueDialog'
import { LinkFinder } from './LinkFinder'
import { OwnerFinder } from './OwnerFinder'
import { ReadBackDialog } from './ReadBackDialog'

type EntryWorkProps = { readonly session: Session; readonly meeting: Meeting }

/** The dialogs over a meeting that say more about one entry; a read-back goes before all others. */
export function EntryWork({ session, meeting }: EntryWorkProps) {
  const work = useObservable(entryWork)
  const { readBack } = meeting
  const shown = meeting.decisions.find(({ id }) => id === readBack?.decision)
  if (readBack !== null && shown !== undefined)
    return (
      <ReadBackDialog
        key={readBack.at}
        session={session}
        meeting={meeting}
        readBack={readBack}
        decision={shown}
      />
    )
  if (work === null) return null
  const { what, id } = work
  const common = {
    session,
    meeting,
    onClose: () => {
      entryWork.set(null)
      requestAnimationFrame(() => {
        if (document.querySelector('dialog[open]') === null && !focusEntry(id)) focusStage('live')
      })
    },
  }
  const decision = meeting.decisions.find((each) => each.id === id)
  if (what === 'link') {
    const entry = capturedItem(meeting, id)?.item
    return entry === undefined ? null : <LinkFinder key={id} {...common} entry={entry} />
  }
  const action = meeting.actions.find((each) => each.id === id)
  if (what === 'details')
    return decision === undefined ? null : <DetailsDialog key={id} {...common} decision={decision} />
  if (action === undefined) return null
  return what === 'due' ? (
    <DueDialog key={id} {...common} action={action} />
  ) : (
    <OwnerFinder key={id} {...common} action={action} />
  )
}
