import { useEffect, useState } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'
import { openPdf, type OpenPdf } from './pdfPages'

/** Changes in quick succession make one preview, in milliseconds. */
const WAIT = 600

type Made = {
  readonly of: Meeting | null
  readonly pdf: OpenPdf | null
  readonly refusal: string | null
  readonly warnings: readonly string[]
}

/** The preview: the newest pages there are, whether newer ones are being made, and why there are none. */
export type PreviewState = Omit<Made, 'of'> & { readonly busy: boolean }

const NOTHING: Made = { of: null, pdf: null, refusal: null, warnings: [] }

async function make(meeting: Meeting): Promise<Made> {
  const answer = await bridge.call('record:preview', { meeting: meeting.id })
  if (!answer.ok) return { ...NOTHING, of: meeting, refusal: answer.refusal.sentence }
  const { pdf, warnings } = answer.value
  const opened = await openPdf(pdf).catch(() => null)
  const refusal = opened === null ? 'The pages cannot be shown here. Export PDF still works.' : null
  return { of: meeting, pdf: opened, refusal, warnings }
}

/** The record's pages as they would be exported now; made anew when the meeting changes. */
export function usePreview(meeting: Meeting): PreviewState {
  const [{ of, ...made }, setMade] = useState(NOTHING)

  useEffect(() => {
    let wanted = true
    const timer = window.setTimeout(async () => {
      const next = await make(meeting)
      if (wanted) setMade((now) => ({ ...next, pdf: next.pdf ?? now.pdf }))
      else next.pdf?.close()
    }, WAIT)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [meeting])

  const { pdf } = made
  useEffect(() => () => pdf?.close(), [pdf])
  return { ...made, busy: of !== meeting }
}
