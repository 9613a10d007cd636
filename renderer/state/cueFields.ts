import type { Meeting } from '../../shared/meeting/schema'
import type { Command } from '../../shared/meeting/commands'
import type { Cue } from '../../shared/playbook/schema'
import { accept, refuse, type Result } from '../../shared/result'

type NewCue = Extract<Command, { type: 'addCue' }>['cue']

/** A cue as its form shows it: must-say phrases one a line, the timebox as typed. */
export type CueFields = {
  readonly kind: Cue['kind']
  readonly heading: string
  readonly agenda: string
  readonly text: string
  readonly mustSay: string
  readonly tips: readonly string[]
  readonly timebox: string
  readonly objection: string
}

/** The form of a cue that is there. */
export function fieldsOfCue(cue: Cue): CueFields {
  const { kind, heading, agenda, tips, timebox } = cue
  const both = { kind, heading, agenda, tips, timebox: String(timebox) }
  return cue.kind === 'spoken'
    ? { ...both, text: cue.text, mustSay: cue.mustSay.join('\n'), objection: '' }
    : { ...both, text: '', mustSay: '', objection: cue.objection }
}

/** The form of a new cue; a slot starts with an objection that has no slot yet, where there is one. */
export function newCueFields(kind: Cue['kind'], meeting: Meeting): CueFields {
  const expected = meeting.objections.filter(({ at }) => at === null)
  const placed = new Set(meeting.script.map((cue) => (cue.kind === 'slot' ? cue.objection : '')))
  const free = expected.find(({ id }) => !placed.has(id)) ?? expected[0]
  const objection = kind === 'slot' ? (free?.id ?? '') : ''
  return { kind, heading: '', agenda: '', text: '', mustSay: '', tips: [], timebox: '2', objection }
}

/** The cue that a form describes; refuses a timebox that is no number of minutes. */
export function cueFrom(fields: CueFields): Result<NewCue> {
  const { kind, heading, agenda, text, mustSay, tips, objection } = fields
  if (heading.trim() === '') return refuse('empty', 'Give the cue a heading; only you see it.', 'heading')
  if (agenda.trim() === '')
    return refuse('empty', 'Give the cue an agenda title; the room sees it.', 'agenda')
  const timebox = Number(fields.timebox.trim().replace(',', '.'))
  if (!Number.isFinite(timebox) || timebox <= 0) {
    return refuse('timebox', 'Write the timebox as a number of minutes, like 2 or 1.5.', 'timebox')
  }
  const both = { heading, agenda, tips: [...tips], timebox }
  if (kind === 'slot') {
    return objection === ''
      ? refuse('empty', 'Prepare an objection first; a slot holds the place of one.', 'objection')
      : accept({ kind, ...both, objection })
  }
  const phrases = mustSay.split('\n').map((phrase) => phrase.trim())
  return accept({ kind, ...both, text, mustSay: phrases.filter((phrase) => phrase !== '') })
}
