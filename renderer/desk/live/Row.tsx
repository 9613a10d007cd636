import { Pencil } from 'lucide-react'
import { useId, type ReactNode } from 'react'

import { formatClock } from '../../../shared/capture/due'
import { deskKey } from '../../../shared/keys/desk'
import { ariaShortcut } from '../../ui/Keys'
import { EntryItem, type Place } from './EntryItem'

/** What every row of a list is given. */
export type Common = Place & {
  readonly timeZone: string
  readonly fresh: boolean
  readonly readOnly: boolean
  readonly onEdit: (id: string) => void
}

type RowProps = Common & {
  readonly id: string
  readonly at: string
  readonly text: string
  readonly person?: string | null
  readonly children?: ReactNode
}

const editKeys = deskKey('entry.edit').keys

/** One entry: its time, its text, what is said about it, and the way to edit it. */
export function Row({
  timeZone,
  fresh,
  readOnly,
  onEdit,
  id,
  at,
  text,
  person = null,
  children,
  ...place
}: RowProps) {
  const textId = useId()
  return (
    <EntryItem id={id} fresh={fresh} {...place}>
      <time className="entry-time figures" dateTime={at}>
        {formatClock(at, timeZone)}
      </time>
      <div className="entry-body">
        <p id={textId}>
          {person !== null && <span className="entry-person">{person} </span>}
          {text}
        </p>
        {children !== undefined && <div className="entry-more figures">{children}</div>}
      </div>
      {!readOnly && (
        <button
          type="button"
          className="entry-edit"
          aria-label="Edit"
          aria-describedby={textId}
          aria-keyshortcuts={ariaShortcut(editKeys)}
          title={`Edit (${editKeys.join(' or ')})`}
          onClick={() => onEdit(id)}
        >
          <Pencil size={14} aria-hidden />
        </button>
      )}
    </EntryItem>
  )
}
