import { useRef, useState } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import type { CueFields } from '../../state/cueFields'
import { Button } from '../../ui/Button'
import { Labelled, Lines } from './fields'
import { GrowingText } from './GrowingText'

type SpokenFieldsProps = {
  readonly meeting: Meeting
  readonly fields: CueFields
  readonly onChange: (change: Partial<CueFields>) => void
  readonly refusalOf: (part: string) => string | null
}

/** The words of a spoken cue, with a way to put a fact where the cursor is, and its must-say phrases. */
export function SpokenFields({ meeting, fields, onChange, refusalOf }: SpokenFieldsProps) {
  const area = useRef<HTMLDivElement>(null)
  const [fact, setFact] = useState(meeting.facts[0]?.key ?? '')

  function insert() {
    const text = area.current?.querySelector('textarea')
    if (!text || fact === '') return
    text.focus()
    text.setRangeText(`{{${fact}}}`, text.selectionStart, text.selectionEnd, 'end')
    onChange({ text: text.value })
  }

  return (
    <>
      <div className="cue-text" ref={area}>
        <Labelled
          label="Text"
          hint={
            <>
              An empty line begins a paragraph. [In brackets] is a direction to you, never read aloud. A fact
              stands as {'{{bug}}'}.
            </>
          }
          refusal={refusalOf('text')}
        >
          {(ids) => (
            <GrowingText
              {...ids}
              lines={6}
              className="cue-words"
              value={fields.text}
              onChange={(event) => onChange({ text: event.target.value })}
            />
          )}
        </Labelled>
        {meeting.facts.length > 0 && (
          <div className="cue-insert">
            <select
              className="input"
              aria-label="Fact to insert"
              value={fact}
              onChange={(event) => setFact(event.target.value)}
            >
              {meeting.facts.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
            <Button onClick={insert}>Insert fact</Button>
          </div>
        )}
      </div>
      <Lines
        label="Must-say phrases"
        hint="One a line, each exactly as it stands in the text."
        value={fields.mustSay}
        onChange={(mustSay) => onChange({ mustSay })}
        refusal={refusalOf('mustSay')}
      />
    </>
  )
}
