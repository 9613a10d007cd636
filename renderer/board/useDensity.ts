import { useLayoutEffect, useRef } from 'react'

/** How large the smallest text may be, in hundredths of the window's height; the last is just readable across a room. */
const SIZES = [5, 4.6, 4.3, 4.1, 3.8, 3.5, 3.3, 3.1] as const
const DENSEST = SIZES[SIZES.length - 1] ?? 3.1

/** With more entries than these no size shows them all: they are not measured. */
const MOST_MEASURED = 80

const PAGED = '.list-window > :is(ul, ol)'

/** Told to the window when that size is another one: what turns pages counts them anew, before anything is painted. */
export const SIZED = 'board:sized'

function set(board: HTMLElement, size: number) {
  board.style.setProperty('--least', `calc(var(--unit) * ${size})`)
}

/** How many pages all lists have beyond their first. */
function pagesAt(board: HTMLElement, size: number): number {
  set(board, size)
  return [...board.querySelectorAll(PAGED)].reduce(
    (sum, list) => sum + Math.ceil(list.scrollWidth / (list.clientWidth + 1)) - 1,
    0,
  )
}

/** The largest size that needs no more pages than the smallest one does. */
function fitting(board: HTMLElement): number {
  const least = pagesAt(board, DENSEST)
  let [from, to] = [0, SIZES.length - 1]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (pagesAt(board, SIZES[middle] ?? DENSEST) > least) from = middle + 1
    else to = middle
  }
  return SIZES[from] ?? DENSEST
}

/**
 * Makes the text of the Board as large as what is on it allows: the more there is, the smaller, down to what can still
 * be read from across the room. Only what does not fit even then turns its pages.
 */
export function useDensity(entries: number) {
  const ref = useRef<HTMLDivElement | null>(null)
  const last = useRef<number>(SIZES[0])
  const isMeasured = entries <= MOST_MEASURED
  useLayoutEffect(() => {
    const fit = () => {
      const board = ref.current
      if (board === null) return
      const size = isMeasured ? fitting(board) : DENSEST
      set(board, size)
      if (size === last.current) return
      last.current = size
      dispatchEvent(new Event(SIZED))
    }
    fit()
    addEventListener('resize', fit)
    document.fonts.addEventListener('loadingdone', fit)
    return () => {
      removeEventListener('resize', fit)
      document.fonts.removeEventListener('loadingdone', fit)
    }
  })
  return ref
}
