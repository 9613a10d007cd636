import { Pencil } from 'lucide-react'
import { memo, useId, useState, type ReactNode } from 'react'

import { formatClock, formatMoment } from '../../../shared/capture/due'
import {
  actionStatusSchema,
  objectionStatusSchema,
  type Action,
  type Note,
  type Objection,
  type ObjectionStatus,
  type ParkingLotItem,
} from '../../../shared/meeting/schema'
import { deskKey } from '../../../shared/keys/desk'
import { ariaShortcut } from '../../ui/Keys'
import { objectionKindWord } from '../words'
import type { Place } from './EntryList'
import { RaisedMore } from './RaisedMore'
import { StatusSelect } from './StatusSelect'
import type { RaisedProps } from './useRaised'

type Common = Place & {
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

function Row({
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
  const [arrives] = useState(fresh)
  const textId = useId()
  return (
    <li className={arrives ? 'entry entry-arrives' : 'entry'} data-entry={id} {...place}>
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
    </li>
  )
}

/** A note or a decision: time and text. */
export const TextRow = memo(function TextRow({ item, ...common }: Common & { readonly item: Note }) {
  return <Row {...common} id={item.id} at={item.at} text={item.text} />
})

type ObjectionRowProps = Common &
  RaisedProps & {
    readonly item: Objection & { readonly at: string }
    readonly person: string | null
    readonly onStatus: (id: string, status: ObjectionStatus) => Promise<unknown>
  }

export const ObjectionRow = memo(function ObjectionRow({
  item,
  person,
  taken,
  times,
  onStatus,
  onMatch,
  onAgain,
  ...common
}: ObjectionRowProps) {
  const { id, at, text, status, kind } = item
  return (
    <Row {...common} id={id} at={at} text={text} person={person}>
      <StatusSelect
        id={id}
        text={text}
        status={status}
        options={objectionStatusSchema.options}
        disabled={common.readOnly}
        onStatus={onStatus}
      />
      {kind !== 'objection' && <span>{objectionKindWord[kind]}</span>}
      <RaisedMore
        id={id}
        text={text}
        taken={taken}
        times={times}
        readOnly={common.readOnly}
        onMatch={onMatch}
        onAgain={onAgain}
      />
    </Row>
  )
})

type OwnedProps<T> = Common & { readonly item: T; readonly person: string | null }

type ActionRowProps = OwnedProps<Action> & {
  /** Where how far an action is can be said although the rest of it is fixed, or the other way round. */
  readonly statusReadOnly?: boolean
  readonly onStatus: (id: string, status: Action['status']) => Promise<unknown>
}

function lackWords(noOwner: boolean, noDue: boolean): string {
  if (noOwner && noDue) return 'No owner or date'
  return noOwner ? 'No owner' : noDue ? 'No due date' : ''
}

export const ActionRow = memo(function ActionRow({
  item,
  person,
  onStatus,
  statusReadOnly,
  ...common
}: ActionRowProps) {
  const { id, at, text, status, due } = item
  const lacks = lackWords(person === null, due === null)
  return (
    <Row {...common} id={id} at={at} text={text} person={person}>
      <StatusSelect
        id={id}
        text={text}
        status={status}
        options={actionStatusSchema.options}
        disabled={statusReadOnly ?? common.readOnly}
        onStatus={onStatus}
      />
      {status === 'open' && lacks !== '' && <span className="entry-lacks">{lacks}</span>}
      {due !== null && <span>by {formatMoment(due, common.timeZone)}</span>}
    </Row>
  )
})

export const ParkingRow = memo(function ParkingRow({ item, person, ...common }: OwnedProps<ParkingLotItem>) {
  return <Row {...common} id={item.id} at={item.at} text={item.text} person={person} />
})
