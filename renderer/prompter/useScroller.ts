import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

import type { PrompterLook } from '../../shared/meeting/schema'
import { trackOf } from '../../shared/script/pace'
import { measureLines } from './measure'
import { openingPace, rememberedSession, rememberSession } from './memory'
import { placeOf, wordOf, type Outline } from './outline'
import { createScroller, type Scroller } from './scroller'

/** The reading line's height in the script's window, as a share from its top; the style sheet says the same. */
const READING_LINE = 1 / 3

/** How often the place is written down, in milliseconds. */
const REMEMBER_EVERY = 1000

type Scrolling = {
  readonly scroller: Scroller | null
  readonly windowRef: React.RefObject<HTMLDivElement | null>
  readonly layerRef: React.RefObject<HTMLDivElement | null>
}

/**
 * The scroller of a meeting's script, on the two elements that carry the refs. It measures again when the
 * window, the text size, the fonts or the script change, and keeps the word at the reading line through all of it.
 */
export function useScroller(
  meeting: string,
  outline: Outline,
  wordsPerMinute: number,
  look: PrompterLook,
): Scrolling {
  const windowRef = useRef<HTMLDivElement | null>(null)
  const layerRef = useRef<HTMLDivElement | null>(null)
  const shown = useRef(outline)
  const [scroller, setScroller] = useState<Scroller | null>(null)
  const opening = useRef({ wordsPerMinute, outline })

  useLayoutEffect(() => {
    const layer = layerRef.current
    if (layer === null) return
    const session = rememberedSession(meeting)
    const made = createScroller(layer, openingPace(session, opening.current.wordsPerMinute))
    const word = session?.place ? wordOf(opening.current.outline, session.place) : 0
    layOut(made, layer, windowRef.current, word ?? 0)
    setScroller(made)
    return made.dispose
  }, [meeting])

  const measureAgain = useCallback(() => {
    const layer = layerRef.current
    if (scroller === null || layer === null) return
    layOut(scroller, layer, windowRef.current, scroller.word())
  }, [scroller])

  useLayoutEffect(() => {
    const before = shown.current
    shown.current = outline
    const layer = layerRef.current
    if (scroller === null || layer === null || before === outline) return
    const word = scroller.word()
    const place = placeOf(before, word)
    layOut(scroller, layer, windowRef.current, (place === null ? null : wordOf(outline, place)) ?? word)
  }, [scroller, outline])

  const { size, width, lineHeight, letterSpacing, face } = look
  useLayoutEffect(measureAgain, [measureAgain, size, width, lineHeight, letterSpacing, face])

  useEffect(() => {
    const watcher = new ResizeObserver(measureAgain)
    for (const element of [windowRef.current, layerRef.current])
      if (element !== null) watcher.observe(element)
    document.fonts.addEventListener('loadingdone', measureAgain)
    return () => {
      watcher.disconnect()
      document.fonts.removeEventListener('loadingdone', measureAgain)
    }
  }, [measureAgain])

  const paceSet = useRef(wordsPerMinute)
  useEffect(() => {
    if (paceSet.current !== wordsPerMinute) scroller?.setPace(wordsPerMinute)
    paceSet.current = wordsPerMinute
  }, [scroller, wordsPerMinute])

  useEffect(() => {
    if (scroller === null) return
    let written = ''
    const remember = () => {
      const place = placeOf(shown.current, scroller.word())
      const { wordsPerMinute: pace } = scroller.state.get()
      const session = { place, wordsPerMinute: pace, setPace: paceSet.current }
      const text = JSON.stringify(session)
      if (text !== written) rememberSession(meeting, session)
      written = text
    }
    const timer = setInterval(remember, REMEMBER_EVERY)
    addEventListener('pagehide', remember)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', remember)
    }
  }, [meeting, scroller])

  return { scroller, windowRef, layerRef }
}

function layOut(scroller: Scroller, layer: HTMLElement, frame: HTMLElement | null, word: number) {
  const line = (frame?.clientHeight ?? 0) * READING_LINE
  scroller.layOut(trackOf(measureLines(layer)), line, word)
}
