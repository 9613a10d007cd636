import { X } from 'lucide-react'

import { formatMoment } from '../../../shared/capture/due'
import type { CaptureKind, CapturePart, CaptureReading } from '../../../shared/capture/parse'

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

const prefixes = [
  ['o', 'objection'],
  ['q', 'question'],
  ['c', 'concern'],
  ['d', 'decision'],
  ['a', 'action'],
  ['p', 'parking lot'],
  ['!', 'whisper'],
] as const

/** What can be typed first; shown while nothing is. */
export function Legend() {
  return (
    <p className="legend">
      {prefixes.map(([prefix, word]) => (
        <span key={prefix}>
          <kbd>{prefix}</kbd> {word}
        </span>
      ))}
      <span>
        <kbd>@</kbd> person
      </span>
      <span>
        <kbd>by</kbd> date
      </span>
      <span>else a note</span>
    </p>
  )
}

type ReadingProps = {
  readonly reading: CaptureReading
  readonly asText: readonly CapturePart[]
  readonly timeZone: string
  readonly onAsText: (part: CapturePart) => void
}

type PartProps = { readonly words: string; readonly title: string; readonly onRefuse: () => void }

function Part({ words, title, onRefuse }: PartProps) {
  return (
    <span className="reading-part">
      {words}
      <button type="button" className="reading-refuse" aria-label={title} title={title} onClick={onRefuse}>
        <X size={12} aria-hidden />
      </button>
    </span>
  )
}

function kindOf({ kind }: CaptureReading, asText: readonly CapturePart[]): string {
  return asText.includes('kind') ? 'Note, just as typed' : kindWord[kind]
}

/** What was understood in one sentence, for screen readers. */
export function readingInWords(
  reading: CaptureReading,
  asText: readonly CapturePart[],
  timeZone: string,
): string {
  const { person, at, due, problems } = reading
  const parts = [
    kindOf(reading, asText),
    ...(at === null ? [] : [`at ${formatMoment(at, timeZone)}`]),
    ...(person?.found.kind === 'one' ? [person.found.attendee.name] : []),
    ...(due === null ? [] : [`due ${formatMoment(due, timeZone)}`]),
  ]
  return [`${parts.join(' · ')}.`, ...problems.map(({ sentence }) => sentence)].join(' ')
}

/** What was understood: kind, person and date in full, each can be refused; and what was not. */
export function Reading({ reading, asText, timeZone, onAsText }: ReadingProps) {
  const { kind, person, at, due, problems } = reading
  return (
    <div className="reading">
      <p>
        <span className="reading-kind">
          {kindOf(reading, asText)}
          {kind !== 'note' && (
            <button
              type="button"
              className="reading-refuse"
              aria-label="Make it a note, just as typed"
              title="Make it a note, just as typed"
              onClick={() => onAsText('kind')}
            >
              <X size={12} aria-hidden />
            </button>
          )}
        </span>
        {at !== null && (
          <Part
            words={`at ${formatMoment(at, timeZone)}`}
            title="Keep the time as text"
            onRefuse={() => onAsText('at')}
          />
        )}
        {person?.found.kind === 'one' && (
          <Part
            words={person.found.attendee.name}
            title="Keep the name as text"
            onRefuse={() => onAsText('person')}
          />
        )}
        {due !== null && (
          <Part
            words={`due ${formatMoment(due, timeZone)}`}
            title="Keep the date as text"
            onRefuse={() => onAsText('due')}
          />
        )}
      </p>
      {problems.map(({ code, sentence }) => (
        <p className="reading-problem" key={code + sentence}>
          {sentence}
        </p>
      ))}
    </div>
  )
}
