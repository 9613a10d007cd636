import './Record.css'

import { FileDown, RotateCcw } from 'lucide-react'
import { useState } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'
import { go } from '../../state/route'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { focusStage } from '../meeting/focusStage'
import { Said } from '../meeting/Said'
import { StageHead } from '../meeting/StageHead'
import { Preview } from './Preview'
import { Review } from './Review'

type RecordProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** After the meeting: what the record holds, to be put right, and the record as a PDF. */
export function Record({ session, meeting, readOnly }: RecordProps) {
  const [busy, setBusy] = useState(false)
  const [large, setLarge] = useState(false)

  async function exportPdf() {
    setBusy(true)
    session.say(null)
    const answer = await bridge.call('record:export', { meeting: meeting.id })
    setBusy(false)
    if (!answer.ok) session.say({ kind: 'refused', sentence: answer.refusal.sentence })
    else if (answer.value.path !== null)
      session.say({ kind: 'done', sentence: `Saved to ${answer.value.path}` })
  }

  async function reopen() {
    const toLive = () => go({ page: 'meeting', id: meeting.id, stage: 'live' })
    if (await session.tell({ type: 'reopen' }, () => 'The meeting goes on.', toLive)) focusStage('live')
  }

  return (
    <>
      <StageHead meeting={meeting}>
        <Said session={session} />
        {meeting.status === 'ended' && !readOnly && (
          <Button
            icon={<RotateCcw size={16} aria-hidden />}
            title="Ended by mistake: the meeting goes on where it was"
            onClick={() => void reopen()}
          >
            Reopen
          </Button>
        )}
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
      <div className="record" data-large={large}>
        {!large && <Review session={session} meeting={meeting} readOnly={readOnly} />}
        <Preview meeting={meeting} large={large} onLarge={setLarge} />
      </div>
    </>
  )
}
