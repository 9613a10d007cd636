import { useMemo } from 'react'

import { linksOf } from '../../../shared/meeting/links'
import type { Meeting } from '../../../shared/meeting/schema'

/** The other end of a link, and what the link says of this one. */
export type Linked = { readonly id: string; readonly says: string; readonly text: string }

const SAYS = {
  settles: ['settles', 'settled by'],
  'carries out': ['carries out', 'carried out by'],
} as const

/** What every entry is linked with, by its id. */
export function useLinks({
  links,
  objections,
  decisions,
  actions,
}: Pick<Meeting, 'links' | 'objections' | 'decisions' | 'actions'>): ReadonlyMap<string, readonly Linked[]> {
  return useMemo(() => {
    const shown = linksOf({ links, objections, decisions, actions })
    const linked = new Map<string, Linked[]>()
    if (shown.length === 0) return linked
    const texts = new Map([...objections, ...decisions, ...actions].map(({ id, text }) => [id, text]))
    const add = (id: string, other: string, says: string) =>
      linked.set(id, [...(linked.get(id) ?? []), { id: other, says, text: texts.get(other) ?? '' }])
    for (const { from, to, kind } of shown) {
      add(from, to, SAYS[kind][0])
      add(to, from, SAYS[kind][1])
    }
    return linked
  }, [links, objections, decisions, actions])
}
