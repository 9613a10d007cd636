import { formatEstimate, proposedDate } from '../plan/estimate'
import type { Fact, Meeting } from './schema'

function planFigure(fact: Fact, meeting: Meeting): string {
  const source = fact.plan
  if (source === undefined) return fact.value
  switch (source.figure) {
    case 'estimate': {
      const estimate = meeting.plan.tasks.find((task) => task.id === source.task)?.estimate ?? null
      return estimate === null ? '' : formatEstimate(estimate)
    }
    case 'originalDate':
      return meeting.plan.originalDate ?? ''
    case 'newDate':
      return meeting.plan.newDate ?? ''
  }
}

/** The meeting with every figure that follows from its plan worked out anew. `at` dates the facts that change. */
export function withDerived(meeting: Meeting, at: string): Meeting {
  const proposal = proposedDate(meeting.plan, meeting.plannedStart ?? meeting.startedAt, meeting.timeZone)
  const planned = { ...meeting, plan: { ...meeting.plan, newDate: meeting.plan.override ?? proposal } }
  const facts = planned.facts.map((fact) => {
    const value = planFigure(fact, planned)
    return value === fact.value ? fact : { ...fact, value, at }
  })
  return { ...planned, facts }
}
