import './Prepare.css'

import { useDeferredValue, useMemo, useRef, useState } from 'react'

import { missingFacts } from '../../../shared/script/fill'
import type { Meeting } from '../../../shared/meeting/schema'
import { asTyped } from '../../state/factSheet'
import { useMinute } from '../../state/now'
import { prepareForms, setForms } from '../../state/prepareForms'
import { go } from '../../state/route'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { useReachableScroll } from '../../ui/useReachableScroll'
import { focusStage } from '../meeting/focusStage'
import { Said } from '../meeting/Said'
import { Details } from './Details'
import { Facts } from './Facts'
import { Objections } from './Objections'
import { People } from './People'
import { Plan } from './Plan'
import { PrepareHead } from './PrepareHead'
import { Readiness } from './Readiness'
import { Script } from './Script'
import { Sections } from './Sections'
import { Rehearsals } from './rehearsal/Rehearsals'
import { StartDialog } from './StartDialog'

type PrepareProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** Before the meeting: script, objections and plan as a document in the middle, facts at its left, what is missing at its right. */
export function Prepare({ session, meeting, readOnly }: PrepareProps) {
  const { typed, saved } = useObservable(session.facts.state)
  const { details } = useObservable(prepareForms(meeting.id))
  const [asking, setAsking] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLDivElement>(null)
  useReachableScroll(page)
  useReachableScroll(side)
  const now = useMinute()
  const latest = useMemo(() => asTyped(meeting, typed, new Date(now).toISOString()), [meeting, typed, now])
  const preview = useDeferredValue(latest)

  async function start() {
    setAsking(false)
    const toLive = () => go({ page: 'meeting', id: meeting.id, stage: 'live' })
    if (await session.tell({ type: 'start' }, () => 'The meeting has started.', toLive)) focusStage('live')
  }

  return (
    <>
      <PrepareHead
        session={session}
        meeting={meeting}
        readOnly={readOnly}
        onStart={() => (missingFacts(latest).length > 0 ? setAsking(true) : void start())}
      />
      <div className="prepare">
        <Facts session={session} meeting={meeting} readOnly={readOnly} />
        <div className="prepare-middle">
          <div className="prepare-bar">
            <Sections meeting={meeting} />
            <Said session={session} also={saved} className="prepare-said" />
          </div>
          <div className="prepare-document" ref={page}>
            <div className="prepare-page">
              <Script session={session} meeting={preview} readOnly={readOnly} />
              <Objections session={session} meeting={meeting} preview={preview} readOnly={readOnly} />
              <Plan session={session} meeting={meeting} readOnly={readOnly} />
              <Rehearsals session={session} meeting={meeting} readOnly={readOnly} />
            </div>
          </div>
        </div>
        <div className="prepare-side" ref={side}>
          <Readiness meeting={meeting} />
          <People session={session} meeting={meeting} readOnly={readOnly} />
        </div>
      </div>
      {details && (
        <Details
          session={session}
          meeting={meeting}
          onClose={() => setForms(meeting.id, { details: false })}
        />
      )}
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
