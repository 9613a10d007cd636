import type { Link } from './schema'

/** The lists of a meeting or its record that links are about. */
export type Linkable = {
  readonly links: readonly Link[]
  readonly objections: readonly (Entry & { readonly at: string | null })[]
  readonly decisions: readonly Entry[]
  readonly actions: readonly Entry[]
}

/** What may be linked to what: a decision settles an objection, an action carries out a decision. */
export type LinkKind = 'settles' | 'carries out'

type Entry = { readonly id: string; readonly text: string }
type Ends = {
  readonly objections: ReadonlySet<string>
  readonly decisions: ReadonlySet<string>
  readonly actions: ReadonlySet<string>
}

function raisedOf({ objections }: Linkable): readonly Entry[] {
  return objections.filter(({ at }) => at !== null)
}

function endsOf(meeting: Linkable): Ends {
  const ids = (items: readonly Entry[]) => new Set(items.map(({ id }) => id))
  return {
    objections: ids(raisedOf(meeting)),
    decisions: ids(meeting.decisions),
    actions: ids(meeting.actions),
  }
}

function kindIn({ objections, decisions, actions }: Ends, { from, to }: Link): LinkKind | null {
  if (decisions.has(from) && objections.has(to)) return 'settles'
  return actions.has(from) && decisions.has(to) ? 'carries out' : null
}

/** What a link between these two entries says, or null where none fits. */
export function linkKind(meeting: Linkable, link: Link): LinkKind | null {
  return kindIn(endsOf(meeting), link)
}

/**
 * The links that may be shown anywhere: those whose two ends are there and of kinds that fit. A link whose end was
 * removed or turned into another kind waits unseen, and is there again when that is undone.
 */
export function linksOf(meeting: Linkable): readonly (Link & { readonly kind: LinkKind })[] {
  if (meeting.links.length === 0) return []
  const ends = endsOf(meeting)
  return meeting.links.flatMap(({ from, to }) => {
    const kind = kindIn(ends, { from, to })
    return kind === null ? [] : [{ from, to, kind }]
  })
}

/** An entry that a link from or to another one could be made with, and that link. */
export type Candidate = Entry & { readonly link: Link; readonly kind: LinkKind }

/** What an entry can be linked with, those left out that it is linked with already; newest first. */
export function candidatesFor(meeting: Linkable, id: string): readonly Candidate[] {
  const ends = endsOf(meeting)
  const linked = new Set(linksOf(meeting).map(({ from, to }) => `${from} ${to}`))
  const made = (items: readonly Entry[], linkOf: (other: string) => Link): readonly Candidate[] =>
    items.toReversed().flatMap(({ id: other, text }) => {
      const link = linkOf(other)
      const kind = kindIn(ends, link)
      return kind === null || linked.has(`${link.from} ${link.to}`) ? [] : [{ id: other, text, link, kind }]
    })
  const from = (other: string) => ({ from: other, to: id })
  const to = (other: string) => ({ from: id, to: other })
  if (ends.objections.has(id)) return made(meeting.decisions, from)
  if (ends.actions.has(id)) return made(meeting.decisions, to)
  return ends.decisions.has(id) ? [...made(raisedOf(meeting), to), ...made(meeting.actions, from)] : []
}
