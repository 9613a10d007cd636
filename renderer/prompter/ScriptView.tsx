import { memo, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'

import type { ScriptCue } from '../../shared/script/cues'
import { Paragraphs } from './SpanText'

type Props = {
  readonly cues: readonly ScriptCue[]
  readonly size: number
  readonly windowRef: React.RefObject<HTMLDivElement | null>
  readonly layerRef: React.RefObject<HTMLDivElement | null>
  readonly onNudge: (pixels: number) => void
  readonly onTap: () => void
}

/** From this text size on, headings stand above their text instead of beside it. */
const STACKED_FROM = 1.25

/** So is a window this narrow at any size. */
const NARROW = matchMedia('(max-width: 900px)')

function onNarrow(changed: () => void): () => void {
  NARROW.addEventListener('change', changed)
  return () => NARROW.removeEventListener('change', changed)
}

/** A wheel that counts in lines or pages instead of pixels. */
const WHEEL_UNIT = [1, 40, 400] as const

/** The window onto the script: the layer that moves, the veil over what has passed, and the reading line. */
export function ScriptView({ cues, size, windowRef, layerRef, onNudge, onTap }: Props) {
  const narrow = useSyncExternalStore(onNarrow, () => NARROW.matches)
  const latest = useRef({ onNudge, onTap })
  useEffect(() => {
    latest.current = { onNudge, onTap }
  }, [onNudge, onTap])

  useLayoutEffect(() => {
    windowRef.current?.style.setProperty('--scale', String(size))
  }, [size, windowRef])

  useEffect(() => {
    const frame = windowRef.current
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      latest.current.onNudge(event.deltaY * (WHEEL_UNIT[event.deltaMode] ?? 1))
    }
    const tap = () => latest.current.onTap()
    frame?.addEventListener('wheel', turn, { passive: false })
    frame?.addEventListener('click', tap)
    return () => {
      frame?.removeEventListener('wheel', turn)
      frame?.removeEventListener('click', tap)
    }
  }, [windowRef])

  return (
    <section
      className="script"
      aria-label="Script"
      ref={windowRef}
      data-stacked={size >= STACKED_FROM || narrow}
    >
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
        cue.kind === 'slot' && cue.words === 0 ? (
          <Slot key={cue.id} cue={cue} />
        ) : (
          <Spoken key={cue.id} cue={cue} />
        ),
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
        <Paragraphs spans={cue.paragraphs} />
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
