import { formatMoment } from '../../../shared/capture/due'
import {
  parseCapture,
  type CaptureContext,
  type CaptureKind,
  type CapturePart,
  type CaptureReading,
} from '../../../shared/capture/parse'
import { preparedWords, type Taken } from '../../state/taken'

const kindWord: Readonly<Record<CaptureKind, string>> = {
  note: 'Note',
  objection: 'Objection',
  question: 'Question',
  concern: 'Concern',
  decision: 'Decision',
  action: 'Action',
  parking: 'Parking lot',
  whisper: 'Whisper to the presenter, not kept',
}

/** What the line becomes. */
export function kindWords({ kind }: CaptureReading, asText: readonly CapturePart[]): string {
  return asText.includes('kind') ? 'Note, just as typed' : kindWord[kind]
}

function personWords({ person }: CaptureReading): string | null {
  const found = person?.found
  if (found?.kind === 'new') return `New person: ${found.name}`
  if (found?.kind !== 'one') return null
  return found.near === true ? `${found.attendee.name}, for “${person?.query}”` : found.attendee.name
}

/** A part that was understood besides the kind, in words. */
export type UnderstoodPart = { readonly part: CapturePart; readonly words: string }

/** The parts that were understood besides the kind, in the order they are said. */
export function understoodParts(reading: CaptureReading, timeZone: string): readonly UnderstoodPart[] {
  const { at, due } = reading
  const person = personWords(reading)
  return [
    ...(at === null ? [] : [{ part: 'at' as const, words: `at ${formatMoment(at, timeZone)}` }]),
    ...(person === null ? [] : [{ part: 'person' as const, words: person }]),
    ...(due === null ? [] : [{ part: 'due' as const, words: `due ${formatMoment(due, timeZone)}` }]),
  ]
}

function takenWords({ is, refused, likely }: Taken): readonly string[] {
  if (refused !== null) return ['Not a prepared one']
  if (is !== null) return [`Prepared: ${preparedWords(is)}`]
  return likely.length === 0 ? [] : [`Could be: ${likely.map(preparedWords).join('; ')}`]
}

type Understood = {
  readonly reading: CaptureReading
  readonly asText: readonly CapturePart[]
  readonly timeZone: string
  readonly taken: Taken
  /** What it is at odds with, in sentences. */
  readonly notes: readonly string[]
}

/** What was understood in one sentence, and what is to be noticed, for screen readers. */
export function readingInWords({ reading, asText, timeZone, taken, notes }: Understood): string {
  const parts = [
    kindWords(reading, asText),
    ...understoodParts(reading, timeZone).map(({ words }) => words),
    ...takenWords(taken),
  ]
  return [`${parts.join(' · ')}.`, ...reading.problems.map(({ sentence }) => sentence), ...notes].join(' ')
}

/** The parts meant as text that would be understood otherwise. */
export function keptAsText(
  line: string,
  asText: readonly CapturePart[],
  context: CaptureContext,
): readonly CapturePart[] {
  return asText.filter((part) => {
    const others = asText.filter((each) => each !== part)
    return parseCapture(line, context, others).spans.some((span) => span.part === part)
  })
}
