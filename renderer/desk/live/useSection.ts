import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Lists of up to so many entries are on the page whole. */
const WHOLE = 120
/** Entries that come and go together. */
const CHUNK = 16
/** Pixels of a row nobody has seen yet. */
const ROW = 48

/** The chunks on the page, the last one excluded, and the pixels that stand for those before and after them. */
type Shown = { readonly from: number; readonly to: number; readonly before: number; readonly after: number }

/** The entries of a list that are on the page: those from `from` up to `to`. */
export type Section = {
  readonly from: number
  readonly to: number
  readonly before: number
  readonly after: number
  /** Whether there are more entries than are on the page. */
  readonly partial: boolean
  /** To be called when the list was scrolled. */
  readonly look: () => void
}

const END: Omit<Shown, 'from' | 'before'> = { to: Infinity, after: 0 }

function atEnd(chunks: number): Shown {
  const from = Math.max(0, chunks - 3)
  return { ...END, from, before: from * CHUNK * ROW }
}

/** The chunks that lie within a screen of what is in sight, and how much lies on either side of them. */
export function shownAt(
  view: { readonly top: number; readonly height: number },
  chunks: number,
  heightOf: (chunk: number) => number,
): Shown {
  let [from, to, before, after, place] = [chunks, 0, 0, 0, 0]
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const end = place + heightOf(chunk)
    if (end < view.top - view.height) before = end
    else if (place > view.top + 2 * view.height) after += end - place
    else {
      from = Math.min(from, chunk)
      to = chunk + 1
    }
    place = end
  }
  if (to === 0) return atEnd(chunks)
  return to === chunks ? { ...END, from, before } : { from, to, before, after }
}

/** Notes how high the chunks on the page are; the first of their rows may come after what stands for those before. */
function remember(
  children: HTMLCollection,
  { chunk, row }: { readonly chunk: number; readonly row: number },
  heights: number[],
): void {
  const topOf = (at: number) => {
    const element = children.item(at)
    return element instanceof HTMLElement && element.dataset['entry'] !== undefined ? element.offsetTop : null
  }
  for (let at = 0; row + (at + 1) * CHUNK < children.length; at += 1) {
    const [top, next] = [topOf(row + at * CHUNK), topOf(row + (at + 1) * CHUNK)]
    if (top !== null && next !== null) heights[chunk + at] = next - top
  }
}

/** Keeps of a long list only what is near the part in sight on the page; heights are remembered once seen. */
export function useSection(list: RefObject<HTMLElement | null>, count: number): Section {
  const chunks = Math.ceil(count / CHUNK)
  const partial = count > WHOLE
  const heights = useRef<number[]>([])
  const [shown, setShown] = useState(() => atEnd(chunks))
  const from = Math.min(shown.from, Math.max(0, chunks - 1))

  const first = useRef({ chunk: from, row: 0 })
  useLayoutEffect(() => {
    first.current = { chunk: from, row: shown.before > 0 ? 1 : 0 }
  }, [from, shown.before])

  const look = useCallback(() => {
    const element = list.current
    if (element === null || !partial) return
    remember(element.children, first.current, heights.current)
    const view = { top: element.scrollTop, height: element.clientHeight }
    const next = shownAt(view, chunks, (chunk) => heights.current[chunk] ?? CHUNK * ROW)
    setShown((old) => (old.from === next.from && old.to === next.to ? old : next))
  }, [list, partial, chunks])

  if (!partial) return { from: 0, to: count, before: 0, after: 0, partial, look }
  const to = Math.min(count, shown.to * CHUNK)
  return { from: from * CHUNK, to, before: shown.before, after: shown.after, partial, look }
}
