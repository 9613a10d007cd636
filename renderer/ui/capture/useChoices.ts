import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { choicesAt, type Choice, type Choices } from '../../../shared/capture/choices'
import type { CaptureContext, CapturePart, CaptureReading } from '../../../shared/capture/parse'

export type ChoosingState = {
  readonly asked: Choices | null
  /** The choice the arrow keys stand on; -1 while they are in the text. */
  readonly active: number
  readonly setActive: (active: number) => void
  readonly choose: (choice: Choice | undefined) => boolean
  /** Puts the list away until the line changes. */
  readonly putAway: () => void
  /** To be called whenever the caret may have moved. */
  readonly followCaret: () => void
}

type Ask = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly line: string
  readonly reading: CaptureReading
  readonly context: CaptureContext
  readonly asText: readonly CapturePart[]
  readonly type: (line: string) => void
}

/** What there is to choose at the name in the line, and where the keys stand in it. */
export function useChoices({ input, line, reading, context, asText, type }: Ask): ChoosingState {
  const [caret, setCaret] = useState(0)
  const [stand, setStand] = useState({ line: '', active: -1, away: false })
  const goesTo = useRef<number | null>(null)
  const here = stand.line === line ? stand : { line, active: -1, away: false }
  const asked =
    here.away || line === '' ? null : choicesAt(line.normalize('NFC'), caret, reading, context, asText)
  const active = Math.min(here.active, (asked?.choices.length ?? 0) - 1)

  useLayoutEffect(() => {
    if (goesTo.current === null) return
    input.current?.setSelectionRange(goesTo.current, goesTo.current)
    goesTo.current = null
  })

  const followCaret = () => setCaret(input.current?.selectionEnd ?? 0)
  return {
    asked,
    active,
    setActive: (next) => setStand({ ...here, active: next }),
    choose: (choice) => {
      if (choice === undefined) return false
      goesTo.current = choice.caret
      setCaret(choice.caret)
      type(choice.line)
      input.current?.focus()
      return true
    },
    putAway: () => setStand({ line, active: -1, away: true }),
    followCaret,
  }
}

/** The choice that Tab takes: where the keys stand, else what the name begun so goes on to be. */
export function completion({ asked, active }: ChoosingState): Choice | undefined {
  if (active >= 0) return asked?.choices[active]
  const first = asked?.about === 'begun' && asked.query !== '' ? asked.choices[0] : undefined
  return first?.kind === 'person' ? first : undefined
}
