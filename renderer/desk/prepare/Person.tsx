import { Pencil, X } from 'lucide-react'

import type { Attendee } from '../../../shared/meeting/schema'

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
      <div className="person-words">
        <p className="person-name">{name}</p>
        {more !== '' && <p className="person-more">{more}</p>}
        {email !== '' && (
          <p className="person-more person-email" title={email}>
            {email}
          </p>
        )}
      </div>
      {!readOnly && (
        <>
          <button
            type="button"
            className="icon-button"
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
        </>
      )}
    </div>
  )
}
