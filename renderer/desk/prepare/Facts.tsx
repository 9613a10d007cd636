import './Facts.css'

import type { Meeting } from '../../../shared/meeting/schema'
import { useMinute } from '../../state/now'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { FactField } from './FactField'

type FactsProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** Every blank of the playbook as a text field, in the order of the script. */
export function Facts({ session, meeting, readOnly }: FactsProps) {
  const { typed, refused } = useObservable(session.facts.state)
  const now = new Date(useMinute()).toISOString()
  const filled = meeting.facts.filter((fact) => fact.value !== '').length
  const begin = meeting.facts.find((fact) => fact.value === '') ?? meeting.facts[0]
  return (
    <section className="prepare-side" aria-labelledby="facts-title">
      <div className="region-head region-head-fixed">
        <h2 className="region-title" id="facts-title">
          Facts
        </h2>
        <span className="region-count figures">
          {filled} of {meeting.facts.length} filled
        </span>
      </div>
      {meeting.facts.length === 0 && <p className="region-empty">This playbook asks for no facts.</p>}
      <div className="facts-list">
        {meeting.facts.map((fact, index) => (
          <FactField
            key={fact.key}
            sheet={session.facts}
            fact={fact}
            meeting={meeting}
            now={now}
            typed={typed[fact.key]}
            refusal={refused[fact.key]}
            readOnly={readOnly}
            begin={fact === begin}
            last={index === meeting.facts.length - 1}
          />
        ))}
      </div>
    </section>
  )
}
