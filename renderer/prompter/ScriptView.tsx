import { memo, useEffect, useRef, useSyncExternalStore } from 'react'

import type { ScriptCue } from '../../shared/script/cues'
import { useObservable } from '../state/store'
import { isStacked } from './look'
import type { Scroller } from './scroller'
import { Paragraphs } from './SpanText'

type Props = {
  /** The cues to lay out, and the one that follows them in the script, if one does. */
  readonly cues: readonly ScriptCue[]
  readonly after: ScriptCue | null
  /** The width of the column and of the margins, in per cent of the window. */
  readonly width: number
  readonly margin: number
  readonly scroller: Scroller | null
  readonly windowRef: React.RefObject<HTMLDivElement | null>
  readonly layerRef: React.RefObject<HTMLDivElement | null>
  readonly onNudge: (pixels: number) => void
  /** A tap; `phrase` names the must-say phrase that was tapped, if one was. */
  readonly onTap: (phrase: string | null) => void
}

function onResize(changed: () => void): () => void {
  addEventListener('resize', changed)
  return () => removeEventListener('resize', changed)
}

/** A wheel that counts in lines or pages instead of pixels. */
const WHEEL_UNIT = [1, 40, 400] as const

/** A pointer that moved this far, in pixels, drags; less is a tap. */
const DRAG_FROM = 6

/** Wheel and drag move the script, a tap is told where it fell. Set beside React: the wheel must not be passive. */
function useHands(windowRef: Props['windowRef'], onNudge: Props['onNudge'], onTap: Props['onTap']) {
  const latest = useRef({ onNudge, onTap })
  useEffect(() => {
    latest.current = { onNudge, onTap }
  }, [onNudge, onTap])

  useEffect(() => {
    const frame = windowRef.current
    if (frame === null) return undefined
    let held: { from: number; last: number; dragging: boolean } | null = null
    const upsideDown = () => (document.documentElement.dataset['flip'] === 'true' ? -1 : 1)
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      latest.current.onNudge(event.deltaY * (WHEEL_UNIT[event.deltaMode] ?? 1))
    }
    const down = (event: PointerEvent) => {
      if (event.button === 0) held = { from: event.clientY, last: event.clientY, dragging: false }
    }
    const move = (event: PointerEvent) => {
      if (held === null || event.buttons === 0) return
      if (!held.dragging && Math.abs(event.clientY - held.from) < DRAG_FROM) return
      if (!held.dragging) frame.setPointerCapture(event.pointerId)
      latest.current.onNudge((held.last - event.clientY) * upsideDown())
      held = { ...held, last: event.clientY, dragging: true }
    }
    const click = (event: MouseEvent) => {
      const dragged = held?.dragging === true
      held = null
      const phrase = event.target instanceof Element ? event.target.closest('[data-phrase]') : null
      if (!dragged) latest.current.onTap(phrase?.getAttribute('data-phrase') ?? null)
    }
    const stop = new AbortController()
    const { signal } = stop
    frame.addEventListener('wheel', wheel, { passive: false, signal })
    frame.addEventListener('pointerdown', down, { signal })
    frame.addEventListener('pointermove', move, { signal })
    frame.addEventListener('click', click, { signal })
    return () => stop.abort()
  }, [windowRef])
}

/** The window onto the script: the layer that moves, the veil over what has passed, and the reading line. */
export function ScriptView(props: Props) {
  const { cues, after, width, margin, scroller, windowRef, layerRef, onNudge, onTap } = props
  const stacked = useSyncExternalStore(onResize, () => isStacked(width, margin, innerWidth))
  useHands(windowRef, onNudge, onTap)
  return (
    <section className="script" aria-label="Script" ref={windowRef} data-stacked={stacked}>
      <div className="script-layer" ref={layerRef}>
        <Cues cues={cues} after={after} />
      </div>
      {scroller !== null && <Veil scroller={scroller} />}
      <div className="reading-line" aria-hidden="true" />
    </section>
  )
}

/**
 * What has been read is dim while the script moves. While it stands, and for a moment after, the sentence before can
 * be read: that is where somebody finds the way back after a question.
 */
function Veil({ scroller }: { readonly scroller: Scroller }) {
  const { running, resting } = useObservable(scroller.state)
  return <div className="veil" data-moving={running && !resting} aria-hidden="true" />
}

const Cues = memo(function Cues({ cues, after }: Pick<Props, 'cues' | 'after'>) {
  return (
    <>
      {cues.map((cue, index) => {
        if (cue.kind === 'spoken') return <Spoken key={cue.id} cue={cue} />
        return <Slot key={cue.id} cue={cue} isTight={(cues[index + 1] ?? after)?.kind === 'slot'} />
      })}
      {after === null && <p className="script-end">End of the script</p>}
    </>
  )
})

const Spoken = memo(function Spoken({ cue }: { readonly cue: ScriptCue }) {
  return (
    <section className="cue" data-block>
      <div className="cue-margin">
        <h2>
          <span className="cue-number">{cue.number}</span> {cue.heading}
        </h2>
        {cue.tips.length > 0 && (
          <ul className="tips" aria-label="Tips">
            {cue.tips.map((tip) => (
              <li key={tip}>{tip}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="cue-text">
        <Paragraphs cue={cue.id} spans={cue.paragraphs} />
      </div>
    </section>
  )
})

type SlotProps = { readonly cue: ScriptCue; readonly isTight: boolean }

/** The place of an expected objection. Slots in a row stand close together. */
const Slot = memo(function Slot({ cue, isTight }: SlotProps) {
  const digit = cue.objection?.key ?? null
  return (
    <section className="slot" data-block data-tight={isTight}>
      <div>
        <h2>
          <span className="cue-number">{cue.number}</span> {cue.heading}
        </h2>
        {digit !== null && (
          <p>
            if raised, press <kbd>{digit}</kbd>
          </p>
        )}
      </div>
    </section>
  )
})
