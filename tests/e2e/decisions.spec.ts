import type { Page } from 'playwright'

import { sha256Hex } from '../../shared/meeting/log'
import { expect, test } from '../helpers/app'
import { expectAccessible } from '../helpers/axe'
import {
  capture,
  captureLine,
  createMeeting,
  endMeeting,
  entries,
  goTo,
  openBoard,
  openPrompter,
  startMeeting,
  toCaptureLine,
} from '../helpers/desk'
import { cli, meetingPath, readMeetingFile } from '../helpers/files'
import { button, press, tabTo } from '../helpers/keyboard'
import { addPeople } from '../helpers/people'

const SENTENCE = 'We halt release 4.2 until the memory leak is fixed'

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
const editOf = (page: Page, list: 'Decisions' | 'Actions') =>
  entries(page, list).last().getByRole('button', { name: 'Edit', exact: true })

/** Focuses the newest row of a list and presses a key on it. */
async function onRow(page: Page, list: 'Decisions' | 'Actions', key: string): Promise<void> {
  await tabTo(editOf(page, list))
  await page.keyboard.press(key)
}

/** A live meeting of three people, all of them here. */
async function withPeople(page: Page): Promise<void> {
  await createMeeting(page, { title: 'Halt 4.2', author: 'Sofia Marchetti' })
  await addPeople(page, [
    { name: 'Amara Okafor', role: 'Product Manager' },
    { name: 'Ben Adler', role: 'Sales Lead' },
    { name: 'Dana Ito', role: 'DevOps Lead' },
  ])
  await startMeeting(page, true)
  await press(button(page, 'Everybody is here'))
  await toCaptureLine(page)
}

test('a decision is read back by keyboard alone: the room, the presenter and the log have one sentence', async ({
  lectern,
}) => {
  const { desk } = lectern
  await withPeople(desk)
  const board = await openBoard(lectern)
  const prompter = await openPrompter(lectern)
  await toCaptureLine(desk)
  await capture(desk, `d ${SENTENCE}`)
  await onRow(desk, 'Decisions', 'r')

  const panel = dialog(desk, 'Read back')
  await expect(panel).toContainText('It is on the board.')
  const shown = board.getByRole('region', { name: 'Decision, read back' })
  await expect(shown).toHaveText(SENTENCE)
  await expect(prompter.getByRole('region', { name: 'Read-back' })).toContainText(SENTENCE)
  await expectAccessible(desk, 'the answers to a read-back')
  await expectAccessible(board, 'a sentence on the board')
  await expectAccessible(prompter, 'a sentence on the prompter')
  await board.keyboard.press('Tab')
  await prompter.keyboard.press('Escape')
  await expect(prompter.getByRole('region', { name: 'Read-back' })).toBeHidden()

  await desk.bringToFront()
  await desk.keyboard.press('a')
  await desk.keyboard.press('o')
  await desk.keyboard.type('the customers wait')
  await desk.keyboard.press('Tab')
  await desk.keyboard.press('s')
  await tabTo(panel.getByRole('combobox', { name: 'Outcome' }))
  await desk.keyboard.type('Agreed')
  await desk.keyboard.press('Tab')
  await press(panel.getByRole('button', { name: 'Save' }))
  await expect(panel).toBeHidden()
  await expect(shown).toBeHidden()
  const row = entries(desk, 'Decisions').last()
  await expect(row).toContainText('Agreed1 agreed, 1 objected, 1 abstainedRead back')
  await expect(board.getByRole('list', { name: 'Decisions' })).toContainText('agreed')
  await expect(board.locator('body')).not.toContainText('Ben Adler')
  await expect(board.locator('body')).not.toContainText('the customers wait')

  await desk.keyboard.press('F2')
  await desk.keyboard.press('End')
  await desk.keyboard.type(' and tested')
  await desk.keyboard.press('Enter')
  await expect(row).toContainText('Changed since it was read back')

  await onRow(desk, 'Decisions', 'd')
  const details = dialog(desk, 'Decision')
  await expect(details).toContainText(`as “${SENTENCE}”`)
  await desk.keyboard.type('Halt\nShip with the risk')
  await tabTo(details.getByRole('textbox', { name: 'Review' }))
  await desk.keyboard.type('in 3 days')
  await expectAccessible(desk, 'the details of a decision')
  await desk.keyboard.press('Enter')
  await expect(details).toBeHidden()

  await endMeeting(desk)
  await goTo(desk, 'Record')
  await lectern.close()
  const path = meetingPath(lectern.dataDir)
  const { decisions, log } = readMeetingFile(path)
  const said = log.find(({ body }) => body.type === 'readBack.shown')?.body
  expect(said).toMatchObject({ text: SENTENCE, hash: sha256Hex(SENTENCE) })
  expect(decisions[0]).toMatchObject({
    outcome: 'agreed',
    options: ['Halt', 'Ship with the risk'],
    positions: [
      { position: 'agreed' },
      { position: 'objected', reason: 'the customers wait' },
      { position: 'abstained' },
    ],
    readBacks: [{ text: SENTENCE, hash: sha256Hex(SENTENCE) }],
  })
  expect(decisions[0]?.review).not.toBeNull()
  expect((await cli('check', path)).code).toBe(0)
})

