import './CaptureLine.css'

import { useEffect, useLayoutEffect } from 'react'

import { deskKey } from '../../../shared/keys/desk'
import type { Meeting } from '../../../shared/meeting/schema'
import { readLine } from '../../state/captureReading'
import type { Session } from '../../state/session'
import { CaptureInput } from '../../ui/capture/CaptureInput'
import { Understood } from '../../ui/capture/Understood'
import { useCaptureField } from '../../ui/capture/useCaptureField'
import { ariaShortcut, Keys } from '../../ui/Keys'
import { Refused } from '../../ui/Notice'
import { Said } from '../meeting/Said'
import { Legend } from './Legend'
import { PastedLines } from './PastedLines'
import { UndoRedo } from './UndoRedo'

type CaptureLineProps = { readonly session: Session; readonly meeting: Meeting }

/** What the reading of dates has to get ready is got ready before the first one is typed. */
const WARM_UP = 'a x @y by fri 17:00'

/** The capture line: one line, one Enter. It clears once the entry is on the disk. */
export function CaptureLine({ session, meeting }: CaptureLineProps) {
  const { capture } = session
  const field = useCaptureField({
    capture,
    meeting,
    onEnter: () => {
      session.say(null)
      capture.send()
    },
  })
  const { id, input, standing, paste } = field
  const { refusal, sent, saved } = field.state
  const isSaving = sent.some(({ refused }) => refused === null)

  // Selected, so that typing on puts a refused line aside instead of running into it.
  useLayoutEffect(() => {
    if (standing?.refused != null) input.current?.select()
  }, [input, standing])

  useEffect(() => {
    const idle = window.requestIdleCallback(() => readLine(WARM_UP, [], meeting, new Date().toISOString()))
    return () => window.cancelIdleCallback(idle)
    // oxlint-disable-next-line react/exhaustive-deps -- once is enough
  }, [])

  return (
    <div className="capture">
      <div className="capture-box" data-refused={refusal !== null}>
        <label htmlFor={id}>Capture</label>
        <CaptureInput
          field={field}
          placeholder="Type what is said, then Enter"
          shortcut={ariaShortcut(deskKey('capture.focus').keys)}
        />
        <Keys keys="Mod+L" />
      </div>
      {refusal !== null && <Refused>{refusal}</Refused>}
      <div className="capture-below">
        <div className="capture-foot">
          <Understood field={field} timeZone={meeting.timeZone}>
            <Legend />
          </Understood>
          <Said session={session} also={isSaving ? null : saved} />
        </div>
        <UndoRedo session={session} />
      </div>
      {paste.pasted !== null && (
        <PastedLines
          lines={paste.pasted.lines}
          context={field.context}
          onEntries={paste.makeEntries}
          onOneLine={paste.keepAsOneLine}
          onClose={paste.cancel}
        />
      )}
    </div>
  )
}
