import { formatMoment } from '../../../shared/capture/due'
import type { CaptureKind, CaptureReading } from '../../../shared/capture/parse'
import { Button } from '../../ui/Button'

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
  readonly plain: boolean
  readonly timeZone: string
  readonly onAsNote: (() => void) | null
}

/** What was understood: kind, person and date in full; and what was not, which stays text. */
export function Reading({ reading, plain, timeZone, onAsNote }: ReadingProps) {
  const { kind, person, at, due, problems } = reading
  const parts = [
    ...(at === null ? [] : [`said ${formatMoment(at, timeZone)}`]),
    ...(person?.found.kind === 'one' ? [person.found.attendee.name] : []),
    ...(due === null ? [] : [`due ${formatMoment(due, timeZone)}`]),
  ]
  return (
    <div className="reading figures">
      <p>
        <span className="reading-kind">{plain ? 'Note, just as typed' : kindWord[kind]}</span>
        {parts.map((part) => (
          <span className="reading-part" key={part}>
            {part}
          </span>
        ))}
        {onAsNote !== null && (
          <Button look="quiet" small className="reading-as-note" onClick={onAsNote}>
            Keep as a note
          </Button>
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