test('one key agrees for everybody; a board that shows nothing is said; Escape never loses answers at once', async ({
  lectern,
}) => {
  const { desk } = lectern
  await withPeople(desk)
  await capture(desk, 'd we halt')
  await onRow(desk, 'Decisions', 'r')
  const panel = dialog(desk, 'Read back')
  await expect(panel).toContainText('The board is closed: the room does not see it.')
  await desk.keyboard.press('e')
  await expect(panel.getByRole('radio', { name: 'Agreed', checked: true })).toHaveCount(3)
  await desk.keyboard.press('Escape')
  await expect(panel.getByRole('alert')).toContainText('Press Escape again')
  await desk.keyboard.press('Enter')
  await expect(panel).toBeHidden()
  await expect(entries(desk, 'Decisions').last()).toContainText('Agreed3 agreedRead back')
  await expect(editOf(desk, 'Decisions')).toBeFocused()
  await desk.keyboard.press('r')
  await expect(panel).toBeVisible()
  await desk.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(entries(desk, 'Decisions').last()).toContainText('3 agreed')
})

test('a task of the plan becomes an action with one key, gets one owner, and its due date is held to the plan', async ({
  lectern,
}) => {
  const { desk } = lectern
  await withPeople(desk)
  const tasks = desk.getByRole('region', { name: 'Plan, not taken on' }).getByRole('listitem')
  const before = await tasks.count()
  await expect(captureLine(desk)).toBeFocused()
  await desk.keyboard.press('ControlOrMeta+Shift+A')
  const finder = desk.getByRole('dialog', { name: 'Owner of the action' })
  await expectAccessible(desk, 'the finder of an owner')
  await desk.keyboard.type('dana')
  await desk.keyboard.press('Enter')
  await expect(finder).toBeHidden()
  const row = entries(desk, 'Actions').last()
  await expect(row).toContainText('Dana Ito')
  await expect(row).toContainText('from the plan')
  await expect(tasks).toHaveCount(before - 1)

  await onRow(desk, 'Actions', 't')
  await desk.keyboard.type('1 Jan 2020 10:00')
  await expect(dialog(desk, 'Due date')).toContainText('overdue')
  await desk.keyboard.press('Enter')
  await expect(row).toContainText('overdue')
  await toCaptureLine(desk)
  await capture(desk, 'a tell marketing')
  await expect(entries(desk, 'Actions').last()).toContainText('No owner or date')
  await onRow(desk, 'Actions', 'o')
  await desk.keyboard.type('ben')
  await desk.keyboard.press('Enter')
  await expect(entries(desk, 'Actions').last()).toContainText('Ben Adler')

  await press(button(desk, 'End meeting'))
  const closing = dialog(desk, 'End the meeting?')
  await expect(closing.getByRole('list', { name: 'Does not fit' })).toContainText('overdue')
  await expect(closing.getByRole('list', { name: 'Not owned' })).toContainText('no due date')
  await expectAccessible(desk, 'a due date that does not fit')
})
