import type { Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import { ask, heldMeeting } from '../helpers/bridge'
import { region } from '../helpers/desk'
import { openWindow } from '../helpers/openWindow'
import { PICTURED_AT, picturedMeeting, writeRehearsed } from '../helpers/pictured'
import { settle } from '../helpers/pictures'
import { THEMES } from '../../renderer/prompter/look'

/** The renderer that drew the pictures; another one draws letters a little differently. */
const RENDERER = 'linux, Electron 25.1.1'

/** So many pixels may differ: fewer than one other word of the script makes. */
const TOLERANCE = { animations: 'allow', maxDiffPixels: 60, threshold: 0.1 } as const

async function rendererOf({ electron }: Lectern): Promise<string> {
  return electron.evaluate(() => `${process.platform}, Electron ${process.versions.electron}`)
}

async function open(lectern: Lectern, kind: 'prompter' | 'board', meeting: string): Promise<Page> {
  const page = await openWindow(lectern, kind, meeting)
  await page.clock.setFixedTime(PICTURED_AT)
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect(page.getByText('14:20', { exact: true })).toBeVisible()
  return page
}

/** How long the cue has had goes on with the seconds, and the Board within the bar has a picture of its own. */
async function looksLike(page: Page, name: string, timeout = 5_000): Promise<void> {
  await page.mouse.move(0, 0)
  await settle(page)
  await page.locator('.cue-time, .on-time, .board-picture canvas').evaluateAll((all) => {
    for (const each of all) if (each instanceof HTMLElement) each.style.visibility = 'hidden'
  })
  await expect(page).toHaveScreenshot(`${name}.png`, { ...TOLERANCE, timeout })
}

/** One word of the script becomes another one. */
async function changeOneWord(prompter: Page): Promise<void> {
  await prompter.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      node.textContent = (node.textContent ?? '').replace('one decision', 'our decision')
  })
}

test('prompter and board look as they were last looked at, in every theme', async ({ lectern }, {
  config,
}) => {
  const renderer = await rendererOf(lectern)
  test.skip(renderer !== RENDERER, `the pictures were drawn by ${RENDERER}, and this is ${renderer}`)
  const meeting = writeRehearsed(lectern.dataDir, picturedMeeting())
  const board = await open(lectern, 'board', meeting)
  await expect(board.getByRole('list', { name: 'Actions' })).toContainText('rework')
  await looksLike(board, 'board')
  const { settings } = await heldMeeting(lectern.desk, meeting)
  await ask(lectern.desk, meeting, { type: 'setSettings', settings: { ...settings, boardTheme: 'dark' } })
  await expect(board.locator('html')).toHaveAttribute('data-theme', 'dark')
  await looksLike(board, 'board-dark')

  const prompter = await open(lectern, 'prompter', meeting)
  await expect(prompter.getByRole('status', { name: 'Pace' })).not.toBeEmpty()
  for (const { id, label } of THEMES) {
    await prompter.keyboard.press(',')
    await prompter.getByRole('radio', { name: label }).check()
    await prompter.keyboard.press('Escape')
    await prompter.keyboard.press('Home')
    await looksLike(prompter, `prompter-${id}`)
  }
  await prompter.keyboard.press('1')
  await expect(region(prompter, 'Response')).toBeVisible()
  await looksLike(prompter, 'prompter-response')
  await prompter.keyboard.press('Escape')

  const { updateSnapshots } = config
  if (updateSnapshots === 'all' || updateSnapshots === 'changed') return
  await changeOneWord(prompter)
  const last = THEMES.at(-1)?.id ?? ''
  await expect(looksLike(prompter, `prompter-${last}`, 1_000)).rejects.toThrow(/pixels/)
})
