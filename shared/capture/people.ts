import type { Attendee } from '../meeting/schema'
import type { Role } from '../playbook/schema'
import { asOneWord, foldFor, initialsOf, wordByWord, wordsOf, type Fold } from './names'

/** Whom a name means: one person, several to choose from, or nobody. */
export type FoundPeople =
  | { readonly kind: 'one'; readonly attendee: Attendee }
  | { readonly kind: 'several'; readonly attendees: readonly Attendee[] }
  | { readonly kind: 'none' }

/** A name somebody answers to, as its folded words. */
export type NameForm = { readonly attendee: Attendee; readonly words: readonly string[] }

type Answers = ReadonlyMap<string, readonly Attendee[]>
type ByFold = { readonly whole: Answers; readonly any: Answers }

/** Everybody by everything they answer to, made once for a list of people. */
export type PeopleIndex = {
  readonly spaced: ByFold
  readonly joined: ByFold
  readonly forms: readonly NameForm[]
}

/** A role's title and short forms for everybody who holds it, under whichever of them it is written. */
function rolesOf({ role }: Attendee, roles: readonly Role[]): readonly string[] {
  const own = asOneWord(role)
  const held = roles.filter(
    ({ title, short }) => own !== '' && [title, ...short].some((name) => asOneWord(name) === own),
  )
  return [role, ...held.flatMap(({ title, short }) => [title, ...short])]
}

/** Everything a person answers to besides the whole name and initials. */
function namesOf(attendee: Attendee, roles: readonly Role[]): readonly string[] {
  const parts = attendee.name.trim().split(/\s+/)
  return [...rolesOf(attendee, roles), parts[0] ?? '', parts.at(-1) ?? '']
}

function gather(pairs: readonly (readonly [string, Attendee])[]): Answers {
  const answers = new Map<string, Attendee[]>()
  for (const [name, attendee] of pairs) {
    const named = answers.get(name)
    if (named === undefined) answers.set(name, [attendee])
    else if (named.at(-1) !== attendee) named.push(attendee)
  }
  return answers
}

function byFold(attendees: readonly Attendee[], roles: readonly Role[], fold: Fold): ByFold {
  const whole = attendees.filter(({ name }) => wordsOf(name).length > 1)
  return {
    whole: gather(whole.map((attendee) => [fold(attendee.name), attendee])),
    any: gather(
      attendees.flatMap((attendee) => {
        const { name } = attendee
        const initials = [initialsOf(wordsOf(name)), initialsOf(name.trim().split(/\s+/).map(fold))]
        const names = [name, ...namesOf(attendee, roles)].map(fold)
        return [...names, ...initials].map((each) => [each, attendee] as const)
      }),
    ),
  }
}

function formsOf(attendee: Attendee, roles: readonly Role[]): readonly NameForm[] {
  const names = [attendee.name, ...namesOf(attendee, roles)]
  const spelt = new Map(names.map((name) => [wordByWord(name), wordsOf(name)]))
  return [...spelt.values()].filter(({ length }) => length > 0).map((words) => ({ attendee, words }))
}

const made = new WeakMap<readonly Attendee[], WeakMap<readonly Role[], PeopleIndex>>()

/** The index of a list of people; a list is never changed, so it is made once and kept with it. */
export function indexOf(attendees: readonly Attendee[], roles: readonly Role[]): PeopleIndex {
  const known = made.get(attendees)?.get(roles)
  if (known !== undefined) return known
  const index: PeopleIndex = {
    spaced: byFold(attendees, roles, wordByWord),
    joined: byFold(attendees, roles, asOneWord),
    forms: attendees.flatMap((attendee) => formsOf(attendee, roles)),
  }
  const own = made.get(attendees) ?? new WeakMap<readonly Role[], PeopleIndex>()
  own.set(roles, index)
  made.set(attendees, own)
  return index
}

/** The roles that are called so by title or by a short form, without case and diacritics. */
export function findRoles(query: string, roles: readonly Role[]): readonly Role[] {
  const fold = foldFor(query)
  const wanted = fold(query)
  return roles.filter(
    (role) => wanted !== '' && [role.title, ...role.short].some((name) => fold(name) === wanted),
  )
}

/** One person, several or nobody, each named once. */
export function foundOf(attendees: readonly Attendee[]): FoundPeople {
  const [first, ...others] = attendees
  if (first === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', attendee: first } : { kind: 'several', attendees }
}

/**
 * Finds who is meant by a whole name, a first or last name, initials, a role's title or its short form,
 * without regard to case, diacritics, spaces and punctuation. A whole name of two words or more is taken
 * before anything else; beyond that nobody comes before another: whoever fits is in the answer.
 */
export function findPeople(
  query: string,
  attendees: readonly Attendee[],
  roles: readonly Role[],
): FoundPeople {
  const fold = foldFor(query)
  const wanted = fold(query)
  if (wanted === '') return { kind: 'none' }
  const index = indexOf(attendees, roles)
  const { whole, any } = fold === wordByWord ? index.spaced : index.joined
  return foundOf(whole.get(wanted) ?? any.get(wanted) ?? [])
}
