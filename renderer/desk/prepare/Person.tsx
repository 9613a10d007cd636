import { Pencil, X } from 'lucide-react'

import type { Attendee } from '../../../shared/meeting/schema'
import { placeId } from './places'

type PersonProps = {
  readonly person: Attendee
  readonly readOnly: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** One person of the list. */
export function Person({ person, readOnly, onEdit, onRemove }: PersonProps) {
  const { name, role, organisation, email } = person
  const more = [role, organisation].filter(Boolean).join(' · ')
  return (
    <div className="person">
      <p className="person-name">{name}</p>
      {!readOnly && (
        <div className="person-tools">
          <button
            type="button"
            className="icon-button"
            id={placeId('person', person.id)}
            aria-label={`Edit ${name}`}
            title="Edit"
            onClick={onEdit}
          >
            <Pencil size={14} aria-hidden />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${name}`}
            title="Remove"
            onClick={onRemove}
          >
            <X size={16} aria-hidden />
          </button>
        </div>
      )}
      <div className="person-more">
        {more !== '' && <p>{more}</p>}
        {email !== '' && <p>{email}</p>}
      </div>
    </div>
  )
}
