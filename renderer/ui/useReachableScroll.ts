import { useEffect, type RefObject } from 'react'

/** Lets an area be scrolled by key, as a stop of the Tab key, for as long as its content does not fit. */
export function useReachableScroll(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = area.current
    if (element === null) return undefined
    const settle = () => {
      if (element.scrollHeight > element.clientHeight) element.setAttribute('tabindex', '0')
      else element.removeAttribute('tabindex')
    }
    const sizes = new ResizeObserver(settle)
    sizes.observe(element)
    const contents = new MutationObserver(settle)
    contents.observe(element, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['open'],
    })
    settle()
    return () => {
      sizes.disconnect()
      contents.disconnect()
    }
  }, [area])
}
