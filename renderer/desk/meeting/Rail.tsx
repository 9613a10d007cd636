import './Rail.css'

import { ArrowLeft } from 'lucide-react'

import type { Meeting } from '../../../shared/meeting/schema'
import { hrefOf, type Stage } from '../../state/route'
import type { Session } from '../../state/session'
import { Copies } from './Copies'
import { StageTabs } from './StageTabs'

type RailProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly stage: Stage
  readonly readOnly: boolean
}

/** The way back, the three stages, and the meeting in numbers. */
export function Rail({ session, meeting, stage, readOnly }: RailProps) {
  const { facts, attendees, objections, decisions, actions } = meeting
  const numbers: readonly (readonly [string, string])[] = [
    ['Facts', `${facts.filter((fact) => fact.value !== '').length} of ${facts.length}`],
    ['People', String(attendees.length)],
    ['Objections', String(objections.filter((objection) => objection.at !== null).length)],
    ['Decisions', String(decisions.length)],
    ['Actions', String(actions.length)],
  ]
  return (
    <nav className="rail" aria-label="Meeting">
      <a className="rail-back" href={hrefOf({ page: 'library' })}>
        <ArrowLeft size={16} aria-hidden />
        All meetings
      </a>
      <StageTabs meeting={meeting} stage={stage} />
      <dl className="rail-counts figures">
        {numbers.map(([name, number]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
      <Copies session={session} readOnly={readOnly} />
    </nav>
  )
}
