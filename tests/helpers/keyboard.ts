import type { Locator, Page } from 'playwright'
import { expect } from 'playwright/test'

/** More Tab stops than any page has. */
const TOO_FAR = 250

/** Where a control lies, seen from what has the focus. */
const seenFromFocus = (target: Locator) =>
  target.evaluate((element) => {
    const focus = document.activeElement
    if (element === focus) return 'here'
    const place = focus?.compareDocumentPosition(element) ?? 0
    return (place & Node.DOCUMENT_POSITION_PRECEDING) === 0 ? 'ahead' : 'behind'
  })

/** Walks to a control with Tab or Shift+Tab, as someone without a mouse does. Fails when they do not lead there. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const { keyboard } = target.page()
  const back = (await seenFromFocus(target)) === 'behind'
  for (let steps = 0; steps < TOO_FAR; steps += 1) {
    if ((await seenFromFocus(target)) === 'here') return
    await keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

/** Walks to a button or link and presses Enter on it. */
export async function press(target: Locator): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press('Enter')
}

/** Replaces what stands in a text field, key by key, with `delay` milliseconds between keys. */
export async function typeInto(target: Locator, text: string, delay = 0): Promise<void> {
  await tabTo(target)
  const { keyboard } = target.page()
  await keyboard.press('ControlOrMeta+A')
  await keyboard.press('Backspace')
  await keyboard.type(text, { delay })
}

/** A button of the page by its whole name. */
export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}

/** Chooses in a drop-down list by typing what it says. */
export async function choose(target: Locator, option: string): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.type(option)
  await expect(target.locator('option:checked')).toHaveText(option)
}
