import type { Attendee } from '../meeting/schema'
import type { Role } from '../playbook/schema'

/** Whom a name means: one person, several to choose from, or nobody. */
export type FoundPeople =
  | { readonly kind: 'one'; readonly attendee: Attendee }
  | { readonly kind: 'several'; readonly attendees: readonly Attendee[] }
  | { readonly kind: 'none' }

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** The words of a name without case, diacritics and punctuation: `Jean-Luc Ł.` is `jean`, `luc`, `l`. */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** One form for comparing names: word by word, or for a query typed as one word without the gaps. */
type Fold = (name: string) => string
const wordByWord: Fold = (name) => wordsOf(name).join(' ')
const asOneWord: Fold = (name) => wordsOf(name).join('')

/** `dana.fox` and `DanaFox` are `Dana Fox`, but `jo an` is not `Joan`. */
function foldFor(query: string): Fold {
  return /\s/.test(query.trim()) ? wordByWord : asOneWord
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => /^./u.exec(word)?.[0] ?? '').join('')
}

/** Everything a person answers to besides the whole name, folded. */
function namesOf(attendee: Attendee, fold: Fold): readonly string[] {
  const parts = attendee.name.trim().split(/\s+/)
  return [
    fold(attendee.role),
    fold(parts[0] ?? ''),
    fold(parts.at(-1) ?? ''),
    initialsOf(wordsOf(attendee.name)),
    initialsOf(parts.map(fold)),
  ]
}

/** The roles that are called so by title or by a short form, without case and diacritics. */
export function findRoles(query: string, roles: readonly Role[]): readonly Role[] {
  const fold = foldFor(query)
  const wanted = fold(query)
  return roles.filter(
    (role) => wanted !== '' && [role.title, ...role.short].some((name) => fold(name) === wanted),
  )
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
  const titles = new Set(findRoles(query, roles).flatMap((role) => [role.title, ...role.short].map(fold)))
  const named = attendees.filter(({ name }) => wordsOf(name).length > 1 && fold(name) === wanted)
  const found =
    named.length > 0
      ? named
      : attendees.filter(
          (attendee) =>
            [fold(attendee.name), ...namesOf(attendee, fold)].includes(wanted) ||
            (attendee.role !== '' && titles.has(fold(attendee.role))),
        )
  const [first, ...others] = found
  if (first === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', attendee: first } : { kind: 'several', attendees: found }
}
