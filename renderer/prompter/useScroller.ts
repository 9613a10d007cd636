import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

import type { MeetingSettings } from '../../shared/meeting/schema'
import { covers, layBlocks, NOTHING_LAID, rangeAround, type MeasuredBlock } from '../../shared/script/blocks'
import type { ScriptCue } from '../../shared/script/cues'
import type { Anchor } from '../../shared/script/pace'
import { placeAfterEdit } from './edits'
import { measureBlocks } from './measure'
import { openingPace, rememberedSession } from './memory'
import { wordOf } from './outline'
import { createScroller, type Scroller } from './scroller'
import { useRemembered } from './useRemembered'
import type { Script } from './useScript'

/** The reading line's height in the script's window, as a share from its top; the style sheet says the same. */
const READING_LINE = 1 / 3

/** How often it is looked whether more of the script must be laid out, in milliseconds. */
const LOOK_EVERY = 500

type Scrolling = {
  readonly scroller: Scroller | null
  /** The cues to lay out, and the one that follows them, if one does. */
  readonly cues: readonly ScriptCue[]
  readonly after: ScriptCue | null
  readonly windowRef: React.RefObject<HTMLDivElement | null>
  readonly layerRef: React.RefObject<HTMLDivElement | null>
}

/** What was measured, and `by` what: anything that lines are broken by. */
const NOTHING_MEASURED = { by: '', cues: new WeakMap<ScriptCue, MeasuredBlock>() }

/** Where the script was when it was last open, its pace, and a first guess at what of it can be seen. */
function openingOf(of: string | null, { cues, outline }: Script, setPace: number) {
  const session = of === null ? null : rememberedSession(of)
  const word = (session?.place ? wordOf(outline, session.place) : null) ?? 0
  const laid = layBlocks(cues.map(({ words }) => ({ words, measured: null })))
  const y =
    laid.tops[
      Math.max(
        0,
        cues.findLastIndex((_, index) => (outline.cues[index]?.before ?? 0) <= word),
      )
    ] ?? 0
  return { word, pace: openingPace(session, setPace), range: rangeAround(laid, y, innerHeight) }
}

/**
 * The scroller of a meeting's script, on the two elements that carry the refs, and the cues that are laid out: all
 * of them, or those near the reading line of a long script. It measures again when the window, the look, the fonts
 * or the script change, and keeps the word at the reading line through all of it. Place and pace are kept under
 * `session`; null begins at the start and keeps nothing.
 */
export function useScroller(
  session: string | null,
  script: Script,
  { wordsPerMinute: setPace, prompter: look }: Pick<MeetingSettings, 'wordsPerMinute' | 'prompter'>,
  stepping: boolean,
): Scrolling {
  const windowRef = useRef<HTMLDivElement | null>(null)
  const layerRef = useRef<HTMLDivElement | null>(null)
  const [scroller, setScroller] = useState<Scroller | null>(null)
  const [opening] = useState(() => openingOf(session, script, setPace))
  const [range, setRange] = useState(opening.range)
  const shown = useRef({ script, range, laid: NOTHING_LAID, measured: NOTHING_MEASURED })
  const fonts = useRef(0)
  const { size, width, margin, lineHeight, letterSpacing, face } = look
  const lookOf = [size, width, margin, lineHeight, letterSpacing, face].join(' ')

  useLayoutEffect(() => {
    const layer = layerRef.current
    if (layer === null) return
    const made = createScroller(layer, opening.pace)
    setScroller(made)
    return made.dispose
  }, [opening])

  useLayoutEffect(() => scroller?.setStepping(stepping), [scroller, stepping])

  /** Lays more of the script out when what is laid out no longer reaches far enough. */
  const keepInSight = useCallback(() => {
    const { laid, range: now } = shown.current
    const view = windowRef.current?.clientHeight ?? 0
    if (scroller === null || laid === NOTHING_LAID || covers(laid, now, scroller.y(), view)) return
    setRange(rangeAround(laid, scroller.y(), view))
  }, [scroller])

  const layOut = useCallback(() => {
    const [frame, layer, before] = [windowRef.current, layerRef.current, shown.current]
    if (scroller === null || frame === null || layer === null) return
    const by = [layer.clientWidth, frame.clientHeight, innerWidth, innerHeight, lookOf, fonts.current].join()
    const same = before.measured.by === by
    if (same && before.script === script && before.range === range) return
    const cues = same ? before.measured.cues : new WeakMap<ScriptCue, MeasuredBlock>()
    measureBlocks(layer, script.cues.slice(range.from, range.to), cues)
    const laid = layBlocks(script.cues.map((cue) => ({ words: cue.words, measured: cues.get(cue) ?? null })))
    const line = frame.getBoundingClientRect().height * READING_LINE
    const layout = { track: laid.track, line, origin: laid.tops[range.from] ?? 0 }
    shown.current = { script, range, laid, measured: { by, cues } }
    const first = before.laid === NOTHING_LAID
    if (first) scroller.layOut(layout, { word: opening.word, gap: 1 })
    else if (same && before.script === script) scroller.extend(layout)
    else scroller.layOut(layout, anchorIn(script, before.script, scroller.anchor()))
    keepInSight()
  }, [scroller, script, range, lookOf, opening, keepInSight])

  useLayoutEffect(layOut, [layOut])

  useEffect(() => {
    const watcher = new ResizeObserver(layOut)
    for (const element of [windowRef.current, layerRef.current])
      if (element !== null) watcher.observe(element)
    const again = () => {
      fonts.current += 1
      layOut()
    }
    document.fonts.addEventListener('loadingdone', again)
    return () => {
      watcher.disconnect()
      document.fonts.removeEventListener('loadingdone', again)
    }
  }, [layOut])

  useEffect(() => {
    scroller?.onMoved(keepInSight)
    const timer = setInterval(keepInSight, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [scroller, keepInSight])

  useRemembered(session, scroller, script.outline, setPace)
  const cues = useMemo(() => script.cues.slice(range.from, range.to), [script, range])
  return { scroller, cues, after: script.cues[range.to] ?? null, windowRef, layerRef }
}

/** The same place in a script that was edited. */
function anchorIn(script: Script, before: Script, { word, gap }: Anchor): Anchor {
  return { word: script === before ? word : placeAfterEdit(before.outline, script.outline, word), gap }
}
