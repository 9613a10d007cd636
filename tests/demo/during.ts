import type { Page } from 'playwright'

import { expect, type Lectern } from '../helpers/app'
import {
  captureLine,
  here,
  openBoard,
  openPrompter,
  region,
  setObjection,
  startMeeting,
} from '../helpers/desk'
import { button, press, tabTo, typeInto } from '../helpers/keyboard'
import { captureAll, lines, picture, pictureInTheDark, sample, TYPING } from './scene'

/** Somebody objects; the presenter answers with the prepared response and goes back to the script. */
async function answer(desk: Page, prompter: Page, digit: number, said: string, shot?: string): Promise<void> {
  await prompter.keyboard.press(String(digit))
  await expect(region(prompter, 'Response')).toBeVisible()
  if (shot !== undefined) await picture(prompter, shot)
  await prompter.keyboard.press('Escape')
  await expect(region(prompter, 'Response')).toHaveCount(0)
  await setObjection(desk, said, 'Answered')
}

/** The opening is read out, and the first objection comes. */
export async function open(lectern: Lectern): Promise<readonly [prompter: Page, board: Page]> {
  const { desk } = lectern
  await startMeeting(desk, false)
  await press(button(desk, 'Everybody is here'))
  await expect(here(desk, 'Farida')).toHaveAttribute('aria-pressed', 'true')
  const prompter = await openPrompter(lectern)
  const board = await openBoard(lectern)
  await expect(board.getByRole('heading', { name: sample.title })).toBeVisible()
  await picture(board, 'board-start')
  await picture(prompter, 'prompter-start')
  await prompter.keyboard.press('Space')
  await captureAll(desk, lines('n all five', 'o @pm'))
  await picture(prompter, 'prompter-running')
  await captureAll(desk, lines('o @pm', 'n Amara'))
  await expect(prompter.getByRole('status', { name: 'Messages' })).toContainText('press 1')
  await picture(prompter, 'prompter-offer')
  await answer(desk, prompter, 1, 'the deadline is tight', 'prompter-response')
  await picture(desk, 'live-early')
  return [prompter, board]
}

/** The plan, the other objections, what nobody expected, and what is decided. */
export async function discuss(desk: Page, prompter: Page, board: Page): Promise<void> {
  await prompter.keyboard.press('PageDown')
  await captureAll(desk, lines('n Amara', 'q @eng'))
  await answer(desk, prompter, 2, 'this blows up our sprint')
  await captureAll(desk, lines('q @eng', 'c @mz'))
  await answer(desk, prompter, 3, 'how sure are we')
  await captureAll(desk, lines('c @mz', 'q @farida'))
  await answer(desk, prompter, 4, 'ship now and patch it')
  await captureAll(desk, lines('q @farida', 'd halt'))
  await expect(prompter.getByText('five minutes left', { exact: false })).toBeVisible()
  await picture(prompter, 'prompter-whisper')
  await captureAll(desk, lines('d halt', 'a ask legal'))
  await desk.keyboard.type('a ask legal whether the auditors must be told @farida due thu 12:00', {
    delay: TYPING,
  })
  await expect(captureLine(desk)).toHaveAccessibleDescription(/Action.*Farida Rahmani.*Thu.*12:00/)
  await picture(desk, 'live-understood')
  await desk.keyboard.press('Enter')
  await expect(captureLine(desk)).toHaveValue('')
  await captureAll(desk, lines('a write up'))
  await setObjection(desk, 'old mobile clients keep their tokens', 'Deferred')
  await setObjection(desk, 'have to go into the audit', 'Deferred')
  await picture(desk, 'live-late')
  await pictureInTheDark(desk, 'live-late')
  await picture(board, 'board-late')
}

/** What lies a key away on either screen. */
export async function findThings(desk: Page, prompter: Page): Promise<void> {
  const palette = desk.getByRole('dialog', { name: 'Find anything' })
  await desk.keyboard.press('ControlOrMeta+K')
  await typeInto(palette.getByRole('combobox'), 'roll', TYPING)
  await picture(desk, 'palette')
  await desk.keyboard.press('Escape')
  await tabTo(button(desk, 'Break'))
  await desk.keyboard.press('?')
  await expect(desk.getByRole('dialog', { name: 'Keys', exact: true })).toBeVisible()
  await picture(desk, 'keys')
  await desk.keyboard.press('Escape')
  for (const [key, name, there] of [
    [',', 'settings', region(prompter, 'Settings')],
    ['t', 'phrases', region(prompter, 'Must-say phrases and times')],
    ['?', 'keys', prompter.getByRole('dialog', { name: 'Keys', exact: true })],
  ] as const) {
    await prompter.keyboard.press(key)
    await expect(there).toBeVisible()
    await picture(prompter, `prompter-${name}`)
    await prompter.keyboard.press('Escape')
    await expect(there).toBeHidden()
  }
}

/** A break, and somebody at the door: the panic key hides everything, and brings it back. */
export async function interrupt(desk: Page, prompter: Page, board: Page): Promise<void> {
  await press(button(desk, 'Break'))
  await expect(board.getByRole('heading', { name: 'Break' })).toBeVisible()
  await picture(board, 'board-break')
  await picture(desk, 'live-break')
  await press(button(desk, 'End break'))
  await prompter.keyboard.press('Shift+Escape')
  await expect(board.getByRole('list')).toHaveCount(0)
  await expect(region(desk, 'Windows')).toContainText('Prompter hidden, board blank')
  await picture(desk, 'live-panic')
  await desk.keyboard.press('Shift+Escape')
  await expect(board.getByRole('list', { name: 'Decisions' })).toBeVisible()
}

/** The closing walk: what is left is settled, or named. */
export async function end(desk: Page): Promise<void> {
  await press(button(desk, 'End meeting'))
  const dialog = desk.getByRole('dialog', { name: 'End the meeting?' })
  await expect(dialog).toBeVisible()
  await picture(desk, 'end')
  const ticks = dialog.getByRole('list', { name: 'Closing checklist' }).getByRole('checkbox')
  for (const tick of await ticks.all()) {
    await tabTo(tick)
    await desk.keyboard.press('Space')
    await expect(tick).toBeChecked()
  }
  await typeInto(dialog.getByRole('textbox', { name: 'When', exact: true }), 'in 3 days at 15:00', TYPING)
  await press(dialog.getByRole('button', { name: 'Set follow-up' }))
  await expect(dialog.getByRole('button', { name: 'Change follow-up' })).toBeVisible()
  await picture(desk, 'end-settled')
  await press(dialog.getByRole('button', { name: 'End now', exact: true }))
  await expect(dialog).toBeHidden()
}
