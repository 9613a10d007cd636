import type { Attendee } from '../meeting/schema'
import type { Role } from '../playbook/schema'
import { wordByWord } from './names'
import { findNear } from './near'
import { findPeople, findRoles, foundOf, indexOf, type FoundPeople } from './people'

/** What can go wrong with a part of the line: a stable code and a sentence for people. */
export type CaptureProblem = { readonly code: string; readonly sentence: string }

/**
 * Whom the line means: `near` where the name has a typing mistake in it; `new` where somebody is to be added
 * to the people first.
 */
export type MeantPerson =
  | (FoundPeople & { readonly near?: true })
  | { readonly kind: 'new'; readonly name: string; readonly role: string }

/** A person named with `@`: what was typed after it and whom it means. */
export type CapturedPerson = { readonly query: string; readonly found: MeantPerson }

export type People = { readonly attendees: readonly Attendee[]; readonly roles: readonly Role[] }

/** Where a `@name` stands in a text: from the `@` to behind the name. */
export type Mention = CapturedPerson & { readonly from: number; readonly to: number }

type Run = { readonly query: string; readonly end: number }

const MOST_WORDS = 6
const LONGEST_NAME = 120
const MOST_SHOWN = 40
const MENTION = /(?<=^|\s)@(?=[^\s\p{P}])/u
const CLOSING = /(?<!\p{P})\p{P}+$/u
const NUMBERED = /^(.*\P{N})([1-9])$/su
const CALLED_NEW = /[^+]\+$/
/** How a word of a name begins that is not the first: a capital, or a script without capitals. */
const NAME_GOES_ON = /^(?:[\p{Lu}\p{Lt}\p{Lo}]|(?:al|bin|da|de|del|den|der|di|dos|la|le|ten|van|von|zu)$)/u

/** The first words of a text, up to one that ends a clause, as far as each is part of a name. */
function runsOf(rest: string): readonly Run[] {
  const runs: Run[] = []
  const words = /\S+/g
  for (let found = words.exec(rest); found !== null && runs.length < MOST_WORDS; found = words.exec(rest)) {
    const [word] = found
    if (/[\p{L}\p{N}]/u.test(word)) {
      const end = found.index + word.length - (CLOSING.exec(word)?.[0].length ?? 0)
      runs.push({ query: rest.slice(0, end), end })
    }
    if (/[,;:!?…]$/.test(word)) break
  }
  return runs
}

/** The name of a new person, as a name is written: `carla.santos` is `Carla Santos`. */
function newName(typed: string): string {
  const spaced = /\s/.test(typed) ? typed.replace(/\s+/g, ' ') : typed.replace(/[._]+/g, ' ').trim()
  return spaced === spaced.toLowerCase()
    ? spaced.replace(/(?<=^|[ -])\p{L}/gu, (l) => l.toUpperCase())
    : spaced
}

/** How many of these runs could be one name, by how it is written: `Carla Santos`, but not `Carla says`. */
function writtenAsName(runs: readonly Run[]): number {
  const goesOn = runs.map(({ query }) =>
    NAME_GOES_ON.test(query.split(/\s+/).at(-1)?.replace(/\+$/, '') ?? ''),
  )
  const stop = goesOn.findIndex((does, index) => index > 0 && !does)
  return stop < 0 ? runs.length : stop
}

/** `@Zorro+`: somebody who is to be added, unless the list has somebody of exactly that name. */
function calledNew(
  runs: readonly Run[],
  { attendees, roles }: People,
): (Run & { found: MeantPerson }) | null {
  const run = runs
    .slice(0, writtenAsName(runs))
    .find(({ query }) => query.length <= LONGEST_NAME && CALLED_NEW.test(query))
  if (run === undefined) return null
  const typed = run.query.slice(0, -1)
  const [role] = findRoles(typed, roles)
  const name = role?.title ?? newName(typed)
  const known = attendees.filter((attendee) => wordByWord(attendee.name) === wordByWord(name))
  if (known.length > 0) return { ...run, found: foundOf(known) }
  return { ...run, found: { kind: 'new', name, role: role?.title ?? '' } }
}

