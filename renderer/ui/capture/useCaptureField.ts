import { useId, useRef, type RefObject } from 'react'

import type { CaptureContext, CapturePart, CaptureReading } from '../../../shared/capture/parse'
import type { Meeting } from '../../../shared/meeting/schema'
import type { CaptureLine, CaptureLineState } from '../../state/captureLine'
import { captureNotes } from '../../state/captureNotes'
import { contextOf, readLine } from '../../state/captureReading'
import { comingWith, type SentLine } from '../../state/captureSent'
import { useMinute } from '../../state/now'
import { useObservable } from '../../state/store'
import { takenFor, type Taken } from '../../state/taken'
import { captureKeys } from './captureKeys'
import { keptAsText, readingInWords } from './partWords'
import { useChoices, type ChoosingState } from './useChoices'
import { useMakeRoom } from './useMakeRoom'
import { usePaste } from './usePaste'

/** A capture line as it stands in a window: what is typed, and all that is understood of it. */
export type CaptureField = {
  readonly id: string
  readonly input: RefObject<HTMLInputElement | null>
  readonly capture: CaptureLine
  readonly state: CaptureLineState
  readonly isBlank: boolean
  readonly context: CaptureContext
  readonly reading: CaptureReading
  readonly kept: readonly CapturePart[]
  readonly taken: Taken
  /** What it is at odds with, and can be captured all the same. */
  readonly notes: readonly string[]
  /** Why a part of it stays text. */
  readonly problems: CaptureReading['problems']
  readonly choosing: ChoosingState
  /** The line that was sent and still stands in it. */
  readonly standing: SentLine | null
  readonly paste: ReturnType<typeof usePaste>
  readonly onKeyDown: ReturnType<typeof captureKeys>
  /** All of it in words, for screen readers. */
  readonly words: string
}

type Ask = { readonly capture: CaptureLine; readonly meeting: Meeting; readonly onEnter: () => void }

/** Reads a capture line as it is typed, and gives it its keys: the same wherever it stands. */
export function useCaptureField({ capture, meeting, onEnter }: Ask): CaptureField {
  const state = useObservable(capture.state)
  const { line, asText, prepared, shown, sent } = state
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useMakeRoom(input, capture)
  const now = new Date(useMinute()).toISOString()
  const coming = comingWith(sent)
  const context = contextOf(meeting, now, coming)
  const reading = readLine(line, asText, meeting, now, coming)
  const taken = takenFor(reading, prepared, meeting)
  const notes = captureNotes(reading, meeting, now)
  const standing = sent.find((each) => each.id === shown) ?? null
  const paste = usePaste(capture)
  const choices = useChoices({ input, line, reading, context, asText, type: capture.type })
  const asked = standing !== null && standing.refused === null ? null : choices.asked
  const choosing = { ...choices, asked }
  const problems = reading.problems.filter(
    ({ code }) => !(asked?.about === 'begun' && code.startsWith('person-')),
  )
  const isBlank = line.trim() === ''
  return {
    id,
    input,
    capture,
    state,
    isBlank,
    context,
    reading,
    kept: isBlank ? [] : keptAsText(line, asText, context),
    taken,
    notes,
    problems,
    choosing,
    standing,
    paste,
    onKeyDown: captureKeys({ capture, reading, choosing, onEnter }),
    words: isBlank
      ? 'Type what is said, then Enter.'
      : readingInWords({ reading, asText, timeZone: meeting.timeZone, taken, notes }),
  }
}
