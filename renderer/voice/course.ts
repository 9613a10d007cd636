import type { Text, ToListener } from './protocol'

/** A wheel turns in many steps: the worker is told where it stopped, once no step came for so long, in milliseconds. */
const SETTLED = 150

/**
 * Tells the worker what is to be spoken next. Each text and each place put by hand has a number of its own, from the
 * moment it is known here: what is still heard under an older one is about words that count no more.
 */
export type Course = {
  readonly number: () => number
  readonly text: (text: Text) => void
  /** The script was put elsewhere by hand, and may be put on yet. */
  readonly seek: (place: number) => void
  /** From this place on, now. */
  readonly begin: (place: number) => void
  readonly close: () => void
}

/** The course that a worker is told of. */
export function createCourse(tell: (message: ToListener) => void): Course {
  let number = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  const close = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const next = () => {
    close()
    number += 1
  }
  return {
    number: () => number,
    text: (text) => {
      next()
      tell({ kind: 'text', text, number })
    },
    seek: (place) => {
      next()
      timer = setTimeout(() => tell({ kind: 'seek', place, number }), SETTLED)
    },
    begin: (place) => {
      next()
      tell({ kind: 'seek', place, number })
    },
    close,
  }
}
