import { Button } from '../../ui/Button'
import { Line } from './fields'

type RoleFieldProps = {
  readonly value: string
  readonly onChange: (role: string) => void
  /** Roles to choose from while the field is empty. */
  readonly roles: readonly string[]
  readonly rolesLabel: string
  /** A role was chosen, so the next field can be filled. */
  readonly onChosen: () => void
}

/** A role as free text, with the likely ones as buttons while it is empty. */
export function RoleField({ value, onChange, roles, rolesLabel, onChosen }: RoleFieldProps) {
  return (
    <div className="field">
      <Line label="Role" value={value} onChange={onChange} />
      {roles.length > 0 && value === '' && (
        <fieldset className="role-chips" aria-label={rolesLabel}>
          {roles.map((role) => (
            <Button
              key={role}
              small
              onClick={() => {
                onChange(role)
                onChosen()
              }}
            >
              {role}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
