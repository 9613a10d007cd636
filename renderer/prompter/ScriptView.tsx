import { memo, useEffect, useRef, useSyncExternalStore } from 'react'

import type { ScriptCue } from '../../shared/script/cues'
import { isStacked } from './look'
import { Paragraphs } from './SpanText'

type Props = {
  readonly cues: readonly ScriptCue[]
  readonly width: number
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
export function ScriptView({ cues, width, windowRef, layerRef, onNudge, onTap }: Props) {
  const stacked = useSyncExternalStore(onResize, () => isStacked(width, innerWidth))
  useHands(windowRef, onNudge, onTap)
  return (
    <section className="script" aria-label="Script" ref={windowRef} data-stacked={stacked}>
      <div className="script-layer" ref={layerRef}>
        <Cues cues={cues} />
      </div>
      <div className="veil" aria-hidden="true" />
      <div className="reading-line" aria-hidden="true" />
    </section>
  )
}

const Cues = memo(function Cues({ cues }: { readonly cues: readonly ScriptCue[] }) {
  return (
    <>
      {cues.map((cue) =>
        cue.kind === 'slot' ? <Slot key={cue.id} cue={cue} /> : <Spoken key={cue.id} cue={cue} />,
      )}
      <p className="script-end">End of the script</p>
    </>
  )
})

function Spoken({ cue }: { readonly cue: ScriptCue }) {
  return (
    <section className="cue">
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
}

function Slot({ cue }: { readonly cue: ScriptCue }) {
  const digit = cue.objection?.key ?? null
  return (
    <section className="slot">
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
}
