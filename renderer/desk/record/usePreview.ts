import { useEffect, useRef, useState } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import type { Paper } from '../../../shared/record/signatureFields'
import { bridge } from '../../bridge'
import { recordWork, whenIdle } from '../../state/recordWork'
import { openPdf, type OpenPdf } from './pdfPages'

/** Changes in quick succession make one preview, in milliseconds. */
const WAIT = 600

/** What is shown: a meeting's draft or one of its revisions, on this paper. */
export type Wanted = {
  readonly meeting: Meeting
  readonly revision: number | null
  readonly paper: Paper
}

type Made = {
  readonly of: string | Meeting | null
  readonly pdf: OpenPdf | null
  readonly refusal: string | null
  readonly warnings: readonly string[]
}

/** The preview: the newest pages there are, whether newer ones are being made, and why there are none. */
export type PreviewState = Omit<Made, 'of'> & { readonly busy: boolean }

const NOTHING: Made = { of: null, pdf: null, refusal: null, warnings: [] }

let rendering = false

/** Stops pages that nobody waits for any more; an export that somebody waits for goes on. */
function stopOutdated(): void {
  if (rendering && recordWork.get() === null) void bridge.call('record:cancel', null)
}

/** Makes the pages; null when they were stopped. */
async function make({ meeting, revision, paper }: Wanted): Promise<Omit<Made, 'of'> | null> {
  rendering = true
  const answer = await bridge.call('record:preview', { meeting: meeting.id, revision, paper }).finally(() => {
    rendering = false
  })
  if (!answer.ok && answer.refusal.code === 'cancelled') return null
  if (!answer.ok) return { ...NOTHING, refusal: answer.refusal.sentence }
  const { pdf, warnings } = answer.value
  const opened = await openPdf(pdf).catch(() => null)
  const refusal = opened === null ? 'The pages cannot be shown here. Export PDF still works.' : null
  return { pdf: opened, refusal, warnings }
}

let before: Promise<unknown> = Promise.resolve()

/**
 * Makes one preview after another, and none while something is made that somebody waits for. Cancelling an
 * export stops the pages too: they are made again. Null once they are no longer wanted.
 */
async function madeInTurn(wanted: () => Wanted | null): ReturnType<typeof make> {
  if (wanted() === null) return null
  const turn = before.then(whenIdle).then(() => {
    const now = wanted()
    return now === null ? null : make(now)
  })
  before = turn.catch(() => undefined)
  return (await turn) ?? madeInTurn(wanted)
}

/** What the pages depend on: all of a meeting for its draft, for a revision what may still be added to it. */
function dependsOn({ meeting, revision, paper }: Wanted): string {
  const fixed = meeting.revisions.find(({ number }) => number === revision)
  const signOffs = meeting.signOffs.filter((each) => each.revision === revision).map(({ id }) => id)
  return [paper, revision, fixed?.signatures.length, ...signOffs].join(' ')
}

/** The record's pages as they would be exported now; made anew when they would come out different. */
export function usePreview(wanted: Wanted): PreviewState {
  const [{ of, key: madeKey, ...made }, setMade] = useState<Made & { readonly key: string }>({
    ...NOTHING,
    key: '',
  })
  const key = dependsOn(wanted)
  const subject = wanted.revision === null ? wanted.meeting : wanted.meeting.id
  const latest = useRef(wanted)
  useEffect(() => {
    latest.current = wanted
  })

  useEffect(() => {
    let current = true
    const timer = window.setTimeout(async () => {
      stopOutdated()
      const next = await madeInTurn(() => (current ? latest.current : null))
      if (next === null) return
      if (current) setMade((now) => ({ ...next, of: subject, key, pdf: next.pdf ?? now.pdf }))
      else next.pdf?.close()
    }, WAIT)
    return () => {
      current = false
      window.clearTimeout(timer)
    }
  }, [subject, key])

  const { pdf } = made
  useEffect(() => () => pdf?.close(), [pdf])
  return { ...made, busy: of !== subject || madeKey !== key }
}
