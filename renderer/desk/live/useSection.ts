import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Lists of up to so many entries are on the page whole. */
const WHOLE = 120
/** Entries that come and go together. */
const CHUNK = 40
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

/** Keeps of a long list only what is near the part in sight on the page; heights are remembered once seen. */
export function useSection(list: RefObject<HTMLElement | null>, count: number): Section {
  const chunks = Math.ceil(count / CHUNK)
  const partial = count > WHOLE
  const heights = useRef<number[]>([])
  const [shown, setShown] = useState(() => atEnd(chunks))
  const from = Math.min(shown.from, Math.max(0, chunks - 1))

  useLayoutEffect(() => {
    const rows = partial ? list.current?.querySelectorAll<HTMLElement>(':scope > [data-entry]') : undefined
    if (rows === undefined) return
    for (let at = 0; at + CHUNK < rows.length; at += CHUNK) {
      const [first, next] = [rows[at], rows[at + CHUNK]]
      if (first !== undefined && next !== undefined)
        heights.current[from + at / CHUNK] = next.offsetTop - first.offsetTop
    }
  })

  const look = useCallback(() => {
    const element = list.current
    if (element === null || !partial) return
    const view = { top: element.scrollTop, height: element.clientHeight }
    const next = shownAt(view, chunks, (chunk) => heights.current[chunk] ?? CHUNK * ROW)
    setShown((old) => (old.from === next.from && old.to === next.to ? old : next))
  }, [list, partial, chunks])

  if (!partial) return { from: 0, to: count, before: 0, after: 0, partial, look }
  const to = Math.min(count, shown.to * CHUNK)
  return { from: from * CHUNK, to, before: shown.before, after: shown.after, partial, look }
}
