import { useEffect, useId, type KeyboardEvent } from 'react'

import type { Fact, Meeting } from '../../../shared/meeting/schema'
import { LONGEST_TEXT } from '../../../shared/text'
import type { FactSheet } from '../../state/factSheet'
import { factAsTyped, understood } from '../../state/factText'
import { Refused } from '../../ui/Notice'

type FactFieldProps = {
  readonly sheet: FactSheet
  readonly fact: Fact
  readonly meeting: Meeting
  readonly typed: string | undefined
  readonly refusal: string | undefined
  readonly readOnly: boolean
  readonly begin: boolean
  readonly last: boolean
}

/** How a date or range was understood, or where a value that nobody typed comes from. */
function Reading({ fact, meeting, typed }: Pick<FactFieldProps, 'fact' | 'meeting' | 'typed'>) {
  const meaning = typed === undefined ? null : understood(fact, typed, meeting)
  if (meaning !== null && meaning !== typed?.trim())
    return <p className="fact-understood figures">= {meaning}</p>
  const isProposal = fact.plan?.figure === 'newDate' && meeting.plan.override === null && fact.value !== ''
  return isProposal && typed === undefined ? (
    <p className="fact-understood">Worked out from the plan</p>
  ) : null
}

function focusNext(field: HTMLTextAreaElement) {
  const fields = [...(field.closest('section')?.querySelectorAll('textarea') ?? [])]
  fields[fields.indexOf(field) + 1]?.focus()
}

/** One blank: saved when it is left or on Enter, which also goes on to the next. */
export function FactField(props: FactFieldProps) {
  const { sheet, fact, meeting, typed, refusal, readOnly, begin, last } = props
  const id = useId()
  const value = typed ?? factAsTyped(fact, meeting)

  useEffect(() => () => void sheet.save(fact.key), [sheet, fact.key])

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (last) void sheet.save(fact.key)
    else focusNext(event.currentTarget)
  }

  const described = [
    fact.help === undefined ? '' : `${id}-help`,
    refusal === undefined ? '' : `${id}-refusal`,
  ]
  return (
    <div className="fact" data-empty={value.trim() === ''}>
      <div className="fact-label">
        <label className="field-label" htmlFor={id}>
          {fact.label}
        </label>
        {value.trim() === '' && <span className="fact-empty">Empty</span>}
      </div>
      <div className="fact-grows" data-text={value === '' ? fact.example : value}>
        <textarea
          id={id}
          className={fact.kind === 'text' ? 'input' : 'input figures'}
          rows={1}
          maxLength={LONGEST_TEXT}
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
      </div>
      <Reading fact={fact} meeting={meeting} typed={typed} />
      {fact.help !== undefined && (
        <p className="fact-help" id={`${id}-help`}>
          {fact.help}
        </p>
      )}
      {refusal !== undefined && <Refused id={`${id}-refusal`}>{refusal}</Refused>}
    </div>
  )
}
