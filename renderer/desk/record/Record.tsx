import './Record.css'

import { FileDown, FileOutput, ShieldCheck } from 'lucide-react'
import { useState } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import { deskKey } from '../../../shared/keys/desk'
import { recordWork } from '../../state/recordWork'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { verifying, verifyRecord } from '../../state/verified'
import { Button } from '../../ui/Button'
import { ariaShortcut } from '../../ui/Keys'
import { Said } from '../meeting/Said'
import { StageHead } from '../meeting/StageHead'
import { exportPdf } from './exportRecord'
import { openRecordDialog } from './openRecordDialog'
import { Preview } from './Preview'
import { Review } from './Review'
import { WorkBar } from './WorkBar'

type RecordProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

const exportKeys = deskKey('record.export').keys

/** After the meeting: what the record holds, to be put right, finalised and signed, and the record as a PDF. */
export function Record({ session, meeting, readOnly }: RecordProps) {
  const [large, setLarge] = useState(false)
  const busy = useObservable(recordWork) !== null
  const reading = useObservable(verifying)
  return (
    <>
      <StageHead meeting={meeting}>
        <Said session={session} />
        <Button
          look="quiet"
          icon={<ShieldCheck size={16} aria-hidden />}
          aria-busy={reading}
          aria-keyshortcuts={ariaShortcut(deskKey('verify').keys)}
          title={`Any record as a PDF (${deskKey('verify').keys.join(', ').replace('Mod', 'Ctrl')})`}
          onClick={() => void verifyRecord()}
        >
          Verify a record
        </Button>
        <Button
          look="quiet"
          icon={<FileOutput size={16} aria-hidden />}
          title="Other forms: Markdown, actions, calendar, JSON, the whole meeting"
          aria-haspopup="dialog"
          onClick={() => openRecordDialog(session, 'export')}
        >
          Export…
        </Button>
        <Button
          icon={<FileDown size={16} aria-hidden />}
          aria-disabled={busy}
          keys={exportKeys[0] ?? ''}
          aria-keyshortcuts={ariaShortcut(exportKeys)}
          onClick={() => exportPdf(session)}
        >
          Export PDF
        </Button>
      </StageHead>
      <WorkBar />
      <div className="record" data-large={large}>
        {!large && <Review session={session} meeting={meeting} readOnly={readOnly} />}
        <Preview meeting={meeting} large={large} onLarge={setLarge} />
      </div>
    </>
  )
}
