import type { Meeting } from '../../../shared/meeting/schema'
import { focusId, placeId } from './places'

/** The parts of the middle column, each one press away. */
export function Sections({ meeting }: { readonly meeting: Meeting }) {
  const sections = [
    ['script', 'Script', meeting.script.length],
    ['objections', 'Objections', meeting.objections.filter(({ at }) => at === null).length],
    ['plan', 'Plan', meeting.plan.tasks.length],
    ['rehearsal', 'Rehearsals', null],
  ] as const
  return (
    <nav className="sections" aria-label="Parts">
      {sections.map(([id, name, number]) => (
        <a
          key={id}
          className="section-link"
          href={`#${placeId(id)}`}
          onClick={(event) => {
            event.preventDefault()
            focusId(placeId(id))
          }}
        >
          {name} {number !== null && <span className="figures">{number}</span>}
        </a>
      ))}
    </nav>
  )
}
