import './CaptureLine.css'

import { useEffect, useId, useLayoutEffect, useRef } from 'react'

import { deskKey } from '../../../shared/keys/desk'
import type { Meeting } from '../../../shared/meeting/schema'
import { contextOf, readLine } from '../../state/captureReading'
import { comingWith } from '../../state/captureSent'
import { useMinute } from '../../state/now'
import type { Session } from '../../state/session'
import { takenFor } from '../../state/taken'
import { useObservable } from '../../state/store'
import { ariaShortcut, Keys } from '../../ui/Keys'
import { Refused } from '../../ui/Notice'
import { Said } from '../meeting/Said'
import { captureKeys } from './captureKeys'
import { askedInWords, Choices } from './Choices'
import { Legend } from './Legend'
import { PastedLines } from './PastedLines'
import { keptAsText, readingInWords } from './partWords'
import { Reading } from './Reading'
import { useChoices } from './useChoices'
import { useMakeRoom } from './useMakeRoom'
import { usePaste } from './usePaste'

type CaptureLineProps = { readonly session: Session; readonly meeting: Meeting }

/** What the reading of dates has to get ready is got ready before the first one is typed. */
const WARM_UP = 'a x @y by fri 17:00'

/** The capture line: one line, one Enter. It clears once the entry is on the disk. */
export function CaptureLine({ session, meeting }: CaptureLineProps) {
  const { capture } = session
  const { line, asText, prepared, refusal, shown, sent, saved } = useObservable(capture.state)
  const input = useRef<HTMLInputElement>(null)
  useMakeRoom(input, capture)
  const id = useId()
  const { timeZone } = meeting
  const now = new Date(useMinute()).toISOString()
  const coming = comingWith(sent)
  const context = contextOf(meeting, now, coming)
  const reading = readLine(line, asText, meeting, now, coming)
  const taken = takenFor(reading, prepared, meeting)
  const standing = sent.find((each) => each.id === shown) ?? null
  const isSaving = sent.some(({ refused }) => refused === null)
  const isBlank = line.trim() === ''
  const paste = usePaste(capture)
  const choosing = useChoices({ input, line, reading, context, asText, type: capture.type })
  const asked = standing !== null && standing.refused === null ? null : choosing.asked
  const problems = reading.problems.filter(
    ({ code }) => !(asked?.about === 'begun' && code.startsWith('person-')),
  )

  // Selected, so that typing on puts a refused line aside instead of running into it.
  useLayoutEffect(() => {
    if (standing?.refused != null) input.current?.select()
  }, [standing])

  useEffect(() => {
    const idle = window.requestIdleCallback(() => readLine(WARM_UP, [], meeting, new Date().toISOString()))
    return () => window.cancelIdleCallback(idle)
    // oxlint-disable-next-line react/exhaustive-deps -- once is enough
  }, [])

  function mean<T>(how: (what: T) => void) {
    return (what: T) => {
      how(what)
      input.current?.focus()
    }
  }

  const onKeyDown = captureKeys({
    capture,
    reading,
    choosing: { ...choosing, asked },
    onEnter: () => {
      session.say(null)
      capture.send()
    },
  })

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
          aria-autocomplete="list"
          aria-controls={asked === null ? undefined : `${id}-people`}
          aria-activedescendant={
            asked === null || choosing.active < 0 ? undefined : `${id}-people-${choosing.active}`
          }
          data-begin=""
          onChange={(event) => capture.type(event.target.value)}
          onSelect={choosing.followCaret}
          onKeyDown={onKeyDown}
          onPaste={paste.onPaste}
          onDrop={paste.onDrop}
        />
        <Keys keys="Mod+L" />
      </div>
      {refusal !== null && <Refused>{refusal}</Refused>}
      <div className="capture-foot">
        <p hidden id={`${id}-reading`}>
          {isBlank ? 'Type what is said, then Enter.' : readingInWords(reading, asText, timeZone, taken)}
        </p>
        {isBlank ? (
          <Legend />
        ) : (
          <Reading
            reading={reading}
            kept={keptAsText(line, asText, context)}
            taken={taken}
            timeZone={timeZone}
            onTakeFor={mean(capture.takeFor)}
            onAsText={mean(capture.takeAsText)}
            onAsPart={mean(capture.takeAsPart)}
          />
        )}
        <div className="capture-asks">
          {problems.map(({ code, sentence }) => (
            <p className="reading-problem" key={code}>
              {sentence}
            </p>
          ))}
          {asked !== null && (
            <Choices id={`${id}-people`} asked={asked} active={choosing.active} onChoose={choosing.choose} />
          )}
        </div>
        <p className="unseen" aria-live="polite">
          {askedInWords(asked)}
        </p>
        <Said session={session} also={isSaving ? null : saved} />
      </div>
      {paste.pasted !== null && (
        <PastedLines
          lines={paste.pasted.lines}
          context={context}
          onEntries={paste.makeEntries}
          onOneLine={paste.keepAsOneLine}
          onClose={paste.cancel}
        />
      )}
    </div>
  )
}
