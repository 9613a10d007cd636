import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

import type { Meeting, MeetingSettings, PrompterLook } from '../../shared/meeting/schema'
import { FIRST_SIZE } from './look'

/** A change is kept in the meeting after so long a pause, in milliseconds, so that a slider makes one entry. */
const PAUSE = 2_000

export type SettingsChange = Partial<PrompterLook> & { readonly wordsPerMinute?: number }

type Look = {
  readonly look: PrompterLook
  /** Shows a change at once, and keeps it in the meeting after a pause. */
  readonly change: (change: SettingsChange) => void
  /** Keeps what has changed now. */
  readonly keep: () => void
}

/** What of the settings differs once a change is made. */
function changed(settings: MeetingSettings, { wordsPerMinute, ...look }: SettingsChange): MeetingSettings {
  return {
    ...settings,
    wordsPerMinute: wordsPerMinute ?? settings.wordsPerMinute,
    prompter: { ...settings.prompter, ...look },
  }
}

const same = (one: MeetingSettings, other: MeetingSettings) => JSON.stringify(one) === JSON.stringify(other)

/**
 * How the prompter looks: as the meeting's settings say, with what was changed here since. `keep` is told the
 * settings to keep, and says whether that was done; while it was not, the change stays in this window.
 */
export function useLook(meeting: Meeting, keep: (settings: MeetingSettings) => Promise<boolean>): Look {
  const [draft, setDraft] = useState<SettingsChange>({})
  const latest = useRef({ draft, settings: meeting.settings, keep })
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const { wordsPerMinute: _, ...changes } = draft
  const look = { ...meeting.settings.prompter, ...changes }

  useEffect(() => {
    latest.current = { ...latest.current, settings: meeting.settings, keep }
  }, [meeting.settings, keep])

  const keepNow = useCallback(async () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const { draft: keeping, settings: before, keep: keepIn } = latest.current
    const settings = changed(before, keeping)
    const done = same(settings, before) || (await keepIn(settings))
    if (!done || latest.current.draft !== keeping) return
    latest.current.draft = {}
    setDraft({})
  }, [])

  const change = useCallback(
    (next: SettingsChange) => {
      const all = { ...latest.current.draft, ...next }
      latest.current.draft = all
      setDraft(all)
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(() => void keepNow(), PAUSE)
    },
    [keepNow],
  )

  useEffect(() => {
    const leave = () => void keepNow()
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  }, [keepNow])

  usePainted(look)
  return { look, change, keep: useCallback(() => void keepNow(), [keepNow]) }
}

/** Gives the page its look: numbers as custom properties, names as attributes, all on the root element. */
function usePainted({ size, width, margin, lineHeight, letterSpacing, face, theme }: PrompterLook) {
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement
    style.setProperty('--scale', String(size / FIRST_SIZE))
    style.setProperty('--width', String(width))
    style.setProperty('--sides', String(margin))
    style.setProperty('--leading', String(lineHeight))
    style.setProperty('--tracking', String(letterSpacing))
    Object.assign(dataset, { face, theme })
  }, [size, width, margin, lineHeight, letterSpacing, face, theme])
}
