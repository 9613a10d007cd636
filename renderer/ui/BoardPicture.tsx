import './BoardPicture.css'

import { useEffect, useRef, useState } from 'react'

import type { BoardLamp } from '../../shared/meeting/boardLamp'

type Props = {
  /** A JPEG of the Board's window, or null. */
  readonly picture: Uint8Array<ArrayBuffer> | null
  readonly lamp: BoardLamp
}

/** What the room sees: the last thing the Board painted, small. The words beside it say its state. */
export function BoardPicture({ picture, lamp }: Props) {
  const ref = useRef<HTMLCanvasElement | null>(null)
  const [shape, setShape] = useState('16 / 9')
  useEffect(() => {
    let newest = true
    if (picture === null) return undefined
    const jpeg = new Blob([picture], { type: 'image/jpeg' })
    const width = Math.round((ref.current?.clientWidth ?? 0) * devicePixelRatio)
    const small = width > 0 ? { resizeWidth: width, resizeQuality: 'high' as const } : {}
    void createImageBitmap(jpeg, small).then((bitmap) => {
      const canvas = ref.current
      if (!newest || canvas === null) return bitmap.close()
      canvas.width = bitmap.width
      canvas.height = bitmap.height
      setShape(`${bitmap.width} / ${bitmap.height}`)
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
    })
    return () => {
      newest = false
    }
  }, [picture])
  useEffect(() => {
    ref.current?.style.setProperty('aspect-ratio', shape)
  }, [shape])
  return (
    <span className="board-picture" data-is={lamp.is} data-empty={picture === null}>
      <canvas ref={ref} aria-hidden />
    </span>
  )
}
