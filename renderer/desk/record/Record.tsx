import './Record.css'

import { FileDown } from 'lucide-react'
import { useRef, useState } from 'react'

import { formatMoment } from '../../../shared/capture/due'
import type { Meeting } from '../../../shared/meeting/schema'
import { fillPublic } from '../../../shared/script/fill'
import { bridge } from '../../bridge'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { useReachableScroll } from '../../ui/useReachableScroll'
import { clockOf } from '../live/Elapsed'
import { Said } from '../meeting/Said'
import { StageHead } from '../meeting/StageHead'
import { objectionStatusWord } from '../words'
import { RecordSection } from './RecordSection'

type RecordProps = { readonly session: Session; readonly meeting: Meeting }

/** After the meeting: what the record holds, in short, and the record as a PDF. */
export function Record({ session, meeting }: RecordProps) {
  const [busy, setBusy] = useState(false)
  const area = useRef<HTMLElement>(null)
  useReachableScroll(area)
  const { attendees, timeZone, startedAt, endedAt } = meeting
  const names = new Map(attendees.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  const raised = meeting.objections.flatMap(({ at, ...objection }) =>
    at === null ? [] : [{ ...objection, at }],
  )

  async function exportPdf() {
    setBusy(true)
    session.say(null)
    const answer = await bridge.call('record:export', { meeting: meeting.id })
    setBusy(false)
    if (!answer.ok) session.say({ kind: 'refused', sentence: answer.refusal.sentence })
    else if (answer.value.path !== null)
      session.say({ kind: 'done', sentence: `Saved to ${answer.value.path}` })
  }

  return (
    <>
      <StageHead meeting={meeting}>
        <Said session={session} />
        <Button
          look="primary"
          icon={<FileDown size={16} aria-hidden />}
          aria-disabled={busy}
          data-begin=""
          onClick={() => {
            if (!busy) void exportPdf()
          }}
        >
          Export PDF
        </Button>
      </StageHead>
      <section className="record" aria-label="What the record holds" ref={area}>
        <div className="record-page">
          <p className="record-draft">
            <strong>DRAFT</strong>
            <span>Nobody has approved this record yet, so every page of the PDF is marked as a draft.</span>
          </p>
          <p className="record-bottom-line">{fillPublic(meeting.playbook.bottomLine, meeting)}</p>
          <p className="record-none figures">
            {startedAt === null
              ? 'The meeting has not started.'
              : `Started ${formatMoment(startedAt, timeZone)}${
                  endedAt === null
                    ? ', still running.'
                    : `, ended ${formatMoment(endedAt, timeZone)}, ${clockOf(Date.parse(endedAt) - Date.parse(startedAt))} in all.`
                }`}
            {attendees.length > 0 && ` With ${attendees.map(({ name }) => name).join(', ')}.`}
          </p>
          <RecordSection title="Decisions" items={meeting.decisions} timeZone={timeZone} more={() => ''} />
          <RecordSection
            title="Actions"
            items={meeting.actions}
            timeZone={timeZone}
            more={({ owner, due }) =>
              [nameOf(owner) || 'No owner', due === null ? 'no due date' : formatMoment(due, timeZone)].join(
                ', ',
              )
            }
          />
          <RecordSection
            title="Objections"
            items={raised}
            timeZone={timeZone}
            more={({ who, status }) => [nameOf(who), objectionStatusWord[status]].filter(Boolean).join(', ')}
          />
          <RecordSection
            title="Parking lot"
            items={meeting.parkingLot}
            timeZone={timeZone}
            more={({ owner }) => nameOf(owner)}
          />
          <RecordSection title="Notes" items={meeting.notes} timeZone={timeZone} more={() => ''} />
        </div>
      </section>
    </>
  )
}
