import type { Meeting, Objection } from '../meeting/schema'
import type { Cue, Response } from '../playbook/schema'
import { fillSpans, type Span } from './fill'
import { countWords } from './words'

/**
 * A cue as the prompter shows it. `number` counts from 1; `heading` is private, `agenda` public; `words` are
 * those to be spoken; `timebox` is in minutes; `objection` is the one a slot holds the place of. A slot has
 * neither paragraphs nor words: the response to its objection is read from its card.
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

/** The whole script in order, filled, with must-say phrases marked; `now` is the moment of the greeting. */
export function scriptCues(meeting: Meeting, now: string): readonly ScriptCue[] {
  const tips = new Map(meeting.playbook.tips.map(({ id, text }) => [id, text]))
  return meeting.script.map((cue, index) => {
    const paragraphs = cue.kind === 'slot' ? [] : fillSpans(cue.text, meeting, now, cue.mustSay)
    return {
      id: cue.id,
      number: index + 1,
      heading: cue.heading,
      agenda: cue.agenda,
      kind: cue.kind,
      paragraphs,
      words: countWords(paragraphs),
      tips: cue.tips.flatMap((id) => tips.get(id) ?? []),
      objection: objectionOf(cue, meeting),
      timebox: cue.timebox,
    }
  })
}
