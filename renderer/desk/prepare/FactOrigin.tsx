import { ClockAlert } from 'lucide-react'
import { useState } from 'react'

import { ageWords, isStale } from '../../../shared/meeting/factAge'
import type { Fact, Meeting } from '../../../shared/meeting/schema'
import { LONGEST_LINE } from '../../../shared/text'
import { accept, refuse } from '../../../shared/result'
import type { FactSheet } from '../../state/factSheet'
import { Button } from '../../ui/Button'
import { Refused } from '../../ui/Notice'
import { focusId, placeId } from './places'
import { useSavedText } from './useSavedText'

type FactOriginProps = {
  readonly sheet: FactSheet
  readonly fact: Fact
  readonly meeting: Meeting
  readonly now: string
  readonly readOnly: boolean
  readonly labelId: string
}

type SourceProps = Pick<FactOriginProps, 'sheet' | 'fact' | 'labelId'> & { readonly onDone: () => void }

/** Where a value comes from, as a field that saves itself. Private, like all sources. */
function SourceField({ sheet, fact, labelId, onDone }: SourceProps) {
  const field = useSavedText(fact.source, async (text) => {
    const reason = await sheet.setSource(fact.key, text)
    return reason === null ? accept(null) : refuse('source', reason)
  })
  const { onKeyDown } = field.input

  async function close(toButton: boolean) {
    if (!(await field.settle())) return
    onDone()
    if (toButton) focusId(placeId('addSource', fact.key))
  }

  const id = placeId('source', fact.key)
  return (
    <>
      <input
        {...field.input}
        id={id}
        type="text"
        className="input fact-source-input"
        aria-label="Source"
        aria-describedby={field.refusal === null ? labelId : `${labelId} ${id}-refusal`}
        aria-invalid={field.refusal !== null}
        placeholder="Who or what says so"
        maxLength={LONGEST_LINE}
        autoComplete="off"
        onBlur={() => void close(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            void close(true)
            return
          }
          onKeyDown(event)
          if (event.key !== 'Escape') return
          onDone()
          focusId(placeId('addSource', fact.key))
        }}
      />
      {field.refusal !== null && <Refused id={`${id}-refusal`}>{field.refusal}</Refused>}
    </>
  )
}

/** Beside a filled fact: where its value comes from and how old it is; a stale one can be found still right. */
export function FactOrigin({ sheet, fact, meeting, now, readOnly, labelId }: FactOriginProps) {
  const [editing, setEditing] = useState(false)
  const { key, source, at } = fact
  if (fact.plan !== undefined) {
    const isProposal = fact.plan.figure === 'newDate' && meeting.plan.override === null
    return <p className="fact-origin">{isProposal ? 'worked out' : 'in the plan'}</p>
  }
  const stale = isStale(fact, now)
  const button = (
    <button
      type="button"
      id={placeId('addSource', key)}
      className={source === '' ? 'fact-source fact-add' : 'fact-source'}
      aria-describedby={labelId}
      onClick={() => {
        setEditing(true)
        focusId(placeId('source', key))
      }}
    >
      {source === '' ? 'Add source' : `Source: ${source}`}
    </button>
  )
  return (
    <>
      <div className="fact-origin">
        {source === '' && !editing && !readOnly && button}
        {at !== null && !stale && fact.value !== '' && (
          <span className="figures">set {ageWords(at, now)}</span>
        )}
      </div>
      {at !== null && stale && (
        <div className="fact-stale-row">
          <span className="fact-stale">
            <ClockAlert size={12} aria-hidden />
            Stale: set {ageWords(at, now)}
          </span>
          {!readOnly && (
            <Button
              small
              aria-describedby={labelId}
              onClick={() => void sheet.confirm(key).then(() => focusId(placeId('fact', key)))}
            >
              Still right
            </Button>
          )}
        </div>
      )}
      {editing && (
        <SourceField sheet={sheet} fact={fact} labelId={labelId} onDone={() => setEditing(false)} />
      )}
      {source !== '' && !editing && (readOnly ? <p className="fact-source">Source: {source}</p> : button)}
    </>
  )
}
