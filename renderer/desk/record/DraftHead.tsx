import { FileCheck, PenLine, RotateCcw } from 'lucide-react'

import { deskKey } from '../../../shared/keys/desk'
import type { Meeting } from '../../../shared/meeting/schema'
import { newestRevision } from '../../state/recordView'
import { go } from '../../state/route'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { ariaShortcut } from '../../ui/Keys'
import { focusStage } from '../meeting/focusStage'
import { openRecordDialog } from './openRecordDialog'

type DraftHeadProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

const finaliseKeys = deskKey('record.finalise').keys

function words(meeting: Meeting): string {
  const newest = newestRevision(meeting)
  if (newest !== null)
    return `Revision ${newest.number} stays as it is. Put right what is wrong, then finalise again: that makes revision ${newest.number + 1}.`
  return meeting.status === 'ended'
    ? 'Every page of the PDF is marked as a draft. Put right what is wrong, then finalise the record: after that it can be signed off and signed.'
    : 'Every page of the PDF is marked as a draft. The record can be finalised when the meeting is over.'
}

/** A record that nobody has fixed yet: it can be corrected, and finalised. */
export function DraftHead({ session, meeting, readOnly }: DraftHeadProps) {
  const ended = meeting.status === 'ended'

  async function reopen() {
    const toLive = () => go({ page: 'meeting', id: meeting.id, stage: 'live' })
    if (await session.tell({ type: 'reopen' }, () => 'The meeting goes on.', toLive)) focusStage('live')
  }

  return (
    <div className="masthead">
      <div className="record-draft">
        <strong>DRAFT</strong>
        <p>{words(meeting)}</p>
      </div>
      {!readOnly && (
        <div className="masthead-buttons">
          <Button
            look={ended ? 'primary' : 'plain'}
            icon={<FileCheck size={16} aria-hidden />}
            keys={finaliseKeys[0] ?? ''}
            aria-keyshortcuts={ariaShortcut(finaliseKeys)}
            data-begin=""
            onClick={() => openRecordDialog(session, 'finalise')}
          >
            Finalise record
          </Button>
          <Button
            icon={<PenLine size={16} aria-hidden />}
            look="quiet"
            title="A draft cannot be signed: finalise the record first"
            onClick={() => openRecordDialog(session, 'sign')}
          >
            Sign record
          </Button>
          {ended && (
            <Button
              look="quiet"
              icon={<RotateCcw size={16} aria-hidden />}
              title="Ended by mistake: the meeting goes on where it was"
              onClick={() => void reopen()}
            >
              Reopen
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
