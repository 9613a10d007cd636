/** The id of the element that a place of Prepare is, e.g. `place-fact-bug`. */
export function placeId(kind: string, id = ''): string {
  return id === '' ? `place-${kind}` : `place-${kind}-${id}`
}

const FRAMES = 20

/**
 * Puts the focus on an element once it is drawn, and brings it into sight. Waits a few frames, so what has
 * just been asked for may still be on its way. A form gives the focus to its first field.
 */
export function focusId(id: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id)
    if (element === null) {
      if (frames > 0) focusId(id, frames - 1)
      return
    }
    const target =
      element instanceof HTMLFormElement ? element.querySelector<HTMLElement>('input, textarea') : element
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: target.matches('section') ? 'start' : 'center' })
  })
}
