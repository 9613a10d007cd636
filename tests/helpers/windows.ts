import type { Page } from 'playwright'

/** A run of text on a page and its size in pixels. */
export type SizedText = { readonly text: string; readonly size: number }

/** All text that can be seen, with its size. Text for screen readers only does not count. */
export function visibleText(page: Page): Promise<readonly SizedText[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: SizedText[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim()
      const element = node.parentElement
      if (text === '' || element === null) continue
      const { width, height } = element.getBoundingClientRect()
      const seen = element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
      if (seen && width > 2 && height > 2)
        found.push({ text, size: parseFloat(getComputedStyle(element).fontSize) })
    }
    return found
  })
}
