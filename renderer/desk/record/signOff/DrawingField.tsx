import { useEffect, useRef } from 'react'
import SignaturePad from 'signature_pad'

import { toDrawing, type Strokes } from '../../../state/strokes'
import { Button } from '../../../ui/Button'

type DrawingFieldProps = {
  readonly isEmpty: boolean
  readonly onDrawn: (strokes: Strokes) => void
}

/** A field to draw a name in with mouse, pen or finger. Its strokes come in the units of a sign-off. */
export function DrawingField({ isEmpty, onDrawn }: DrawingFieldProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad | null>(null)
  const tell = useRef(onDrawn)
  useEffect(() => {
    tell.current = onDrawn
  }, [onDrawn])

  useEffect(() => {
    const element = canvas.current
    if (element === null) return undefined
    const { clientWidth: width, clientHeight: height } = element
    element.width = width * window.devicePixelRatio
    element.height = height * window.devicePixelRatio
    element.getContext('2d')?.scale(window.devicePixelRatio, window.devicePixelRatio)
    const drawn = new SignaturePad(element, {
      penColor: getComputedStyle(element).color,
      minWidth: 1,
      maxWidth: 2,
    })
    pad.current = drawn
    const strokes = () =>
      tell.current(
        toDrawing(
          drawn.toData().map(({ points }) => points),
          { width, height },
        ),
      )
    drawn.addEventListener('endStroke', strokes)
    return () => {
      drawn.removeEventListener('endStroke', strokes)
      drawn.off()
      tell.current([])
    }
  }, [])

  return (
    <div className="drawing">
      <canvas
        ref={canvas}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- what is drawn has no address
        role="img"
        aria-label={isEmpty ? 'Empty field to draw your name in' : 'Your name as drawn'}
      />
      <div className="drawing-foot">
        <p className="field-hint">Draw with mouse, pen or finger. Without one, choose “Typed”.</p>
        <Button
          small
          aria-disabled={isEmpty}
          onClick={() => {
            pad.current?.clear()
            onDrawn([])
          }}
        >
          Clear
        </Button>
      </div>
    </div>
  )
}
