import { canonicalJson } from '../shared/meeting/log'
import type { PublicView } from '../shared/meeting/publicView'

const DELAYED = ['concerns', 'decisions', 'actions'] as const
type Delayed = (typeof DELAYED)[number]
type Item = PublicView[Delayed][number]
/** What the Board shows of an item, and what waits to take its place. */
type Versions = {
  readonly shown: Item | null
  readonly next: { readonly arrived: number; readonly item: Item } | null
}

/** What may show now, how many items wait, and the moment (milliseconds) when the next of them is due. */
type Due = { readonly view: PublicView; readonly waiting: number; readonly next: number | null }

/**
 * Holds back what goes on the Board. A concern, decision or action shows `delay` milliseconds after its newest
 * version arrived; what is taken back or corrected in time never shows. Everything else shows at once.
 */
export class BoardFeed {
  readonly #versions = new Map<string, Versions>()

  /** Begins with a view that shows at once. */
  constructor(view: PublicView) {
    for (const name of DELAYED) {
      for (const item of view[name]) this.#versions.set(item.id, { shown: item, next: null })
    }
  }

  /** Takes note of what is in the latest view at `now` (milliseconds). */
  arrive(view: PublicView, now: number): void {
    const present = new Set<string>()
    for (const name of DELAYED) {
      for (const item of view[name]) {
        present.add(item.id)
        const { shown, next } = this.#versions.get(item.id) ?? { shown: null, next: null }
        const newest = next?.item ?? shown
        if (newest !== null && canonicalJson(newest) === canonicalJson(item)) continue
        this.#versions.set(item.id, { shown, next: { arrived: now, item } })
      }
    }
    for (const id of this.#versions.keys()) if (!present.has(id)) this.#versions.delete(id)
  }

  /** What of the latest view may show at `now`, how much waits, and when the next of it is due. */
  due(view: PublicView, now: number, delay: number): Due {
    let waiting = 0
    let earliest: number | null = null
    const ripe = <T extends Item>(items: readonly T[]): T[] =>
      items.flatMap((item) => {
        const { shown, next } = this.#versions.get(item.id) ?? { shown: null, next: null }
        if (next === null) return shown === null ? [] : [{ ...item, ...shown }]
        if (next.arrived + delay <= now) {
          this.#versions.set(item.id, { shown: next.item, next: null })
          return [item]
        }
        waiting += 1
        earliest = Math.min(earliest ?? Infinity, next.arrived + delay)
        return shown === null ? [] : [{ ...item, ...shown }]
      })
    const { concerns, decisions, actions } = view
    const held = { ...view, concerns: ripe(concerns), decisions: ripe(decisions), actions: ripe(actions) }
    return { view: held, waiting, next: earliest }
  }
}

/** A view without people's names. */
export function withoutNames(view: PublicView): PublicView {
  return {
    ...view,
    concerns: view.concerns.map((concern) => ({ ...concern, who: '' })),
    actions: view.actions.map((action) => ({ ...action, owner: '' })),
  }
}
