import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react'

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

/** What stands at the right of the label: that the fact is empty, or how its date or range was understood. */
function Reading({ fact, meeting, typed }: Pick<FactFieldProps, 'fact' | 'meeting' | 'typed'>) {
  if (typed === undefined ? fact.value === '' : typed.trim() === '') return <span className="fact-empty">Empty</span>
  if (typed !== undefined) {
    const meaning = understood(fact, typed, meeting)
    return meaning === null || meaning === typed.trim() ? null : <span className="fact-understood">{meaning}</span>
  }
  return fact.plan?.figure === 'newDate' && meeting.plan.override === null ? (
    <span className="fact-understood">Worked out from the plan</span>
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
  const field = useRef<HTMLTextAreaElement>(null)
  const value = typed ?? factAsTyped(fact, meeting)

  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [value])

  useEffect(() => () => void sheet.save(fact.key), [sheet, fact.key])

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (last) void sheet.save(fact.key)
    else focusNext(event.currentTarget)
  }

  const described = [fact.help === undefined ? '' : `${id}-help`, refusal === undefined ? '' : `${id}-refusal`]
  return (
    <div className="fact" data-empty={value.trim() === ''}>
      <div className="fact-label">
        <label className="field-label" htmlFor={id}>
          {fact.label}
        </label>
        <Reading fact={fact} meeting={meeting} typed={typed} />
      </div>
      <textarea
        ref={field}
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
      {fact.help !== undefined && (
        <p className="fact-help" id={`${id}-help`}>
          {fact.help}
        </p>
      )}
      {refusal !== undefined && <Refused id={`${id}-refusal`}>{refusal}</Refused>}
    </div>
  )
}
