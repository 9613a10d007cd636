import './verify.css'
import '../record/Masthead.css'

import { useState } from 'react'

import { bridge } from '../../bridge'
import { useObservable } from '../../state/store'
import { verifying, verifyRecord, type Verified } from '../../state/verified'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Refused } from '../../ui/Notice'
import type { SaidHere } from '../identities/IdentitiesDialog'
import { CoSign } from './CoSign'
import { Report } from './Report'

type VerifyDialogProps = { readonly found: Verified; readonly onClose: () => void }

/** What verifying a PDF found, in plain words, and what can be done with it next. */
export function VerifyDialog({ found, onClose }: VerifyDialogProps) {
  const busy = useObservable(verifying)
  const [signing, setSigning] = useState(false)
  const [said, setSaid] = useState<SaidHere>(null)
  const file = found.kind === 'report' ? found.file : null
  const canSign = file !== null && ['intact', 'unsigned'].includes(file.report.verdict)

  async function savePage() {
    const answer = await bridge.call('verifier:save', null)
    if (!answer.ok) setSaid({ kind: 'refused', sentence: answer.refusal.sentence })
    else if (answer.value.path !== null) setSaid({ kind: 'done', sentence: `Saved to ${answer.value.path}` })
  }

  return (
    <>
      <Dialog
        title="Verify a record"
        wide
        onClose={onClose}
        foot={
          <div className="dialog-buttons">
            <div className="closing-sum">
              <output>{said?.kind === 'done' && said.sentence}</output>
              {said?.kind === 'refused' && <Refused>{said.sentence}</Refused>}
            </div>
            <Button look="quiet" onClick={() => void savePage()}>
              Save the verifier page
            </Button>
            <Button
              aria-busy={busy}
              onClick={() => {
                setSaid(null)
                void verifyRecord()
              }}
            >
              Verify another
            </Button>
            {canSign && <Button onClick={() => setSigning(true)}>Co-sign this PDF</Button>}
            <Button look="primary" data-first="" onClick={onClose} keys="Esc">
              Close
            </Button>
          </div>
        }
      >
        {found.kind === 'refused' ? (
          <Refused small={false}>{found.sentence}</Refused>
        ) : (
          <Report key={found.file.token} file={found.file} />
        )}
      </Dialog>
      {file !== null && signing && (
        <CoSign
          file={file}
          onDone={(sentence) => {
            setSigning(false)
            if (sentence !== null) setSaid({ kind: 'done', sentence })
          }}
        />
      )}
    </>
  )
}
