import type { Meeting, Objection } from '../meeting/schema'
import type { Cue, Response } from '../playbook/schema'
import { fillSpans, type Span } from './fill'
import { countWords } from './words'

/**
 * A cue as the prompter shows it. `number` counts from 1; `heading` is private, `agenda` public; `words` are
 * those to be spoken; `timebox` is in minutes; `objection` is the one a slot holds the place of. A slot has
 * neither paragraphs nor words until its objection is raised, then those of its response.
 */
export type ScriptCue = {
  readonly id: string
  readonly number: number
  readonly heading: string
  readonly agenda: string
  readonly kind: Cue['kind']
  readonly paragraphs: readonly Span[][]
  readonly words: number
  readonly tips: readonly string[]
  readonly objection: Objection | null
  readonly timebox: number
}

/** The four parts of a response, filled like the script. */
export type ResponseParts = { readonly [Part in keyof Response]: readonly Span[][] }

/** A prepared response with its blanks filled; `now` is the moment that a greeting goes by. */
export function responseParts(response: Response, meeting: Meeting, now: string): ResponseParts {
  const fill = (text: string) => fillSpans(text, meeting, now)
  return {
    sayFirst: fill(response.sayFirst),
    evidence: fill(response.evidence),
    questionBack: fill(response.questionBack),
    doNotSay: fill(response.doNotSay),
  }
}

function objectionOf(cue: Cue, meeting: Meeting): Objection | null {
  if (cue.kind === 'spoken') return null
  return meeting.objections.find((objection) => objection.id === cue.objection) ?? null
}

function spokenBy(cue: Cue, objection: Objection | null, meeting: Meeting, now: string): readonly Span[][] {
  if (cue.kind === 'spoken') return fillSpans(cue.text, meeting, now, cue.mustSay)
  if (objection === null || objection.at === null || objection.response === null) return []
  const { sayFirst, evidence, questionBack } = responseParts(objection.response, meeting, now)
  return [...sayFirst, ...evidence, ...questionBack]
}

/** The whole script in order, filled, with must-say phrases marked; `now` is the moment of the greeting. */
export function scriptCues(meeting: Meeting, now: string): readonly ScriptCue[] {
  const tips = new Map(meeting.playbook.tips.map(({ id, text }) => [id, text]))
  return meeting.script.map((cue, index) => {
    const objection = objectionOf(cue, meeting)
    const paragraphs = spokenBy(cue, objection, meeting, now)
    return {
      id: cue.id,
      number: index + 1,
      heading: cue.heading,
      agenda: cue.agenda,
      kind: cue.kind,
      paragraphs,
      words: countWords(paragraphs),
      tips: cue.tips.flatMap((id) => tips.get(id) ?? []),
      objection,
      timebox: cue.timebox,
    }
  })
}
