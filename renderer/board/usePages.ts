import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { SIZED } from './useDensity'

/** How long a page of what needs several stays, in milliseconds. */
const PAGE_STAYS = 8_000
const LOOK_EVERY = 500
/** Browsers round where things lie. */
const NEARLY = 0.02

type Wanted = {
  /** Changes with the content: what is new is shown at once. */
  readonly stamp: string
  /** Whether everything stays as it is. */
  readonly still: boolean
  /** The element that is to be seen after a change; none: the first page. */
  readonly goal?: (stamp: string) => HTMLElement | null
}

/** So wide is a page, with the gap to the next one; not in whole pixels, for many pages add up. */
function stepOf(element: HTMLElement): number {
  return element.getBoundingClientRect().width + Number.parseFloat(getComputedStyle(element).columnGap)
}

function countOf(element: HTMLElement): number {
  const gap = Number.parseFloat(getComputedStyle(element).columnGap)
  return Math.max(1, Math.ceil((element.scrollWidth + gap) / stepOf(element) - NEARLY))
}

/**
 * Pages of an element that flows into columns as wide as itself: what does not fit becomes a next page, never
 * half a line. They turn by themselves, calmly; a change shows the page it is on.
 */
export function usePages(ref: RefObject<HTMLElement | null>, { stamp, still, goal }: Wanted) {
  const [pages, setPages] = useState(1)
  const [wanted, setPage] = useState(0)
  const shownAt = useRef(0)
  const page = Math.min(wanted, pages - 1)
  /** The page that is shown or about to be. */
  const turnedTo = useRef(0)
  useLayoutEffect(() => {
    turnedTo.current = page
  }, [page])

  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const count = () => setPages(countOf(element))
    count()
    const sizes = new ResizeObserver(count)
    sizes.observe(element)
    const entries = new MutationObserver(count)
    entries.observe(element, { childList: true, characterData: true, subtree: true, attributes: true })
    document.fonts.addEventListener('loadingdone', count)
    addEventListener(SIZED, count)
    return () => {
      sizes.disconnect()
      entries.disconnect()
      document.fonts.removeEventListener('loadingdone', count)
      removeEventListener(SIZED, count)
    }
  }, [ref])

  const latest = useRef(goal)
  useLayoutEffect(() => {
    latest.current = goal
  })
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const seen = latest.current?.(stamp) ?? null
    const pageOfSeen = () => (seen === null ? 0 : Math.floor(seen.offsetLeft / stepOf(element) + NEARLY))
    let shown = pageOfSeen()
    const turnTo = (next: number) => {
      turnedTo.current = next
      setPage(next)
    }
    // Another size may put what was to be seen on another page; one that has turned further stays.
    const resized = () => {
      const before = shown
      shown = pageOfSeen()
      if (turnedTo.current === before) turnTo(shown)
    }
    shownAt.current = performance.now()
    turnTo(shown)
    addEventListener(SIZED, resized)
    return () => removeEventListener(SIZED, resized)
  }, [ref, stamp])

  useEffect(() => {
    if (pages === 1 || still) return
    shownAt.current = performance.now()
    const timer = setInterval(() => {
      if (performance.now() - shownAt.current < PAGE_STAYS) return
      shownAt.current = performance.now()
      setPage((before) => (Math.min(before, pages - 1) + 1) % pages)
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [pages, still])

  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const turned = element.style.transform !== ''
    element.style.transform = `translateX(calc(${-page} * (100% + var(--page-gap))))`
    if (turned) element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: fade() })
  }, [ref, page])

  return { page, pages }
}

function fade(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180
}
