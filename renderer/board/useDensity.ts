import { useLayoutEffect, useRef } from 'react'

/** How large the smallest text may be, in hundredths of the window's height; the last is just readable across a room. */
const SIZES = [5, 4.6, 4.3, 4.1, 3.8, 3.5, 3.3, 3.1] as const
const DENSEST = SIZES[SIZES.length - 1] ?? 3.1

/** With more entries than these no size shows them all: they are not measured. */
const MOST_MEASURED = 80

const PAGED = '.list-window > :is(ul, ol)'

/** Told to the window when that size is another one: what turns pages counts them anew, before anything is painted. */
export const SIZED = 'board:sized'

/** What there is at one size: how many pages all lists have beyond their first, and how large the lists are. */
type Measured = { readonly pages: number; readonly room: string }
type Fitted = Measured & { readonly size: number; readonly entries: number }

const UNMEASURED: Measured = { pages: -1, room: '' }

function set(board: HTMLElement, size: number) {
  board.style.setProperty('--least', `calc(var(--unit) * ${size})`)
}

function measure(board: HTMLElement, size: number): Measured {
  set(board, size)
  const lists = [...board.querySelectorAll(PAGED)]
  return {
    pages: lists.reduce((sum, list) => sum + Math.ceil(list.scrollWidth / (list.clientWidth + 1)) - 1, 0),
    room: lists.map(({ clientWidth, clientHeight }) => `${clientWidth} ${clientHeight}`).join(),
  }
}

/** What there is at each size asked for; no size is measured twice. */
function measuring(board: HTMLElement): (size: number) => Measured {
  const known = new Map<number, Measured>()
  return (size) => {
    const measured = known.get(size) ?? measure(board, size)
    known.set(size, measured)
    return measured
  }
}

/**
 * The largest size that needs no more pages than the smallest one does. Every size measured is a layout of the Board,
 * so what only came in, with the same room for it, is tried at the size before, and then at smaller ones.
 */
function fitting(board: HTMLElement, entries: number, before: Fitted, isMore: boolean): Fitted {
  if (entries > MOST_MEASURED) return { ...UNMEASURED, size: DENSEST, entries }
  const at = measuring(board)
  const isSameRoom = isMore && at(before.size).room === before.room
  if (isSameRoom && at(before.size).pages === before.pages) return { ...before, entries }
  const least = at(DENSEST).pages
  const size = SIZES.find((each) => !(isSameRoom && each > before.size) && at(each).pages <= least) ?? DENSEST
  return { ...at(size), size, entries }
}

/**
 * Makes the text of the Board as large as what is on it allows: the more there is, the smaller, down to what can still
 * be read from across the room. Only what does not fit even then turns its pages.
 */
export function useDensity(entries: number) {
  const ref = useRef<HTMLDivElement | null>(null)
  const last = useRef<Fitted>({ ...UNMEASURED, size: SIZES[0], entries: 0 })
  useLayoutEffect(() => {
    const fit = (isMore: boolean) => {
      const board = ref.current
      if (board === null) return
      const before = last.current
      last.current = fitting(board, entries, before, isMore)
      set(board, last.current.size)
      if (last.current.size !== before.size) dispatchEvent(new Event(SIZED))
    }
    const again = () => fit(false)
    fit(entries > last.current.entries)
    addEventListener('resize', again)
    document.fonts.addEventListener('loadingdone', again)
    return () => {
      removeEventListener('resize', again)
      document.fonts.removeEventListener('loadingdone', again)
    }
  })
  return ref
}
