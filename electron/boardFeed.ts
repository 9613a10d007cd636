import type { PublicView } from '../shared/meeting/publicView'
import { sameJson } from '../shared/meeting/sameJson'

const DELAYED = ['concerns', 'decisions', 'actions'] as const
type Delayed = (typeof DELAYED)[number]
type Item = PublicView[Delayed][number]
/** A version of an item that waits, and since when. */
type Waiting = { readonly arrived: number; readonly item: Item }

/** What may show now, how many items wait, and the moment (milliseconds) when the next of them is due. */
type Due = { readonly view: PublicView; readonly waiting: number; readonly next: number | null }

/**
 * Holds back what goes on the Board. A concern, decision or action shows `delay` milliseconds after its newest
 * version arrived, a sentence to be read back as long after it was asked for; what is taken back or corrected in
 * time never shows. Everything else shows at once.
 */
export class BoardFeed {
  /** What the Board shows of each item. */
  readonly #shown = new Map<string, Item>()
  readonly #waiting = new Map<string, Waiting>()
  /** The sentence to be read back, and since when it waits. */
  #readBack: { readonly arrived: number; readonly shown: PublicView['readBack'] }
  #view: PublicView

  /** Begins with a view that shows at once. */
  constructor(view: PublicView) {
    this.#view = view
    this.#readBack = { arrived: -Infinity, shown: view.readBack }
    for (const name of DELAYED) for (const item of view[name]) this.#shown.set(item.id, item)
  }

  /** Takes note of what is in the latest view at `now` (milliseconds). What stands where it stood is not read again. */
  arrive(view: PublicView, now: number): void {
    const gone = new Set<string>()
    const fresh: Item[] = []
    for (const name of DELAYED) {
      const [before, after] = [this.#view[name], view[name]]
      before.forEach((item, at) => item !== after[at] && gone.add(item.id))
      after.forEach((item, at) => item !== before[at] && fresh.push(item))
    }
    for (const item of fresh) {
      gone.delete(item.id)
      const newest = this.#waiting.get(item.id)?.item ?? this.#shown.get(item.id)
      if (newest === undefined || !sameJson(newest, item)) this.#waiting.set(item.id, { arrived: now, item })
    }
    for (const id of gone) {
      this.#shown.delete(id)
      this.#waiting.delete(id)
    }
    if (!sameJson(this.#readBack.shown, view.readBack))
      this.#readBack = { arrived: now, shown: view.readBack }
    this.#view = view
  }

  #readBackAt(moment: number): PublicView['readBack'] {
    const { arrived, shown } = this.#readBack
    return arrived <= moment ? shown : null
  }

  /** What of the latest view may show at `now`, how much waits, and when the next of it is due. */
  due(view: PublicView, now: number, delay: number): Due {
    let earliest: number | null = null
    const ripe = <T extends Item>(items: readonly T[]): T[] =>
      items.flatMap((item) => {
        const { id } = item
        const next = this.#waiting.get(id)
        if (next !== undefined && next.arrived + delay <= now) {
          this.#shown.set(id, next.item)
          this.#waiting.delete(id)
          return item
        }
        const shown = this.#shown.get(id)
        if (next !== undefined) earliest = Math.min(earliest ?? Infinity, next.arrived + delay)
        return shown === undefined ? [] : shown === item ? item : { ...item, ...shown }
      })
    const { concerns, decisions, actions } = view
    const lists = { concerns: ripe(concerns), decisions: ripe(decisions), actions: ripe(actions) }
    const readBack = this.#readBackAt(now - delay)
    const next = readBack === null && view.readBack !== null ? this.#readBack.arrived + delay : Infinity
    const soonest = Math.min(earliest ?? Infinity, next)
    const waiting = this.#waiting.size + (next < Infinity ? 1 : 0)
    return { view: { ...view, ...lists, readBack }, waiting, next: soonest < Infinity ? soonest : null }
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
