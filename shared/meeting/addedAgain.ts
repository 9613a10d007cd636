import type { Command } from './commands'
import { bareDecision, detailsOf } from './decisionSchema'
import type { Captured } from './entries'
import { sameJson } from './sameJson'
import type { Meeting } from './schema'

function standing({ type, item }: Captured, id: string): readonly Command[] {
  switch (type) {
    case 'decision.captured': {
      const details = detailsOf(item)
      return sameJson(details, detailsOf(bareDecision()))
        ? []
        : [{ type: 'setDecision', decision: id, details }]
    }
    case 'action.captured':
      return item.status === 'open' ? [] : [{ type: 'setActionStatus', action: id, status: item.status }]
    case 'objection.raised':
      return item.status === 'open'
        ? []
        : [{ type: 'setObjectionStatus', objection: id, status: item.status }]
    case 'note.captured':
    case 'parking.captured':
      return []
  }
}

/**
 * What an entry that is added again under another id takes over from the one that is gone: what was said of it
 * beside its words, and its links. What was read back was another entry's words, and stays with those.
 */
export function takenOver({ links }: Pick<Meeting, 'links'>, gone: Captured, id: string): readonly Command[] {
  const old = gone.item.id
  const own = links.filter(({ from, to }) => from === old || to === old)
  return [
    ...standing(gone, id),
    ...own.map(({ from, to }): Command => ({
      type: 'linkEntries',
      from: from === old ? id : from,
      to: to === old ? id : to,
    })),
  ]
}
