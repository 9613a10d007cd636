import type { Objection } from './schema'

type Raised = Objection & { readonly at: string }

/** What was raised once or more often: the same prepared objection, or the same words. */
export type Topic = {
  /** The prepared objection it is, or the first entry where it is none. */
  readonly id: string
  readonly prepared: string | null
  /** In the order they were captured; the first one's words name the topic. */
  readonly raised: readonly [Raised, ...Raised[]]
}

function fold(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [text]
  ).join(' ')
}

/** What was raised, each topic once, in the order they came up. Raising the same again adds to its topic. */
export function topicsOf(objections: readonly Objection[]): readonly Topic[] {
  const topics = new Map<string, { id: string; prepared: string | null; raised: [Raised, ...Raised[]] }>()
  for (const each of objections) {
    const { at, id, prepared, text } = each
    if (at === null) continue
    const key = prepared === null ? `said ${fold(text)}` : `prepared ${prepared}`
    const known = topics.get(key)
    if (known === undefined) topics.set(key, { id: prepared ?? id, prepared, raised: [{ ...each, at }] })
    else known.raised.push({ ...each, at })
  }
  return [...topics.values()]
}

/** The topic of each raised objection, by its id, counted from 1 in the order they came up. */
export function topicNumbers(objections: readonly Objection[]): ReadonlyMap<string, number> {
  return new Map(
    topicsOf(objections).flatMap(({ raised }, index) => raised.map(({ id }) => [id, index + 1] as const)),
  )
}

/** Who raised a topic how often, in words: `raised 3 times: Dana, Priya`; nothing where it was raised once. */
export function timesWords(
  raised: readonly { readonly who: string | null }[],
  nameOf: (id: string | null) => string | null,
): string {
  if (raised.length < 2) return ''
  const names = [
    ...new Set(raised.map(({ who }) => nameOf(who)).filter((name) => name !== null && name !== '')),
  ]
  const often = raised.length === 2 ? 'raised twice' : `raised ${raised.length} times`
  return names.length === 0 ? often : `${often}: ${names.join(', ')}`
}
