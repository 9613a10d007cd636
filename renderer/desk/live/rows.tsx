import { memo, useState, type ReactNode } from 'react'

import { formatClock, formatMoment } from '../../../shared/capture/due'
import type { Action, Note, Objection, ObjectionStatus, ParkingLotItem } from '../../../shared/meeting/schema'
import { actionStatusWord, objectionKindWord } from '../words'
import { StatusSelect } from './StatusSelect'

type Common = { readonly timeZone: string; readonly fresh: boolean }

type RowProps = Common & {
  readonly at: string
  readonly text: string
  readonly person?: string | null
  readonly children?: ReactNode
}

function Row({ timeZone, fresh, at, text, person = null, children }: RowProps) {
  const [arrives] = useState(fresh)
  return (
    <li className={arrives ? 'entry entry-arrives' : 'entry'}>
      <time className="entry-time figures" dateTime={at}>
        {formatClock(at, timeZone)}
      </time>
      <div className="entry-body">
        <p>
          {person !== null && <span className="entry-person">{person} </span>}
          {text}
        </p>
        {children !== undefined && <div className="entry-more figures">{children}</div>}
      </div>
    </li>
  )
}

/** A note or a decision: time and text. */
export const TextRow = memo(function TextRow({ item, ...common }: Common & { readonly item: Note }) {
  return <Row {...common} at={item.at} text={item.text} />
})

type ObjectionRowProps = Common & {
  readonly item: Objection & { readonly at: string }
  readonly person: string | null
  readonly readOnly: boolean
  readonly onStatus: (id: string, status: ObjectionStatus) => void
}

export const ObjectionRow = memo(function ObjectionRow({
  item,
  person,
  readOnly,
  onStatus,
  ...common
}: ObjectionRowProps) {
  return (
    <Row {...common} at={item.at} text={item.text} person={person}>
      <StatusSelect objection={item} disabled={readOnly} onStatus={onStatus} />
      {item.kind !== 'objection' && <span>{objectionKindWord[item.kind]}</span>}
    </Row>
  )
})

type OwnedProps<T> = Common & { readonly item: T; readonly person: string | null }

export const ActionRow = memo(function ActionRow({ item, person, ...common }: OwnedProps<Action>) {
  return (
    <Row {...common} at={item.at} text={item.text} person={person}>
      {person === null && <span className="entry-lacks">No owner</span>}
      {item.due === null ? (
        <span>No due date</span>
      ) : (
        <span>by {formatMoment(item.due, common.timeZone)}</span>
      )}
      {item.status !== 'open' && <span>{actionStatusWord[item.status]}</span>}
    </Row>
  )
})

export const ParkingRow = memo(function ParkingRow({ item, person, ...common }: OwnedProps<ParkingLotItem>) {
  return <Row {...common} at={item.at} text={item.text} person={person} />
})
