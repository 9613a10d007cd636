import type { Fault } from '../meeting/file'
import type { DecisionDetails, Position, ReadBack } from '../meeting/decisionSchema'
import type { DecisionBody } from '../meeting/applyDecision'
import type { Captured } from '../meeting/entries'
import { isCaptured } from '../meeting/lists'
import { canonicalJson } from '../meeting/log'
import type { RecordData } from './schema'

type Listed = {
  readonly id: string
  readonly text: string
  readonly at: string
  readonly kind: string
  readonly status?: string
  readonly due?: string | null
  readonly options?: readonly string[]
  readonly outcome?: string | null
  readonly positions?: readonly Stand[]
  readonly review?: string | null
  readonly supersedes?: string | null
  readonly readBacks?: readonly ReadBack[]
}

type Stand = Pick<Position, 'position' | 'reason'>

/** Where people stand, without their names: the log of a record has ids, its decisions have names. */
function standsOf(positions: readonly Stand[]): readonly Stand[] {
  return positions.map(({ position, reason }) => ({ position, reason }))
}

function toldOf(decision: Omit<DecisionDetails, 'positions'> & Told) {
  const { options, outcome, positions, review, supersedes, readBacks } = decision
  return { options, outcome, positions: standsOf(positions), review, supersedes, readBacks }
}

type Told = { readonly positions: readonly Stand[]; readonly readBacks: readonly ReadBack[] }

/** What an entry says about a decision that is in the list already. */
function detailed(item: Listed, body: DecisionBody, at: string): Listed {
  switch (body.type) {
    case 'decision.detailed':
      return { ...item, ...body.details, positions: standsOf(body.details.positions) }
    case 'readBack.closed':
      return { ...item, outcome: body.outcome, positions: standsOf(body.positions) }
    case 'readBack.shown': {
      const { text, hash } = body
      return { ...item, readBacks: [...(item.readBacks ?? []), { at, text, hash }] }
    }
  }
}

function listedOf(captured: Captured): Listed {
  const { id, text, at } = captured.item
  switch (captured.type) {
    case 'objection.raised':
      return { id, text, at, kind: captured.item.kind, status: captured.item.status }
    case 'action.captured':
      return { id, text, at, kind: 'action', status: captured.item.status, due: captured.item.due }
    case 'note.captured':
      return { id, text, at, kind: 'note' }
    case 'decision.captured':
      return { id, text, at, kind: 'decision', ...toldOf(captured.item) }
    case 'parking.captured':
      return { id, text, at, kind: 'parking' }
  }
}

/** What the readable entries of a record's log add up to. */
function standing(log: RecordData['log']): ReadonlyMap<string, Listed> {
  const items = new Map<string, Listed>()
  const setStatus = (id: string, status: string) => {
    const item = items.get(id)
    if (item?.status !== undefined) items.set(id, { ...item, status })
  }
  for (const entry of log) {
    if (!('body' in entry)) continue
    const { body } = entry
    if (isCaptured(body)) items.set(body.item.id, listedOf(body))
    if (body.type === 'captured.edited') items.set(body.captured.item.id, listedOf(body.captured))
    if ('decision' in body) {
      const item = items.get(body.decision)
      if (item?.kind === 'decision') items.set(body.decision, detailed(item, body, entry.at))
    }
    if (body.type === 'objection.statusSet') setStatus(body.objection, body.status)
    if (body.type === 'action.statusSet') setStatus(body.action, body.status)
  }
  return items
}

type Placed = { readonly path: string; readonly item: Listed }

function placed(data: RecordData): readonly Placed[] {
  const { objections, decisions, actions, parkingLot, notes } = data
  const plain = (list: string, kind: string, items: readonly Pick<Listed, 'id' | 'text' | 'at'>[]) =>
    items.map(({ id, text, at }, index) => ({ path: `${list}[${index}]`, item: { id, text, at, kind } }))
  return [
    ...objections.map(({ id, text, at, kind, status }, index) => {
      return { path: `objections[${index}]`, item: { id, text, at, kind, status } }
    }),
    ...actions.map(({ id, text, at, status, due }, index) => {
      return { path: `actions[${index}]`, item: { id, text, at, kind: 'action', status, due } }
    }),
    ...decisions.map((decision, index) => {
      const { id, text, at } = decision
      const item = { id, text, at, kind: 'decision', ...toldOf(decision) }
      return { path: `decisions[${index}]`, item }
    }),
    ...plain('parkingLot', 'parking', parkingLot),
    ...plain('notes', 'note', notes),
  ]
}

/**
 * Where the lists of a record are not what the readable entries of its log add up to: something else is
 * printed than was captured, or something captured is not printed.
 */
export function listFaults(data: RecordData): readonly Fault[] {
  const captured = standing(data.log)
  const digested = new Set(data.log.flatMap((entry) => ('digest' in entry ? [entry.id] : [])))
  const printed = placed(data)
  const ids = new Set(printed.map(({ item }) => item.id))
  const other = printed.flatMap(({ path, item }) => {
    const known = captured.get(item.id)
    const holds = known === undefined ? digested.has(item.id) : canonicalJson(known) === canonicalJson(item)
    return holds ? [] : [{ path: `record.${path}`, reason: 'it is not what the log says was captured' }]
  })
  const missing = [...captured.keys()].filter((id) => !ids.has(id))
  return [
    ...other,
    ...missing.map((id) => ({ path: 'record', reason: `what entry ${id} of the log says is in no list` })),
  ]
}
