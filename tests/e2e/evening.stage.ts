import type { Page } from 'playwright'

import { expect, type Lectern } from '../helpers/app'
import { capture, entries, region, setBoardDelay, toCaptureLine } from '../helpers/desk'
import { button, press, typeInto } from '../helpers/keyboard'
import { isShown } from '../helpers/windows'

import { said } from './evening.prepare'

const shown = (board: Page, list: string) =>
  board.getByRole('list', { name: list, exact: true }).getByRole('listitem')

const NEVER = 'decided too fast'

/** Writes down in the board's page whether `text` was ever in it. */
async function watchFor(board: Page, text: string): Promise<() => Promise<boolean>> {
  await board.evaluate((words) => {
    const look = () => {
      if (document.documentElement.textContent.includes(words)) Object.assign(window, { seen: true })
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { seen: false })
    look()
  }, text)
  return () => board.evaluate(() => Reflect.get(window, 'seen') === true)
}

/** What goes on the board waits, and what is taken back meanwhile never was there. */
export async function delayBoard(desk: Page, board: Page): Promise<void> {
  const everShown = await watchFor(board, NEVER)
  const before = await shown(board, 'Decisions').count()
  await setBoardDelay(desk, 10)
  await toCaptureLine(desk)
  await capture(desk, `d ${NEVER}`)
  await desk.keyboard.press('ControlOrMeta+Z')
  await expect(said(desk).filter({ hasText: `Undone: the decision “${NEVER}”` })).toBeVisible()
  await capture(desk, 'd decided with a pause to think')
  await expect(region(desk, 'Windows').getByText('Board live, 1 to come')).toBeVisible()
  expect(await shown(board, 'Decisions').count()).toBe(before)
  await expect(shown(board, 'Decisions')).toHaveCount(before + 1, { timeout: 20_000 })
  await expect(board.getByText('decided with a pause to think')).toBeVisible()
  await expect(region(desk, 'Windows').getByText('Board live', { exact: false })).toBeVisible()
  expect(await everShown()).toBe(false)
  await setBoardDelay(desk, 0)
}

export async function coverBoard(lectern: Lectern, prompter: Page, board: Page): Promise<void> {
  const { desk } = lectern
  const before = await shown(board, 'Decisions').count()
  await press(button(desk, 'Freeze board'))
  await expect(button(desk, 'Freeze board')).toHaveAttribute('aria-pressed', 'true')
  await toCaptureLine(desk)
  await capture(desk, 'd decided behind a frozen board')
  await expect(entries(desk, 'Decisions').last()).toContainText('behind a frozen board')
  expect(await shown(board, 'Decisions').count()).toBe(before)
  await press(button(desk, 'Freeze board'))
  await expect(shown(board, 'Decisions')).toHaveCount(before + 1)

  await press(button(desk, 'Blank board'))
  await expect(board.getByRole('list')).toHaveCount(0)
  await press(button(desk, 'Blank board'))
  await expect(shown(board, 'Decisions')).toHaveCount(before + 1)

  await prompter.keyboard.press('Shift+Escape')
  await expect.poll(() => isShown(lectern, 'Prompter')).toBe(false)
  await expect(board.getByRole('list')).toHaveCount(0)
  await expect(region(desk, 'Windows')).toContainText('Prompter hidden, board blank')
  await toCaptureLine(desk)
  await desk.keyboard.press('Shift+Escape')
  await expect.poll(() => isShown(lectern, 'Prompter')).toBe(true)
  await expect(shown(board, 'Decisions')).toHaveCount(before + 1)
}

export async function find(desk: Page, prompter: Page): Promise<void> {
  const { keyboard } = desk
  const palette = desk.getByRole('dialog', { name: 'Find anything' })
  const chosen = palette.getByRole('option', { selected: true })
  await keyboard.press('ControlOrMeta+K')
  await typeInto(palette.getByRole('combobox'), 'farida')
  await expect(chosen).toContainText(/Farida Rahmani.*Executive Sponsor/)
  await typeInto(palette.getByRole('combobox'), 'memory leak')
  await expect(chosen).toContainText('keeps memory it no longer needs')
  await typeInto(palette.getByRole('combobox'), 'freeze board')
  await expect(chosen).toContainText('Freeze board')
  await keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(button(desk, 'Freeze board')).toHaveAttribute('aria-pressed', 'true')
  await press(button(desk, 'Freeze board'))
  await expect(button(desk, 'Freeze board')).toHaveAttribute('aria-pressed', 'false')

  for (const page of [desk, prompter]) {
    const sheet = page.getByRole('dialog', { name: 'Keys', exact: true })
    await page.keyboard.press('?')
    await expect(sheet).toContainText('Find anything')
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  }
}
