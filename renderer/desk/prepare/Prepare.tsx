import './Prepare.css'

import { Play } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'

import { missingFacts } from '../../../shared/script/fill'
import type { Meeting } from '../../../shared/meeting/schema'
import { asTyped } from '../../state/factSheet'
import { useMinute } from '../../state/now'
import { go } from '../../state/route'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { focusStage } from '../meeting/focusStage'
import { Said } from '../meeting/Said'
import { StageHead } from '../meeting/StageHead'
import { Facts } from './Facts'
import { People } from './People'
import { Script } from './Script'
import { StartDialog } from './StartDialog'

type PrepareProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** Before the meeting: the script as a document in the middle, facts at its left, people at its right. */
export function Prepare({ session, meeting, readOnly }: PrepareProps) {
  const { typed, saved } = useObservable(session.facts.state)
  const [asking, setAsking] = useState(false)
  const now = useMinute()
  const latest = useMemo(() => asTyped(meeting, typed, new Date(now).toISOString()), [meeting, typed, now])
  const preview = useDeferredValue(latest)

  async function start() {
    setAsking(false)
    const started = await session.tell({ type: 'start' }, () => 'The meeting has started.')
    if (!started) return
    go({ page: 'meeting', id: meeting.id, stage: 'live' })
    focusStage('live')
  }

  return (
    <>
      <StageHead meeting={meeting}>
        <Said session={session} also={saved} />
        {meeting.status === 'draft' && (
          <Button
            look="primary"
            icon={<Play size={16} aria-hidden />}
            disabled={readOnly}
            onClick={() => (missingFacts(latest).length > 0 ? setAsking(true) : void start())}
          >
            Start meeting
          </Button>
        )}
      </StageHead>
      <div className="prepare">
        <Facts session={session} meeting={meeting} readOnly={readOnly} />
        <Script meeting={preview} />
        <People session={session} meeting={meeting} readOnly={readOnly} />
      </div>
      {asking && (
        <StartDialog
          missing={missingFacts(meeting)}
          onStart={() => void start()}
          onFill={() => {
            setAsking(false)
            focusStage('prepare')
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