/** Whoever goes by it, or the one a number picks from several: `max2` is the second of those `max` means. */
function exactly(query: string, people: People): FoundPeople {
  const { attendees, roles } = people
  if (query.length > LONGEST_NAME) return { kind: 'none' }
  const found = findPeople(query, attendees, roles)
  const [, base, number] = found.kind === 'none' ? (NUMBERED.exec(query) ?? []) : []
  if (base === undefined) return found
  const named = findPeople(base, attendees, roles)
  const several = named.kind === 'none' ? foundOf(findNear(base, indexOf(attendees, roles))) : named
  return several.kind === 'several'
    ? foundOf(several.attendees.slice(Number(number) - 1, Number(number)))
    : found
}

/** A name with a typing mistake in it, the longest first; of `some` people where only they can be meant. */
function nearly(runs: readonly Run[], people: People, some: readonly Attendee[] | null) {
  const index = indexOf(people.attendees, people.roles)
  return runs
    .toReversed()
    .map((run) => {
      const near = findNear(run.query, index).filter((attendee) => some === null || some.includes(attendee))
      return { ...run, found: { ...foundOf(near), near: true } as const }
    })
    .find(({ found }) => found.kind !== 'none')
}

/** The run of words that means somebody: the longest that fits, then one with a mistake; else the first word. */
function meant(runs: readonly Run[], people: People): Run & { readonly found: MeantPerson } {
  const fresh = calledNew(runs, people)
  if (fresh !== null) return fresh
  const exact = runs
    .map((run) => ({ ...run, found: exactly(run.query, people) }))
    .findLast(({ found }) => found.kind !== 'none')
  if (exact?.found.kind === 'one') return exact
  const longer = exact === undefined ? runs : runs.filter(({ end }) => end > exact.end)
  const near = nearly(longer, people, exact?.found.kind === 'several' ? exact.found.attendees : null)
  return near ?? exact ?? { ...(runs[0] ?? { query: '', end: 0 }), found: { kind: 'none' } }
}

/** The first `@name` of a text (after a space or at the start) and whom it means; null where there is none. */
export function findMention(text: string, people: People): Mention | null {
  const from = MENTION.exec(text)?.index
  if (from === undefined) return null
  const { query, end, found } = meant(runsOf(text.slice(from + 1)), people)
  return { query, found, from, to: from + 1 + end }
}

/** The names that somebody unknown could have, the longest first, as they stand behind the `@`. */
export function possibleNames(text: string, from: number): readonly string[] {
  const runs = runsOf(text.slice(from + 1))
  const [first] = runs
  const whole = runs[writtenAsName(runs) - 1]
  return [...new Set([whole?.query ?? '', first?.query ?? ''])].filter(
    (name) => name !== '' && name.length <= LONGEST_NAME,
  )
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}

/** A word too long to be a name is not said back in full. */
function shown(query: string): string {
  return query.length > MOST_SHOWN ? `${query.slice(0, MOST_SHOWN).replace(/[\ud800-\udbff]$/, '')}…` : query
}

/** Why a name stays in the text; nothing to say of one that is understood. */
export function problemWith(person: CapturedPerson, people: People): readonly CaptureProblem[] {
  const { found } = person
  const query = shown(person.query)
  switch (found.kind) {
    case 'one':
    case 'new':
      return []
    case 'several': {
      const names = list(found.attendees.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)))
      return [
        { code: 'person-ambiguous', sentence: `“@${query}” could be ${names}, so it stays in the text.` },
      ]
    }
    case 'none': {
      const [role] = findRoles(query, people.roles)
      const who = role === undefined ? `goes by “${query}”` : `is down as ${role.title}`
      return [
        {
          code: 'person-unknown',
          sentence: `Nobody in this meeting ${who}, so “@${query}” stays in the text.`,
        },
      ]
    }
  }
}
