import type { Page } from 'playwright'
import { expect } from 'playwright/test'

import type { Lectern } from '../../helpers/lectern'
import { openWindow } from '../../helpers/openWindow'

const PACE = 150

export async function openPrompter(lectern: Lectern, meeting: string): Promise<Page> {
  const prompter = await openWindow(lectern, 'prompter', meeting)
  await expect(prompter.getByRole('status', { name: 'Pace' })).not.toBeEmpty()
  return prompter
}

export async function closeWindow(lectern: Lectern, title: string): Promise<void> {
  await lectern.electron.evaluate(({ BrowserWindow }, start) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle().startsWith(start))
      ?.destroy()
  }, title)
}

/** Reads from the top at 150 words per minute. */
export async function read(prompter: Page): Promise<void> {
  await prompter.keyboard.press('Home')
  for (let pace = 140; pace < PACE; pace += 5) await prompter.keyboard.press('ArrowDown')
  await prompter.keyboard.press('Space')
  await expect(prompter.getByRole('status', { name: 'Pace' })).toHaveText(/150 .*running/)
}

export const EMPTY_TITLE = 'An empty page'

/** A page with nothing but one tall block, moved by the same kind of transform at about the same speed. */
export async function openEmptyPage(lectern: Lectern): Promise<void> {
  await lectern.electron.evaluate(async ({ BrowserWindow }, title) => {
    const window = new BrowserWindow({
      width: 1280,
      height: 720,
      useContentSize: true,
      webPreferences: { backgroundThrottling: false },
    })
    await window.loadURL('about:blank')
    window.setTitle(title)
    await window.webContents.executeJavaScript(`
      document.title = ${JSON.stringify(title)}
      const block = document.body.appendChild(document.createElement('div'))
      block.style.cssText = 'position:fixed;inset:0 0 auto;height:20000px;will-change:transform;border:4px solid black'
      block.animate(
        [{ transform: 'translate3d(0, 200px, 0)' }, { transform: 'translate3d(0, -16000px, 0)' }],
        { duration: 600000, fill: 'forwards' })
      undefined`)
  }, EMPTY_TITLE)
}
