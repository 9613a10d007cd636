import { memo } from 'react'

import { formatMoment } from '../../../shared/capture/due'
import {
  actionStatusSchema,
  objectionStatusSchema,
  type Action,
  type Note,
  type Objection,
  type ObjectionStatus,
  type ParkingLotItem,
} from '../../../shared/meeting/schema'
import { objectionKindWord } from '../words'
import { EntryLinks, LinkTool } from './EntryLinks'
import { RaisedMore } from './RaisedMore'
import { entryWork } from '../../state/entryWork'
import { Row, type Common } from './Row'
import { RowTool } from './RowTool'
import { StatusSelect } from './StatusSelect'
import type { Linked } from './useLinks'
import type { RaisedProps } from './useRaised'

/** A note: time and text. */
export const TextRow = memo(function TextRow({ item, ...common }: Common & { readonly item: Note }) {
  return <Row {...common} id={item.id} at={item.at} text={item.text} />
})

type ObjectionRowProps = Common &
  RaisedProps & {
    readonly item: Objection & { readonly at: string }
    readonly person: string | null
    readonly links: readonly Linked[] | undefined
    readonly onStatus: (id: string, status: ObjectionStatus) => Promise<unknown>
  }

export const ObjectionRow = memo(function ObjectionRow({
  item,
  person,
  taken,
  times,
  links,
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
      <EntryLinks links={links} />
      {!common.readOnly && (
        <span className="entry-tools">
          <LinkTool id={id} text={text} />
        </span>
      )}
    </Row>
  )
})

type OwnedProps<T> = Common & { readonly item: T; readonly person: string | null }

type ActionRowProps = OwnedProps<Action> & {
  /** Where how far an action is can be said although the rest of it is fixed, or the other way round. */
  readonly statusReadOnly?: boolean
  /** What its due date is at odds with, in words; empty for nothing. */
  readonly conflict?: string
  /** Where it is shown with what it carries out. */
  readonly links?: readonly Linked[] | undefined
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
  conflict = '',
  links,
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
      {conflict !== '' && <span className="entry-conflict">{conflict}</span>}
      {item.task !== null && <span>from the plan</span>}
      <EntryLinks links={links} />
      {!common.readOnly && (
        <span className="entry-tools">
          <RowTool does="action.owner" of={text} onUse={() => entryWork.set({ what: 'owner', id })} />
          <RowTool does="action.due" of={text} onUse={() => entryWork.set({ what: 'due', id })} />
          <LinkTool id={id} text={text} />
        </span>
      )}
    </Row>
  )
})

export const ParkingRow = memo(function ParkingRow({ item, person, ...common }: OwnedProps<ParkingLotItem>) {
  return <Row {...common} id={item.id} at={item.at} text={item.text} person={person} />
})
