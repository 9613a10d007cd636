import { ChevronRight } from 'lucide-react'

import type { Meeting, Objection } from '../../../shared/meeting/schema'
import { objectionKindWord } from '../words'
import { placeId } from './places'
import { ResponseText } from './ResponseText'
import { RowTools, stepOf } from './RowTools'

type ObjectionViewProps = {
  readonly objection: Objection
  readonly meeting: Meeting
  readonly moment: string
  readonly readOnly: boolean
  readonly first: boolean
  readonly last: boolean
  readonly onEdit: () => void
  readonly onMove: (step: -1 | 1) => void
}

/** One prepared objection: who says it and how; its response opens below. Alt with an arrow moves it. */
export function ObjectionView(props: ObjectionViewProps) {
  const { objection, meeting, moment, readOnly, first, last, onEdit, onMove } = props
  const { id, text, role, kind, key, keywords, response } = objection
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it
    <article
      className="objection"
      aria-label={text}
      onKeyDown={(event) => {
        const step = readOnly ? null : stepOf(event)
        if (step === null) return
        event.preventDefault()
        onMove(step)
      }}
    >
      <details>
        <summary>
          {key === null ? (
            <span className="objection-key objection-no-key" aria-hidden="true" />
          ) : (
            <kbd className="objection-key figures">
              <span className="unseen">Key </span>
              {key}
            </kbd>
          )}
          <span className="objection-words">
            <span className="objection-text">{text}</span>
            <span className="objection-who">
              {[role, objectionKindWord[kind]].filter(Boolean).join(' · ')}
            </span>
          </span>
          <ChevronRight size={16} aria-hidden />
        </summary>
        {response !== null && <ResponseText response={response} meeting={meeting} now={moment} />}
        {keywords.length > 0 && <p className="objection-keywords">Offered at: {keywords.join(', ')}</p>}
      </details>
      {!readOnly && (
        <RowTools
          name={text}
          first={first}
          last={last}
          onMove={onMove}
          edit={{ id: placeId('objection', id), run: onEdit }}
        />
      )}
    </article>
  )
}
