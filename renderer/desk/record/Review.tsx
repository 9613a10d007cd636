import '../live/Lists.css'

import { useMemo, useRef, useState } from 'react'

import { formatMoment } from '../../../shared/capture/due'
import { clockOf, elapsed } from '../../../shared/meeting/clock'
import type { Meeting, Objection } from '../../../shared/meeting/schema'
import { clockOrDay } from '../../../shared/record/words'
import { fillPublic } from '../../../shared/script/fill'
import { newestRevision } from '../../state/recordView'
import type { Session } from '../../state/session'
import { useReachableScroll } from '../../ui/useReachableScroll'
import { Checklist } from '../live/closing/Checklist'
import { FollowUpForm } from '../live/closing/FollowUpForm'
import { DecisionRow } from '../live/DecisionRow'
import { ActionRow, ObjectionRow, ParkingRow, TextRow } from '../live/rows'
import { useLinks } from '../live/useLinks'
import { useRaised } from '../live/useRaised'
import { useStatuses } from '../live/useStatuses'
import { EntryDialog } from '../meeting/EntryDialog'
import { Corrections } from './Corrections'
import { Masthead } from './Masthead'
import { Missing } from './Missing'
import { RecordSection } from './RecordSection'
import { Revisions } from './Revisions'
import { Signatures } from './Signatures'
import { SignOffs } from './SignOffs'

type ReviewProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }
type Raised = Objection & { readonly at: string }

function heldWords(meeting: Meeting): string {
  const { startedAt, endedAt, timeZone, attendees } = meeting
  if (startedAt === null) return 'The meeting has not started.'
  const start = formatMoment(startedAt, timeZone)
  const end =
    endedAt === null
      ? ', still running.'
      : ` to ${clockOrDay(endedAt, startedAt, timeZone)}, ${clockOf(elapsed(meeting, 0))} without breaks.`
  const there = attendees.filter(({ present }) => present.length > 0).map(({ name }) => name)
  const invited = attendees.filter(({ present }) => present.length === 0).map(({ name }) => name)
  return [
    `${start}${end}`,
    ...(there.length > 0 ? [`Here: ${there.join(', ')}.`] : []),
    ...(invited.length > 0
      ? [`${there.length > 0 ? 'Not marked as here' : 'Invited'}: ${invited.join(', ')}.`]
      : []),
  ].join(' ')
}

/** Everything that was captured, to be read once more and put right. */
export function Review({ session, meeting, readOnly }: ReviewProps) {
  const { attendees, timeZone, objections, startedAt } = meeting
  const [editing, setEditing] = useState<string | null>(null)
  const { setObjection, setAction } = useStatuses(session)
  const raisedAs = useRaised(session, meeting)
  const links = useLinks(meeting)
  const area = useRef<HTMLElement>(null)
  useReachableScroll(area)
  const names = useMemo(() => new Map(attendees.map(({ id, name }) => [id, name])), [attendees])
  const raised = useMemo(() => objections.filter((each): each is Raised => each.at !== null), [objections])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const newest = newestRevision(meeting)
  const fixed = readOnly || meeting.status === 'finalised'
  const common = { timeZone, readOnly: fixed, fresh: false, onEdit: setEditing }

  return (
    <section className="record-review" aria-label="What the record holds" ref={area}>
      <div className="record-page">
        <Masthead session={session} meeting={meeting} readOnly={readOnly} />
        {meeting.status === 'finalised' && newest !== null && (
          <>
            <SignOffs session={session} meeting={meeting} revision={newest} readOnly={readOnly} />
            <Signatures revision={newest} timeZone={timeZone} />
          </>
        )}
        {(meeting.revisions.length > 1 || (newest !== null && meeting.status !== 'finalised')) && (
          <Revisions session={session} meeting={meeting} />
        )}
        <p className="record-bottom-line">{fillPublic(meeting.playbook.bottomLine, meeting)}</p>
        <p className="record-none figures">{heldWords(meeting)}</p>
        {startedAt !== null && (
          <Missing meeting={meeting} readOnly={fixed} onEdit={setEditing} onStatus={setObjection} />
        )}
        <RecordSection title="Decisions" items={meeting.decisions}>
          {(item) => (
            <DecisionRow
              key={item.id}
              {...common}
              item={item}
              session={session}
              live={false}
              links={links.get(item.id)}
            />
          )}
        </RecordSection>
        <RecordSection title="Actions" items={meeting.actions}>
          {(item) => (
            <ActionRow
              key={item.id}
              {...common}
              statusReadOnly={readOnly}
              item={item}
              person={nameOf(item.owner)}
              links={links.get(item.id)}
              onStatus={setAction}
            />
          )}
        </RecordSection>
        <RecordSection title="Objections" items={raised}>
          {(item) => (
            <ObjectionRow
              key={item.id}
              {...common}
              item={item}
              person={nameOf(item.who)}
              {...raisedAs.propsFor(item)}
              links={links.get(item.id)}
              onStatus={setObjection}
            />
          )}
        </RecordSection>
        <RecordSection title="Parking lot" items={meeting.parkingLot}>
          {(item) => <ParkingRow key={item.id} {...common} item={item} person={nameOf(item.owner)} />}
        </RecordSection>
        <RecordSection title="Notes" items={meeting.notes}>
          {(item) => <TextRow key={item.id} {...common} item={item} />}
        </RecordSection>
        {startedAt !== null && !fixed && (
          <>
            <Checklist session={session} items={meeting.checklist} />
            <FollowUpForm session={session} meeting={meeting} />
          </>
        )}
        <Corrections meeting={meeting} />
      </div>
      {raisedAs.dialog}
      {editing !== null && (
        <EntryDialog
          key={editing}
          session={session}
          meeting={meeting}
          id={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}
