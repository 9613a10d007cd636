import { useEffect } from 'react'

import type { Meeting } from '../../shared/meeting/schema'
import type { CaptureLine } from '../state/captureLine'
import { CaptureInput } from '../ui/capture/CaptureInput'
import { Understood } from '../ui/capture/Understood'
import { useCaptureField } from '../ui/capture/useCaptureField'
import { PasteAsk } from './PasteAsk'

type Props = { readonly capture: CaptureLine; readonly meeting: Meeting }

/** One line at the prompter's foot, for a presenter without a note-taker. The script goes on above it. */
export function CaptureStrip({ capture, meeting }: Props) {
  const field = useCaptureField({ capture, meeting, onEnter: capture.send })
  const { id, input, paste } = field
  const { refusal, line, shown, sent } = field.state
  useEffect(() => input.current?.focus(), [input])
  // Of many lines that were pasted, those that could not be saved come back one after the other.
  useEffect(() => {
    const waiting = sent.find(({ refused }) => refused !== null)
    if (line === '' && shown === null && waiting !== undefined) capture.takeBack(waiting.id)
  }, [capture, line, shown, sent])
  // Ready to be put right at its end, wherever the focus was when the answer came.
  useEffect(() => {
    const box = input.current
    if (refusal === null || box === null) return
    box.focus()
    box.setSelectionRange(box.value.length, box.value.length)
  }, [input, refusal])
  return (
    <footer className="bar bar-bottom capture-strip" data-refused={refusal !== null}>
      <div className="capture-strip-line">
        <label htmlFor={id}>Capture</label>
        <CaptureInput field={field} />
        <p className="capture-ways">
          <kbd>Enter</kbd> save · <kbd>Escape</kbd> back
        </p>
      </div>
      <div className="capture-strip-foot">
        {refusal !== null && <strong role="alert">{refusal}</strong>}
        {paste.pasted === null ? (
          <Understood field={field} timeZone={meeting.timeZone}>
            <p className="capture-legend">
              <kbd>o</kbd> objection <kbd>d</kbd> decision <kbd>a</kbd> action <kbd>p</kbd> parking lot, else
              a note
            </p>
          </Understood>
        ) : (
          <PasteAsk paste={paste} onDone={() => input.current?.focus()} />
        )}
      </div>
    </footer>
  )
}
