import type { Locator, Page } from 'playwright'

import { FIRST_SETTINGS } from '../../shared/meeting/newMeeting'
import { expect, test } from '../helpers/app'
import { runAll } from '../helpers/bridge'
import {
  capture,
  captureLine,
  entries,
  openPrompter,
  openSample,
  setObjection,
  startMeeting,
  toCaptureLine,
} from '../helpers/desk'
import { button, tabTo } from '../helpers/keyboard'

const DEADLINE = 'The deadline is tight. If we stop now, the launch will slip.'

const row = (page: Page, text: string): Locator => entries(page, 'Objections').filter({ hasText: text })
const taken = (page: Page, text: string): Locator => row(page, text).locator('[data-does="entry.match"]')
const messages = (prompter: Page): Locator => prompter.getByRole('status', { name: 'Messages' })
const response = (prompter: Page): Locator => prompter.getByRole('region', { name: 'Response' })

/** Presses a key on an entry of the objections. */
async function onRow(page: Page, text: string, key: string): Promise<void> {
  await tabTo(row(page, text).last().getByRole('button', { name: 'Edit', exact: true }))
  await page.keyboard.press(key)
}

test('what is raised is matched with what was prepared, offered, corrected and counted', async ({
  lectern,
}) => {
  test.slow()
  const { desk } = lectern
  await openSample(desk)
  await startMeeting(desk, false)
  const prompter = await openPrompter(lectern)
  await toCaptureLine(desk)

  // In spite of typing mistakes, seen before Enter, offered with its key at once.
  await desk.keyboard.type('o @dana our sprint comitments again')
  await expect(desk.getByText('Prepared: sprint, key 2', { exact: true })).toBeVisible()
  await desk.keyboard.press('Enter')
  await expect(taken(desk, 'our sprint comitments')).toHaveText('2 sprint')
  await expect(messages(prompter)).toContainText('Dana Ito: our sprint comitments again')
  await expect(messages(prompter)).toContainText('press 2')
  await prompter.keyboard.press('2')
  await expect(response(prompter)).toContainText('It means overtime for my team', { ignoreCase: true })
  await prompter.keyboard.press('Escape')

  // Between two, both are offered; the presenter's key decides.
  await toCaptureLine(desk)
  await capture(desk, 'o overtime, and who pays')
  await expect(taken(desk, 'and who pays')).toHaveText('no match')
  await expect(messages(prompter)).toContainText(/is it 2 sprint or 4 ship now/)
  await prompter.keyboard.press('4')
  await expect(response(prompter)).toBeVisible()
  await expect(taken(desk, 'and who pays')).toHaveText('4 ship now')
  await prompter.keyboard.press('Escape')

  // A misreading never wins.
  await toCaptureLine(desk)
  await desk.keyboard.type('o the deadline for lunch')
  await tabTo(button(desk, `It is not “${DEADLINE}”`))
  await desk.keyboard.press('Delete')
  await expect(captureLine(desk)).toBeFocused()
  await expect(desk.getByText('Not a prepared one', { exact: true })).toBeVisible()
  await desk.keyboard.press('Enter')
  await expect(taken(desk, 'for lunch')).toHaveText('no match')
  await expect(messages(prompter)).toContainText('the deadline for lunch')
  await expect(messages(prompter)).not.toContainText('press 1')

  // Put right by key.
  await onRow(desk, 'for lunch', 'm')
  const dialog = desk.getByRole('dialog', { name: 'Which prepared objection is it?' })
  await expect(dialog.getByRole('radio', { name: 'None of them' })).toBeFocused()
  await desk.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: DEADLINE })).toBeChecked()
  await desk.keyboard.press('Enter')
  await expect(taken(desk, 'for lunch')).toHaveText('1 deadline')
  await expect(messages(prompter)).toContainText('press 1')

  // Raised again, by somebody else; what was being typed comes back.
  await toCaptureLine(desk)
  await desk.keyboard.type('n half a no')
  await onRow(desk, 'our sprint comitments', 'r')
  await expect(captureLine(desk)).toBeFocused()
  await expect(captureLine(desk)).toHaveValue('o our sprint comitments again ')
  await desk.keyboard.type('@amara')
  await desk.keyboard.press('Enter')
  await expect(captureLine(desk)).toHaveValue('n half a no')
  await expect(row(desk, 'raised twice: Dana Ito, Amara Okafor')).toHaveCount(1)
  await expect(row(desk, 'our sprint comitments').last()).toContainText('raised twice')
  await desk.keyboard.type('te')
  await desk.keyboard.press('Enter')

  // The map tells the same, to the eye and in words.
  await setObjection(desk, 'for lunch', 'Sustained')
  const map = desk.getByRole('table', { name: 'Stakeholders and objections' })
  await expect(
    map
      .getByRole('row', { name: /^Dana Ito/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText(/open$/)
  await expect(
    map
      .getByRole('row', { name: /^No name given/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(/sustained$/)
  await expect(desk.getByRole('list', { name: 'Prepared objections' })).toContainText(
    'sprint, raised twice: Dana Ito, Amara Okafor',
  )

  // Unasked, where the meeting is set so.
  await runAll(desk, [{ type: 'setSettings', settings: { ...FIRST_SETTINGS, offerUnasked: true } }])
  await toCaptureLine(desk)
  await capture(desk, 'q how sure are you of the root cause')
  await expect(response(prompter)).toContainText('How sure are we of the fix?')
})
