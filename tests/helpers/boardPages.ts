import type { Page } from 'playwright'

/**
 * Text of the board that no page of it shows in full: what lies beyond the window, beyond the room its list or
 * paragraph has, or on a page that is not counted. Empty where nothing is cut off.
 */
export function cutOff(board: Page): Promise<readonly string[]> {
  return board.evaluate(() => {
    // Browsers round where things lie.
    const slack = 2
    const found: string[] = []

    /** The line that a run of text stands in: its letters have a taller box than it. */
    function lineOf(text: Element, { top, bottom }: DOMRect) {
      const half = Number.parseFloat(getComputedStyle(text).lineHeight) / 2
      return { top: (top + bottom) / 2 - half, bottom: (top + bottom) / 2 + half }
    }

    function isCut(text: Element, box: DOMRect): boolean {
      const { left, right } = box
      const { top, bottom } = lineOf(text, box)
      if (top < -slack || bottom > innerHeight + slack) return true
      const flow = text.closest('.list-window > :is(ul, ol), .fit > :is(p, h1)')
      const room = flow?.parentElement
      if (flow === null || !room) return left < -slack || right > innerWidth + slack
      const window = room.getBoundingClientRect()
      if (top < window.top - slack || bottom > window.bottom + slack) return true
      const { left: start, width } = flow.getBoundingClientRect()
      const step = width + Number.parseFloat(getComputedStyle(flow).columnGap)
      const from = left - start
      const page = Math.floor((from + slack) / step)
      const counted = room.closest('.list, .fit')?.querySelector('.page-count')?.textContent ?? 'page 1 of 1'
      const isOnPage = from + right - left <= page * step + width + slack
      return !isOnPage || page >= Number.parseInt(counted.split(' of ')[1] ?? '', 10)
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.parentElement
      if (text === null || text.closest('.visually-hidden') !== null) continue
      range.selectNodeContents(node)
      if ([...range.getClientRects()].some((each) => each.width > 0 && isCut(text, each)))
        found.push(node.textContent ?? '')
    }
    return found
  })
}
