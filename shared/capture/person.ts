import type { Attendee } from '../meeting/schema'
import type { Role } from '../playbook/schema'
import { findPeople, findRoles, type FoundPeople } from './people'

/** What can go wrong with a part of the line: a stable code and a sentence for people. */
export type CaptureProblem = { readonly code: string; readonly sentence: string }

/** A person named with `@`: what was typed after it and whom it means. */
export type CapturedPerson = { readonly query: string; readonly found: FoundPeople }

type People = { readonly attendees: readonly Attendee[]; readonly roles: readonly Role[] }
type Cut = {
  readonly person: CapturedPerson | null
  readonly text: string
  readonly problems: readonly CaptureProblem[]
}

const MOST_WORDS = 5
const MENTION = /(?<=^|\s)@(?=[^\s\p{P}])/u
const CLOSING = /(?<!\p{P})\p{P}+$/u

/** Two halves of a text around a part that was taken out, with one space between them or none before `,`. */
export function joinAround(before: string, after: string): string {
  const [left, right] = [before.trimEnd(), after.trim()]
  if (left === '' || right === '') return left + right
  return /^[,.;:!?…)\]]/.test(after) ? left + right : `${left} ${right}`
}

/** Looks for the longest run of words that means somebody; the first word alone where none does. */
function longest(rest: string, people: People): CapturedPerson & { readonly end: number } {
  const words = [...rest.matchAll(/\S+/g)].slice(0, MOST_WORDS)
  const last = words.findIndex(([word]) => /[,;:!?…]$/.test(word))
  const ends = words
    .slice(0, last < 0 ? MOST_WORDS : last + 1)
    .filter(([word]) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.index + word[0].length)
  const readings = ends.map((end) => {
    const closing = CLOSING.exec(rest.slice(0, end))?.[0].length ?? 0
    const query = rest.slice(0, end - closing)
    return { query, end: end - closing, found: findPeople(query, people.attendees, people.roles) }
  })
  const found = readings.findLast((reading) => reading.found.kind !== 'none')
  return found ?? readings[0] ?? { query: '', end: 0, found: { kind: 'none' } }
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}

function problemWith({ query, found }: CapturedPerson, people: People): readonly CaptureProblem[] {
  switch (found.kind) {
    case 'one':
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

/**
 * Takes the first `@person` (after a space or at the start) out of the text. Who is unknown or could be
 * several stays in the text and is said in `problems`; a later `@` is never taken for the one meant.
 */
export function cutPerson(text: string, people: People): Cut {
  const mention = MENTION.exec(text)
  if (mention === null) return { person: null, text, problems: [] }
  const rest = text.slice(mention.index + 1)
  const { query, end, found } = longest(rest, people)
  const person = { query, found }
  if (found.kind !== 'one') return { person, text, problems: problemWith(person, people) }
  const before = text.slice(0, mention.index)
  const after = rest.slice(end)
  const opening = before.trim() === '' ? after.replace(/^[,:;]+/, '') : after
  return { person, text: joinAround(before, opening), problems: [] }
}
