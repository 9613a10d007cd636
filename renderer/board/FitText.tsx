import { useLayoutEffect, useRef } from 'react'

import { PageCount } from './PageCount'
import { usePages } from './usePages'

type Props = {
  readonly text: string
  readonly as?: 'p' | 'h1'
  readonly className: string
  /** The largest and the smallest size, in hundredths of the window's height. */
  readonly largest: number
  readonly smallest: number
  readonly still: boolean
}

const STEP = 0.2

/** What does not fit flows into another column, at the right. */
function fits(element: HTMLElement): boolean {
  return element.scrollWidth <= element.clientWidth + 1
}

/** Sets the largest size at which all of the text is in sight. */
function fit(element: HTMLElement, largest: number, smallest: number) {
  for (let size = largest; size > smallest; size -= STEP) {
    element.style.fontSize = `calc(var(--unit) * ${size})`
    if (fits(element)) return
  }
  element.style.fontSize = `calc(var(--unit) * ${smallest})`
}

/** What a text was fitted to: as long as that is so, its size is. */
function fittedTo(element: HTMLElement, text: string): string {
  const room = element.parentElement ?? element
  return [text, room.clientWidth, room.clientHeight].join(' ')
}

/** A text as large as its room allows. One too long even at the smallest size turns its pages: no word is missing. */
export function FitText({ text, as: Tag = 'p', className, largest, smallest, still }: Props) {
  const ref = useRef<HTMLHeadingElement | null>(null)
  const fitted = useRef('')
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null || fittedTo(element, text) === fitted.current) return
    fit(element, largest, smallest)
    fitted.current = fittedTo(element, text)
  })
  useLayoutEffect(() => {
    const again = () => {
      if (ref.current !== null) fit(ref.current, largest, smallest)
    }
    addEventListener('resize', again)
    document.fonts.addEventListener('loadingdone', again)
    return () => {
      removeEventListener('resize', again)
      document.fonts.removeEventListener('loadingdone', again)
    }
  }, [largest, smallest])
  const { page, pages } = usePages(ref, { stamp: text, still })
  return (
    <div className={`fit ${className}`}>
      <Tag ref={ref}>{text}</Tag>
      <PageCount page={page} pages={pages} />
    </div>
  )
}
