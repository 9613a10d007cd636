import { useEffect, useId, useRef } from 'react'

import type { Meeting } from '../../shared/meeting/schema'
import type { CaptureLine } from '../state/captureLine'
import { readLine } from '../state/captureReading'
import { useObservable } from '../state/store'
import { captureWords } from './captureWords'

type Props = {
  readonly capture: CaptureLine
  readonly meeting: Meeting
  readonly now: string
}

/** One line at the prompter's foot, for a presenter without a note-taker. The script goes on above it. */
export function CaptureStrip({ capture, meeting, now }: Props) {
  const { line, asText, refusal } = useObservable(capture.state)
  const field = useRef<HTMLInputElement | null>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const reading = readLine(line, asText, meeting, now)
  const empty = line.trim() === ''
  return (
    <footer className="bar bar-bottom capture-strip" data-refused={refusal !== null} data-typing={!empty}>
      <label htmlFor={id}>Capture</label>
      <input
        ref={field}
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        value={line}
        aria-invalid={refusal !== null}
        aria-describedby={`${id}-reading`}
        onChange={(event) => capture.type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          capture.send()
        }}
      />
      <p id={`${id}-reading`} className="capture-words">
        {refusal === null ? (
          empty ? (
            'o objection · d decision · a action · p parking lot · else a note'
          ) : (
            captureWords(reading, meeting.timeZone)
          )
        ) : (
          <strong role="alert">{refusal}</strong>
        )}
      </p>
      <p className="capture-ways">
        <kbd>Enter</kbd> save · <kbd>Escape</kbd> back
      </p>
    </footer>
  )
}
