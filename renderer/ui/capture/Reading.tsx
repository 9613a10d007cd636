import { Check, RotateCcw, X } from 'lucide-react'

import type { CapturePart, CaptureReading } from '../../../shared/capture/parse'
import { preparedWords, type Taken } from '../../state/taken'
import { kindWords, understoodParts } from './partWords'

const KEEP: Readonly<Record<CapturePart, string>> = {
  at: 'Keep the time as text',
  kind: 'Make it a note, just as typed',
  person: 'Keep the name as text',
  due: 'Keep the date as text',
}

const KEPT: Readonly<Record<CapturePart, readonly [words: string, back: string]>> = {
  at: ['Time kept as text', 'Take the time as the time again'],
  kind: ['Note, just as typed', 'Take the first letter as the kind again'],
  person: ['Name kept as text', 'Take the name as the person again'],
  due: ['Date kept as text', 'Take the date as the due date again'],
}

const icons = { refuse: X, again: RotateCcw, take: Check } as const

type ChipProps = {
  readonly look: 'kind' | 'part' | 'kept'
  readonly words: string
  readonly title?: string
  /** What its button does, and says; none without. */
  readonly does?: { readonly label: string; readonly icon: keyof typeof icons; readonly run: () => void }
}

/** A part of the line that was understood, or was meant as text; its button says otherwise. */
function Chip({ look, words, title, does }: ChipProps) {
  const Icon = icons[does?.icon ?? 'refuse']
  return (
    <span className="chip" data-look={look} title={title}>
      {words}
      {does !== undefined && (
        <button
          type="button"
          className="chip-button"
          aria-label={does.label}
          title={does.label}
          onClick={does.run}
          onKeyDown={(event) => {
            if (event.key !== 'Backspace' && event.key !== 'Delete') return
            event.preventDefault()
            does.run()
          }}
        >
          <Icon size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}

type TakenChipsProps = { readonly taken: Taken; readonly onTakeFor: ReadingProps['onTakeFor'] }

/** Which prepared objection the line is taken for: to be refused, taken again, or chosen where it is not clear. */
function TakenChips({ taken: { is, refused, likely }, onTakeFor }: TakenChipsProps) {
  if (refused !== null) {
    const again = {
      label: 'Let the words decide again',
      icon: 'again',
      run: () => onTakeFor(undefined),
    } as const
    return <Chip look="kept" words="Not a prepared one" does={again} />
  }
  if (is !== null) {
    const label = `It is not “${is.text}”`
    const does = { label, icon: 'refuse', run: () => onTakeFor(null) } as const
    return <Chip look="part" words={`Prepared: ${preparedWords(is)}`} title={is.text} does={does} />
  }
  return likely.map((each) => {
    const does = { label: `It is “${each.text}”`, icon: 'take', run: () => onTakeFor(each.id) } as const
    const words = `Could be: ${preparedWords(each)}`
    return <Chip key={each.id} look="kept" words={words} title={each.text} does={does} />
  })
}

type ReadingProps = {
  readonly reading: CaptureReading
  /** The parts meant as text that would be understood otherwise. */
  readonly kept: readonly CapturePart[]
  readonly taken: Taken
  readonly timeZone: string
  readonly onTakeFor: (prepared: string | null | undefined) => void
  readonly onAsText: (part: CapturePart) => void
  readonly onAsPart: (part: CapturePart) => void
}

/** What was understood: kind, person and date in full. Each can be refused, and taken again. */
export function Reading({ reading, kept, taken, timeZone, onTakeFor, onAsText, onAsPart }: ReadingProps) {
  const refuse = (part: CapturePart) =>
    ({ label: KEEP[part], icon: 'refuse', run: () => onAsText(part) }) as const
  return (
    <div className="reading">
      {!kept.includes('kind') && (
        <Chip
          look="kind"
          words={kindWords(reading, [])}
          {...(reading.kind === 'note' ? {} : { does: refuse('kind') })}
        />
      )}
      {kept.map((part) => (
        <Chip
          key={part}
          look="kept"
          words={KEPT[part][0]}
          does={{ label: KEPT[part][1], icon: 'again', run: () => onAsPart(part) }}
        />
      ))}
      {understoodParts(reading, timeZone).map(({ part, words }) => (
        <Chip key={part} look="part" words={words} does={refuse(part)} />
      ))}
      <TakenChips taken={taken} onTakeFor={onTakeFor} />
    </div>
  )
}
