import type { Fault } from '../meeting/file'
import { decisionAfter } from '../meeting/applyDecision'
import type { DecisionDetails, Position, ReadBack } from '../meeting/decisionSchema'
import { editedCapture } from '../meeting/concurrent'
import type { Captured } from '../meeting/entries'
import { isCaptured } from '../meeting/lists'
import { canonicalJson } from '../meeting/log'
import { sameJson } from '../meeting/sameJson'
import { broughtAbout } from '../meeting/subjects'
import { linkFaults } from './linkFaults'
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

function withStatus(captured: Captured, status: string): Captured {
  return { ...captured, item: { ...captured.item, status } } as Captured
}

/** What the readable entries of a record's log add up to. */
function standing(log: RecordData['log']): ReadonlyMap<string, Listed> {
  const items = new Map<string, Captured>()
  const change = (id: string, next: (now: Captured) => Captured) => {
    const now = items.get(id)
    if (now !== undefined) items.set(id, next(now))
  }
  for (const entry of log) {
    if (!('body' in entry && 'at' in entry)) continue
    const body = broughtAbout(entry.body)
    if (isCaptured(body)) items.set(body.item.id, body)
    if (body.type === 'captured.restored' && !items.has(body.captured.item.id))
      items.set(body.captured.item.id, body.captured)
    if (body.type === 'captured.removed' && sameJson(items.get(body.captured.item.id), body.captured))
      items.delete(body.captured.item.id)
    if (body.type === 'captured.edited') {
      const { captured, was } = body
      if (!items.has(captured.item.id)) items.set(captured.item.id, captured)
      else change(captured.item.id, (now) => editedCapture(now, was, captured))
    }
    if ('decision' in body)
      change(body.decision, (now) =>
        now.type === 'decision.captured' ? { ...now, item: decisionAfter(now.item, body, entry.at) } : now,
      )
    if (body.type === 'objection.statusSet')
      change(body.objection, (now) => (now.type === 'objection.raised' ? withStatus(now, body.status) : now))
    if (body.type === 'action.statusSet')
      change(body.action, (now) => (now.type === 'action.captured' ? withStatus(now, body.status) : now))
  }
  return new Map([...items].map(([id, captured]) => [id, listedOf(captured)]))
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
    ...linkFaults(data, digested),
  ]
}
