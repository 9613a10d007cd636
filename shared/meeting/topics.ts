import { grownBy } from './grown'
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

/** Entries never change, and all of them are asked for at each capture. */
const keys = new WeakMap<Objection, string>()

function keyOf(objection: Objection): string {
  const known = keys.get(objection)
  if (known !== undefined) return known
  const { prepared, text } = objection
  const key = prepared === null ? `said ${fold(text)}` : `prepared ${prepared}`
  keys.set(objection, key)
  return key
}

function isRaised(objection: Objection): objection is Raised {
  return objection.at !== null
}

/** What was raised, each topic once, in the order they came up. Raising the same again adds to its topic. */
export function topicsOf(objections: readonly Objection[]): readonly Topic[] {
  const topics = new Map<string, { id: string; prepared: string | null; raised: [Raised, ...Raised[]] }>()
  for (const each of objections) {
    if (!isRaised(each)) continue
    const key = keyOf(each)
    const known = topics.get(key)
    const { id, prepared } = each
    if (known === undefined) topics.set(key, { id: prepared ?? id, prepared, raised: [each] })
    else known.raised.push(each)
  }
  return [...topics.values()]
}

/** The topic of each raised objection, by its id, counted from 1 in the order they came up. */
export function topicNumbers(objections: readonly Objection[]): ReadonlyMap<string, number> {
  return new Map(
    topicsOf(objections).flatMap(({ raised }, index) => raised.map(({ id }) => [id, index + 1] as const)),
  )
}

/** How often a topic was raised so far, by whom (each once, null for nobody named), and by which entry last. */
export type Tally = {
  readonly times: number
  readonly who: readonly (string | null)[]
  readonly newest: string
}

const NOBODY: Tally = { times: 0, who: [], newest: '' }

/** The tally once somebody has raised it again. */
export function raisedAgain(
  { times, who }: Tally = NOBODY,
  by: string | null = null,
  newest: string = '',
): Tally {
  return { times: times + 1, who: who.includes(by) ? who : [...who, by], newest }
}

/**
 * How often each topic was raised, for one meeting as it goes on. What is captured at the end of the list is
 * added to what was counted before, so that a long meeting is not counted anew at each capture.
 */
export function topicTallies(): (
  objections: readonly Objection[],
) => (objection: Objection) => Tally | undefined {
  let counted: readonly Objection[] = []
  let tallies = new Map<string, Tally>()
  return (objections) => {
    const more = grownBy(counted, objections)
    if (more === null) tallies = new Map()
    for (const each of more ?? objections) {
      const key = keyOf(each)
      if (isRaised(each)) tallies.set(key, raisedAgain(tallies.get(key), each.who, each.id))
    }
    counted = objections
    return (objection) => tallies.get(keyOf(objection))
  }
}

/** More names than these are counted. */
const MOST_NAMED = 6

/** Who raised a topic how often, in words: `raised 3 times: Dana, Priya`; nothing where it was raised once. */
export function tallyWords(
  { times, who }: Pick<Tally, 'times' | 'who'>,
  nameOf: (id: string | null) => string | null,
): string {
  if (times < 2) return ''
  const names = [...new Set(who.map(nameOf).filter((name) => name !== null && name !== ''))]
  const often = times === 2 ? 'raised twice' : `raised ${times} times`
  const more = names.length - MOST_NAMED
  const named = names.slice(0, MOST_NAMED).join(', ')
  return names.length === 0 ? often : `${often}: ${named}${more > 0 ? ` and ${more} more` : ''}`
}

/** The same, of each time that it was raised. */
export function timesWords(
  raised: readonly { readonly who: string | null }[],
  nameOf: (id: string | null) => string | null,
): string {
  return tallyWords({ times: raised.length, who: raised.map(({ who }) => who) }, nameOf)
}
