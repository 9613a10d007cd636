import type { Meeting, Objection } from '../meeting/schema'
import type { Response } from '../playbook/schema'
import { fillSpans, type Span } from './fill'
import { countWords } from './words'

export type ScriptCue = {
  readonly id: string
  readonly number: number
  readonly heading: string
  readonly agenda: string
  readonly kind: 'spoken' | 'slot'
  readonly paragraphs: readonly Span[][]
  readonly words: number
  readonly tips: readonly string[]
  readonly objection: Objection | null
  readonly timebox: number
}

export function scriptCues(meeting: Meeting, now: string): readonly ScriptCue[] {
  return meeting.script.map((cue, index) => {
    const paragraphs = cue.kind === 'spoken' ? fillSpans(cue.text, meeting, now) : []
    return {
      id: cue.id, number: index + 1, heading: cue.heading, agenda: cue.agenda, kind: cue.kind,
      paragraphs, words: countWords(paragraphs),
      tips: cue.tips.flatMap((id) => meeting.playbook.tips.filter((tip) => tip.id === id).map((tip) => tip.text)),
      objection: cue.kind === 'slot' ? (meeting.objections.find((each) => each.id === cue.objection) ?? null) : null,
      timebox: cue.timebox,
    }
  })
}

export type ResponseParts = Readonly<Record<keyof Response, readonly Span[][]>>

export function responseParts(response: Response, meeting: Meeting, now: string): ResponseParts {
  return {
    sayFirst: fillSpans(response.sayFirst, meeting, now),
    evidence: fillSpans(response.evidence, meeting, now),
    questionBack: fillSpans(response.questionBack, meeting, now),
    doNotSay: fillSpans(response.doNotSay, meeting, now),
  }
}
