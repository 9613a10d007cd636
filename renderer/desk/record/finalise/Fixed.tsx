import type { Meeting } from '../../../../shared/meeting/schema'
import { Part } from '../../live/closing/Part'

/** What the revision will hold, in numbers, and what it will hold none of. */
export function Fixed({ meeting }: { readonly meeting: Meeting }) {
  const { decisions, actions, objections, parkingLot, notes, attendees, checklist, followUp } = meeting
  const numbers: readonly (readonly [string, number])[] = [
    ['Decisions', decisions.length],
    ['Actions', actions.length],
    ['Objections', objections.filter(({ at }) => at !== null).length],
    ['Parking lot', parkingLot.length],
    ['Notes', notes.length],
    ['People', attendees.length],
  ]
  const lacks = [
    ...(decisions.length === 0 ? ['No decision was captured.'] : []),
    ...(followUp === null ? ['No follow-up is set.'] : []),
    ...(checklist.some(({ done }) => !done) ? ['The checklist is not done.'] : []),
  ]
  return (
    <Part title="What is fixed" done={false}>
      <dl className="fixed figures">
        {numbers.map(([name, number]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
      {lacks.length > 0 && (
        <ul className="fixed-lacks" aria-label="Missing">
          {lacks.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Part>
  )
}
