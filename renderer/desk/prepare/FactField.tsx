import { CircleDashed } from 'lucide-react'
import { useEffect, type KeyboardEvent } from 'react'

import type { Fact, Meeting } from '../../../shared/meeting/schema'
import type { FactSheet } from '../../state/factSheet'
import { factAsTyped, understood } from '../../state/factText'
import { Refused } from '../../ui/Notice'
import { FactOrigin } from './FactOrigin'
import { GrowingText } from './GrowingText'
import { placeId } from './places'

type FactFieldProps = {
  readonly sheet: FactSheet
  readonly fact: Fact
  readonly meeting: Meeting
  readonly now: string
  readonly typed: string | undefined
  readonly refusal: string | undefined
  readonly readOnly: boolean
  readonly begin: boolean
  readonly last: boolean
}

function focusNext(field: HTMLTextAreaElement) {
  const fields = [...(field.closest('section')?.querySelectorAll('textarea') ?? [])]
  fields[fields.indexOf(field) + 1]?.focus()
}

/** One blank: saved when it is left or on Enter, which also goes on to the next. */
export function FactField(props: FactFieldProps) {
  const { sheet, fact, meeting, now, typed, refusal, readOnly, begin, last } = props
  const id = placeId('fact', fact.key)
  const value = typed ?? factAsTyped(fact, meeting)
  const isEmpty = value.trim() === ''
  const meaning = typed === undefined ? null : understood(fact, typed, meeting)

  useEffect(() => () => void sheet.save(fact.key), [sheet, fact.key])

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (last) void sheet.save(fact.key)
    else focusNext(event.currentTarget)
  }

  const described = [
    isEmpty ? `${id}-empty` : '',
    fact.help === undefined ? '' : `${id}-help`,
    refusal === undefined ? '' : `${id}-refusal`,
  ]
  return (
    <div className="fact" data-empty={isEmpty}>
      <label className="field-label" htmlFor={id} id={`${id}-label`}>
        {fact.label}
      </label>
      {isEmpty && (
        <span className="fact-empty" id={`${id}-empty`}>
          <CircleDashed size={12} aria-hidden />
          Empty
        </span>
      )}
      <GrowingText
        id={id}
        className={fact.kind === 'text' ? '' : 'figures'}
        placeholder={fact.example}
        value={value}
        readOnly={readOnly}
        aria-invalid={refusal !== undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        data-begin={begin ? '' : undefined}
        onChange={(event) => sheet.type(fact.key, event.target.value)}
        onBlur={() => void sheet.save(fact.key)}
        onKeyDown={onKeyDown}
      />
      {meaning !== null && meaning !== typed?.trim() && (
        <p className="fact-understood figures">= {meaning}</p>
      )}
      {fact.help !== undefined && (
        <p className="fact-help" id={`${id}-help`}>
          {fact.help}
        </p>
      )}
      {refusal !== undefined && <Refused id={`${id}-refusal`}>{refusal}</Refused>}
      {!isEmpty && (
        <FactOrigin
          sheet={sheet}
          fact={fact}
          meeting={meeting}
          now={now}
          readOnly={readOnly}
          labelId={`${id}-label`}
        />
      )}
    </div>
  )
}
