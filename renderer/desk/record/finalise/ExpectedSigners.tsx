import { MOST_SIGNERS } from '../../../../shared/meeting/commands'
import type { Attendee } from '../../../../shared/meeting/schema'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Checkbox'
import { Part } from '../../live/closing/Part'
import { count } from '../../words'

type ExpectedSignersProps = {
  readonly attendees: readonly Attendee[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

function idsOf(people: readonly Attendee[]): ReadonlySet<string> {
  return new Set(people.slice(0, MOST_SIGNERS).map(({ id }) => id))
}

/** Who is to sign: each gets a field in the PDF, and verifying names those who have not signed. */
export function ExpectedSigners({ attendees, chosen, onChange }: ExpectedSignersProps) {
  const full = chosen.size >= MOST_SIGNERS
  if (attendees.length === 0) return null

  function toggle(id: string, on: boolean) {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChange(next)
  }

  return (
    <Part title="Expected to sign" note={count(chosen.size, 'person', 'people')} done={false}>
      <p className="field-hint">
        Each has a field of their own in the PDF. Who verifies it is told who has not signed.
        {attendees.length > MOST_SIGNERS && ` There is room for ${MOST_SIGNERS}.`}
      </p>
      <ul className="signers" aria-label="Expected to sign">
        {attendees.map(({ id, name, role }) => (
          <li key={id}>
            <Checkbox
              label={role === '' ? name : `${name}, ${role}`}
              checked={chosen.has(id)}
              disabled={full && !chosen.has(id)}
              onChange={(on) => toggle(id, on)}
            />
          </li>
        ))}
      </ul>
      <div className="presets">
        <Button small onClick={() => onChange(idsOf(attendees.filter(({ present }) => present.length > 0)))}>
          Those present
        </Button>
        <Button small onClick={() => onChange(idsOf(attendees))}>
          Everybody
        </Button>
        <Button small onClick={() => onChange(new Set())}>
          Nobody
        </Button>
      </div>
    </Part>
  )
}
