import './readBack.css'

import { useLayoutEffect, useRef } from 'react'

import type { PublicView } from '../../shared/meeting/publicView'
import { Clock } from './Clock'

/** Sizes of the sentence in hundredths of the window's height. */
const LARGEST = 11
const SMALLEST = 1

/** Sets the largest size at which the whole sentence is in sight: not one word of it may be missing. */
function fit(sentence: HTMLElement) {
  const room = sentence.parentElement
  if (room === null) return
  for (let size = LARGEST; size >= SMALLEST; size -= 0.25) {
    sentence.style.fontSize = `calc(var(--unit) * ${size})`
    if (sentence.offsetHeight <= room.clientHeight && sentence.scrollWidth <= room.clientWidth) return
  }
}

type ReadBackProps = { readonly view: PublicView; readonly text: string }

/** The sentence of a decision, over everything else, while it is read out. */
export function ReadBack({ view, text }: ReadBackProps) {
  const ref = useRef<HTMLParagraphElement | null>(null)
  useLayoutEffect(() => {
    const again = () => {
      if (ref.current !== null) fit(ref.current)
    }
    again()
    addEventListener('resize', again)
    document.fonts.addEventListener('loadingdone', again)
    return () => {
      removeEventListener('resize', again)
      document.fonts.removeEventListener('loadingdone', again)
    }
  }, [])
  return (
    <div className="board board-read-back">
      <header>
        <h1>{view.title}</h1>
        <Clock view={view} />
      </header>
      <main>
        <h2 id="read-back">Decision, read back</h2>
        <section className="read-back-room" aria-labelledby="read-back">
          <p className="read-back" ref={ref}>
            {text}
          </p>
        </section>
        <p className="read-back-ask">Do you agree?</p>
      </main>
    </div>
  )
}
