import type { KeyboardEvent } from 'react'

import type { CaptureReading } from '../../../shared/capture/parse'
import type { CaptureLine } from '../../state/captureLine'
import { isTextStart } from '../../state/captureReading'
import { completion, type ChoosingState } from './useChoices'

type Keys = {
  readonly capture: CaptureLine
  readonly reading: CaptureReading
  readonly choosing: ChoosingState
  readonly onEnter: () => void
}

/** An earlier line that stands there as it was sent: the arrow keys go on through the lines. */
function isRecalled({ state }: CaptureLine): boolean {
  const { back, line } = state.get()
  return back !== null && back.at < back.lines.length - 1 && back.lines[back.at]?.line === line
}

/** Backspace where the text begins: a misread kind becomes a note again. */
function backspace({ capture, reading }: Keys, { selectionStart, selectionEnd, value }: HTMLInputElement) {
  const { sent, shown } = capture.state.get()
  const isSaving = sent.some(({ id, refused }) => id === shown && refused === null)
  if (isSaving || reading.kind === 'note' || selectionStart !== selectionEnd) return false
  if (!isTextStart(value, reading, selectionStart ?? 0)) return false
  capture.takeAsText('kind')
  return true
}

function arrow({ capture, choosing }: Keys, step: -1 | 1): boolean {
  const { asked, active, setActive } = choosing
  const among = asked !== null && !isRecalled(capture)
  if (among && step === 1) setActive(Math.min(active + 1, asked.choices.length - 1))
  else if (among && active >= 0) setActive(active - 1)
  // At the oldest line the caret stays where it is.
  else return capture.look(step) || capture.state.get().back !== null
  return true
}

/** What a key does in the line; false where it does what it does in any text field. */
function pressed(keys: Keys, event: KeyboardEvent<HTMLInputElement>): boolean {
  const { choosing, onEnter } = keys
  const { key, code, altKey, ctrlKey, metaKey, shiftKey, currentTarget } = event
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]
  if (altKey && !ctrlKey && !metaKey && digit !== undefined)
    return choosing.choose(choosing.asked?.choices[Number(digit) - 1])
  if (key === 'Enter') {
    if (choosing.choose(choosing.asked?.choices[choosing.active])) return true
    onEnter()
    return true
  }
  if (altKey || ctrlKey || metaKey || shiftKey) return false
  switch (key) {
    case 'Tab':
      return choosing.choose(completion(choosing))
    case 'ArrowDown':
      return arrow(keys, 1)
    case 'ArrowUp':
      return arrow(keys, -1)
    case 'Backspace':
      return backspace(keys, currentTarget)
    case 'Escape':
      if (choosing.asked === null) return false
      choosing.putAway()
      return true
    default:
      return false
  }
}

/** In Chromium the Enter that ends a composition still composes; elsewhere only its old code tells. */
const COMPOSING = 229

/** The keys of the capture line. What an input method composes with them is not the line's business. */
export function captureKeys(keys: Keys): (event: KeyboardEvent<HTMLInputElement>) => void {
  return (event) => {
    if (event.nativeEvent.isComposing || event.keyCode === COMPOSING) return
    if (pressed(keys, event)) event.preventDefault()
  }
}
