import type { Page } from 'playwright'
import { expect } from 'playwright/test'

import type { Lectern } from './lectern'

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

const firstWords = (prompter: Page) =>
  prompter
    .getByRole('region', { name: 'Script', exact: true })
    .getByText('Thank you for coming at short notice', { exact: false })
    .first()

/** Where the script stands on the prompter: the height of its first words on the screen. */
export function scriptPlace(prompter: Page): Promise<number> {
  return firstWords(prompter).evaluate((element) => element.getBoundingClientRect().top)
}

/** Where the script stands once it no longer moves. */
export async function restingPlace(prompter: Page): Promise<number> {
  let before = Number.NaN
  await expect
    .poll(async () => {
      const now = await scriptPlace(prompter)
      const rests = now === before
      before = now
      return rests
    }, 'the script comes to rest')
    .toBe(true)
  return before
}

/** Whether the window that is titled so can be seen. */
export function isShown(lectern: Lectern, title: string): Promise<boolean> {
  return lectern.electron.evaluate(
    ({ BrowserWindow }, start) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.getTitle().startsWith(start))
        ?.isVisible() ?? false,
    title,
  )
}

/** Closes the window that is titled so, as its own close button does. */
export async function closeWindow(lectern: Lectern, title: string): Promise<void> {
  await lectern.electron.evaluate(({ BrowserWindow }, start) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle().startsWith(start))
      ?.close()
  }, title)
  await expect.poll(() => isShown(lectern, title)).toBe(false)
}
