import type { Attendee } from '../meeting/schema'
import { findBeginning } from './near'
import {
  namesSomebody,
  parseCapture,
  type CaptureContext,
  type CapturePart,
  type CaptureReading,
} from './parse'
import { indexOf } from './people'
import { possibleNames } from './person'

/** A line as it reads once something is chosen, and where the caret then stands. */
type After = { readonly line: string; readonly caret: number }

/** Somebody the name in a line could be: a person of the meeting, or somebody who is added to it. */
export type Choice = After &
  (
    | { readonly kind: 'person'; readonly attendee: Attendee }
    | { readonly kind: 'new'; readonly name: string; readonly role: string }
  )

/**
 * What there is to choose. `which`: the name could be several people. `unknown`: nobody goes by it. `near`: it
 * is understood in spite of a typing mistake, and could be somebody new. `begun`: it may go on so.
 * `behind` says that the caret stands right behind the name, where one more letter belongs to it.
 */
export type Choices = {
  readonly about: 'which' | 'unknown' | 'near' | 'begun'
  readonly query: string
  readonly behind: boolean
  readonly choices: readonly Choice[]
}

type Line = {
  readonly line: string
  readonly refused: readonly CapturePart[]
  readonly context: CaptureContext
}
type Place = { readonly from: number; readonly to: number }

const MOST_PEOPLE = 8
const MOST_BEGUN = 6
const LONGEST_BEGUN = 60
/** One letter that somebody’s name begins with is hardly the name of somebody new. */
const SHORTEST_NEW = 2
const BARE = /(?<=^|\s)@$/

function replaced({ line }: Line, { from, to }: Place, name: string): After {
  const after = line.slice(to)
  const gap = /^[\s,.;:!?…)\]]/.test(after) ? '' : ' '
  const before = `${line.slice(0, from)}@${name}${gap}`
  return { line: before + after, caret: before.length + (gap === '' && /^\s/.test(after) ? 1 : 0) }
}

/** The ways to name somebody, from the fullest on; `number` is their place among several of a name. */
function waysToName({ name, role }: Attendee, query: string, number: number): readonly string[] {
  const parts = name.split(/\s+/)
  return [name, `${query}${number}`, parts[0] ?? '', parts.at(-1) ?? '', role].filter((way) => way !== '')
}

/** The line with somebody named so that it is understood; nothing where no way to name them is. */
function personChoice(
  typed: Line,
  place: Place,
  attendee: Attendee,
  query: string,
  number: number,
): Choice[] {
  for (const way of waysToName(attendee, query, number)) {
    const after = replaced(typed, place, way)
    const found = parseCapture(after.line, typed.context, typed.refused).person?.found
    if (found?.kind === 'one' && found.attendee.id === attendee.id && found.near !== true)
      return [{ kind: 'person', attendee, ...after }]
  }
  return []
}

/** Somebody new of the name at `from`, which is at least as long as `least`. */
function newChoices(typed: Line, from: number, least = ''): readonly Choice[] {
  return possibleNames(typed.line, from).flatMap((query): Choice[] => {
    if (query.length < least.length) return []
    const after = replaced(typed, { from, to: from + 1 + query.length }, `${query}+`)
    const found = parseCapture(after.line, typed.context, typed.refused).person?.found
    return found?.kind === 'new' ? [{ kind: 'new', name: found.name, role: found.role, ...after }] : []
  })
}

/** Who the name up to the caret may go on to be. */
function begun(typed: Line, from: number, caret: number): readonly Choice[] {
  const query = typed.line.slice(from + 1, caret)
  if (caret <= from || query.length > LONGEST_BEGUN) return []
  const people = findBeginning(query, indexOf(typed.context.attendees, typed.context.roles))
  const place = { from, to: caret }
  return people.slice(0, MOST_BEGUN).flatMap((each) => personChoice(typed, place, each, query, 0))
}

/** A `@` and nothing yet: everybody. */
function bare(typed: Line, reading: CaptureReading, caret: number): Choices | null {
  if (!namesSomebody(reading.kind) || reading.mention !== null || typed.refused.includes('person'))
    return null
  if (!BARE.test(typed.line.slice(0, caret)) || /^\S/.test(typed.line.slice(caret))) return null
  const choices = begun(typed, caret - 1, caret)
  return choices.length === 0 ? null : { about: 'begun', query: '', behind: true, choices }
}

/**
 * What there is to choose at the name in a line, given where the caret stands; null where nothing is.
 * `line` is the line in NFC that `reading` was made of.
 */
export function choicesAt(
  line: string,
  caret: number,
  reading: CaptureReading,
  context: CaptureContext,
  refused: readonly CapturePart[] = [],
): Choices | null {
  const typed = { line, refused, context }
  const { person, mention } = reading
  if (person === null || mention === null) return bare(typed, reading, caret)
  const { query, found } = person
  const behind = caret === mention.to
  const goesOn = caret >= mention.to ? begun(typed, mention.from, caret) : []
  const isMore = goesOn.length > 0 && /\S/.test(line.slice(mention.to, caret))
  const more = {
    about: 'begun',
    query: line.slice(mention.from + 1, caret),
    behind: true,
    choices: goesOn,
  } as const
  switch (found.kind) {
    case 'new':
      return null
    case 'one': {
      if (isMore) return more
      if (found.near !== true) return null
      const choices = newChoices(typed, mention.from, query)
      return choices.length === 0 ? null : { about: 'near', query, behind, choices }
    }
    case 'several': {
      if (isMore) return more
      const people = found.attendees
        .slice(0, MOST_PEOPLE)
        .flatMap((each, index) => personChoice(typed, mention, each, query, index + 1))
      return {
        about: 'which',
        query,
        behind,
        choices: [...people, ...newChoices(typed, mention.from, query)],
      }
    }
    case 'none': {
      const isShort = query.length < SHORTEST_NEW && goesOn.length > 0
      const fresh = isShort ? [] : newChoices(typed, mention.from)
      if (goesOn.length > 0) return { about: 'begun', query, behind, choices: [...goesOn, ...fresh] }
      return fresh.length === 0 ? null : { about: 'unknown', query, behind, choices: fresh }
    }
  }
}
