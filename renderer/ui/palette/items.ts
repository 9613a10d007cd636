import type { Meeting } from '../../../shared/meeting/schema'
import { fillPublic } from '../../../shared/script/fill'
import { fuzzyMatch } from './fuzzy'

/** The parts of the palette, in the order they are listed in: first what is wanted under stress. */
export const PALETTE_GROUPS = [
  'Link with',
  'Take the link away',
  'Responses',
  'Objections',
  'Commands',
  'People',
  'Script',
  'Glossary',
] as const
export type PaletteGroup = (typeof PALETTE_GROUPS)[number]

/**
 * One thing the palette finds. `detail` is shown below its label; all of it for the one that is chosen.
 * `keys` is the key that does the same. Without `run` there is nothing to do but to read the detail.
 */
export type PaletteItem = {
  readonly id: string
  readonly group: PaletteGroup
  readonly label: string
  readonly detail?: string
  readonly keys?: string
  readonly run?: () => void
}

/** A command of a key table with what it does: the same function its button and its key run. */
export type PaletteCommand = {
  readonly id: string
  readonly label: string
  readonly keys: readonly string[]
  readonly run: () => void
}

/** What can be done with the things of a meeting in this window. What is left out is only shown. */
export type PaletteActions = {
  /** Shows the response of a prepared objection on the prompter. */
  readonly showResponse?: (objection: string) => void
  readonly goToCue?: (cue: string) => void
  readonly goToPerson?: (attendee: string) => void
  /** Goes to an objection that was raised. */
  readonly goToObjection?: (objection: string) => void
}

const said = (...parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== '').join(' · ')

const doing = <T>(action: ((subject: T) => void) | undefined, subject: T) =>
  action === undefined ? {} : { run: () => action(subject) }

function objectionItems(meeting: Meeting, actions: PaletteActions): readonly PaletteItem[] {
  const nameOf = (id: string | null) => meeting.attendees.find((attendee) => attendee.id === id)?.name ?? null
  return meeting.objections.map((objection): PaletteItem => {
    const { id, text, at, response, key, role, who, status } = objection
    if (at === null && response !== null) {
      return {
        id: `response ${id}`,
        group: 'Responses',
        label: text,
        detail: said(role, fillPublic(response.sayFirst, meeting)),
        ...(key === null ? {} : { keys: String(key) }),
        ...doing(actions.showResponse, id),
      }
    }
    const detail = said(nameOf(who) ?? role, at === null ? 'expected' : status)
    return {
      id: `objection ${id}`,
      group: 'Objections',
      label: text,
      detail,
      ...doing(actions.goToObjection, id),
    }
  })
}

/**
 * All that the palette finds: commands, and a meeting's responses, objections, people, cues and glossary. `meeting` is null where none is open. Pure: what the items do is in `commands` and `actions`.
 */
export function paletteItems(
  meeting: Meeting | null,
  commands: readonly PaletteCommand[],
  actions: PaletteActions = {},
): readonly PaletteItem[] {
  const listed = commands.map(({ id, label, keys, run }): PaletteItem => {
    const [key] = keys
    return { id: `command ${id}`, group: 'Commands', label, run, ...(key === undefined ? {} : { keys: key }) }
  })
  if (meeting === null) return listed
  const people = meeting.attendees.map(({ id, name, role, organisation, email }): PaletteItem => {
    const detail = said(role, organisation, email)
    return { id: `person ${id}`, group: 'People', label: name, detail, ...doing(actions.goToPerson, id) }
  })
  const cues = meeting.script.map((cue, index): PaletteItem => {
    const detail = said(cue.kind === 'slot' ? 'slot' : null, cue.agenda, `${cue.timebox} min`)
    const label = `${index + 1} ${cue.heading}`
    return { id: `cue ${cue.id}`, group: 'Script', label, detail, ...doing(actions.goToCue, cue.id) }
  })
  const glossary = meeting.playbook.glossary.map(({ id, term, definition }): PaletteItem => {
    return { id: `term ${id}`, group: 'Glossary', label: term, detail: definition }
  })
  return [...listed, ...objectionItems(meeting, actions), ...people, ...cues, ...glossary]
}

/** An item that was found, with the places in its label that fit. */
export type Found = { readonly item: PaletteItem; readonly places: readonly number[]; readonly score: number }

/** A word in the detail counts less than one in the label. */
const IN_DETAIL = 0.4

function found(item: PaletteItem, query: string): Found | null {
  const label = fuzzyMatch(item.label, query)
  if (label !== null) return { item, ...label }
  const { detail = '' } = item
  const words = query.toLowerCase().split(/\s+/)
  const all = `${item.label} ${detail}`.toLowerCase()
  const inDetail = words.every((word) => all.includes(word))
  return inDetail ? { item, places: [], score: query.length * IN_DETAIL } : null
}

/**
 * The items that fit a query, the best first; with no query, all of them by their parts. Details are searched
 * for whole words only, so that a long definition does not fit everything.
 */
export function findItems(items: readonly PaletteItem[], query: string): readonly Found[] {
  const asked = query.trim()
  if (asked === '') {
    return PALETTE_GROUPS.flatMap((group) => items.filter((item) => item.group === group)).map((item) => ({
      item,
      places: [],
      score: 0,
    }))
  }
  return items.flatMap((item) => found(item, asked) ?? []).toSorted((one, other) => other.score - one.score)
}
