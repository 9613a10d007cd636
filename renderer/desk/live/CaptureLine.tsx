import './CaptureLine.css'

import { useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react'

import type { CapturePart, CaptureReading } from '../../../shared/capture/parse'
import { deskKey } from '../../../shared/keys/desk'
import type { Meeting } from '../../../shared/meeting/schema'
import { readLine, textStart } from '../../state/captureReading'
import { useMinute } from '../../state/now'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { ariaShortcut, Keys } from '../../ui/Keys'
import { Refused } from '../../ui/Notice'
import { Said } from '../meeting/Said'
import { Legend, Reading, readingInWords } from './Reading'
import { useMakeRoom } from './useMakeRoom'

type CaptureLineProps = { readonly session: Session; readonly meeting: Meeting }

/** Whether the caret stands where the text begins, with nothing selected. */
function atTextStart(input: HTMLInputElement, reading: CaptureReading): boolean {
  const { selectionStart, selectionEnd, value } = input
  return (
    selectionStart === selectionEnd && (selectionStart === 0 || selectionStart === textStart(value, reading))
  )
}

/** The capture line: one line, one Enter. It clears once the entry is on the disk. */
export function CaptureLine({ session, meeting }: CaptureLineProps) {
  const { capture } = session
  const { line, asText, refusal, shown, sent, saved } = useObservable(capture.state)
  const input = useRef<HTMLInputElement>(null)
  useMakeRoom(input, capture)
  const id = useId()
  const { timeZone } = meeting
  const now = new Date(useMinute()).toISOString()
  const reading = readLine(line, asText, meeting, now)
  const isSaving = sent.some(({ refused }) => refused === null)
  const standing = sent.find((each) => each.id === shown) ?? null

  // Selected, so that typing on puts a refused line aside instead of running into it.
  useLayoutEffect(() => {
    if (standing?.refused != null) input.current?.select()
  }, [standing])

  function takeAsText(part: CapturePart) {
    capture.takeAsText(part)
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { nativeEvent, key, currentTarget } = event
    if (key === 'Enter') {
      event.preventDefault()
      if (nativeEvent.isComposing) return
      session.say(null)
      capture.send()
      return
    }
    if (
      key === 'Backspace' &&
      standing?.refused !== null &&
      reading.kind !== 'note' &&
      atTextStart(currentTarget, reading)
    ) {
      event.preventDefault()
      capture.takeAsText('kind')
    }
  }

  return (
    <div className="capture">
      <div className="capture-box" data-refused={refusal !== null}>
        <label htmlFor={id}>Capture</label>
        <input
          ref={input}
          id={id}
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          placeholder="Type what is said, then Enter"
          value={line}
          aria-invalid={refusal !== null}
          aria-describedby={`${id}-reading`}
          aria-keyshortcuts={ariaShortcut(deskKey('capture.focus').keys)}
          data-begin=""
          onChange={(event) => capture.type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Keys keys="Mod+L" />
      </div>
      {refusal !== null && <Refused>{refusal}</Refused>}
      <div className="capture-foot">
        <div>
          <p hidden id={`${id}-reading`}>
            {line.trim() === ''
              ? 'Type what is said, then Enter.'
              : readingInWords(reading, asText, timeZone)}
          </p>
          {line.trim() === '' ? (
            <Legend />
          ) : (
            <Reading reading={reading} asText={asText} timeZone={timeZone} onAsText={takeAsText} />
          )}
        </div>
        <Said session={session} also={isSaving ? null : saved} />
      </div>
    </div>
  )
}
