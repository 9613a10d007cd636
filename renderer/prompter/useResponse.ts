import { useCallback, useEffect, useRef, useState } from 'react'

import type { Command } from '../../shared/meeting/commands'
import type { Meeting, Objection } from '../../shared/meeting/schema'
import { bridge } from '../bridge'
import { leftBefore } from './again'
import { responseTo } from './offer'

type Shown = {
  readonly response: Objection | null
  /** Shows the response that belongs to an objection; says whether there is one. */
  readonly show: (objection: string) => boolean
  readonly hide: () => void
}

/**
 * The response on the screen, shown by a key here or from the Desk. That it was shown goes into the log of a
 * running meeting, and nobody waits for that.
 */
export function useResponse(meeting: Meeting, send: (command: Command) => void): Shown {
  const [shown, setShown] = useState(() => leftBefore(meeting.id).response)
  const response = meeting.objections.find((each) => each.id === shown && each.response !== null) ?? null
  const latest = useRef({ meeting, send, shown })
  useEffect(() => {
    latest.current = { meeting, send, shown }
  }, [meeting, send, shown])

  const show = useCallback((objection: string) => {
    const { meeting: now, send: tell, shown: before } = latest.current
    const found = responseTo(objection, now)
    if (found === null) return false
    setShown(found.id)
    latest.current.shown = found.id
    const running = now.status === 'live' || now.status === 'paused'
    if (running && before !== found.id) tell({ type: 'showResponse', objection: found.id })
    return true
  }, [])

  const hide = useCallback(() => {
    setShown(null)
    latest.current.shown = null
  }, [])
  useEffect(() => bridge.on('prompter:shown', ({ objection }) => void show(objection)), [show])

  return { response, show, hide }
}
