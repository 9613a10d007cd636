import type { Page } from 'playwright'

import { expect, test } from '../helpers/app'
import { expectAccessible } from '../helpers/axe'
import { runAll } from '../helpers/bridge'
import {
  capture,
  editEntry,
  entries,
  goTo,
  liveMeeting,
  openPrompter,
  region,
  toCaptureLine,
} from '../helpers/desk'
import { cli, meetingPath, readMeetingFile } from '../helpers/files'
import { button, press, tabTo } from '../helpers/keyboard'

type ListName = Parameters<typeof entries>[1]

const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })
const row = (page: Page, list: ListName, text: string) => entries(page, list).filter({ hasText: text })

/** Focuses the row of an entry and presses a key on it. */
async function onRow(page: Page, list: ListName, text: string, key: string): Promise<void> {
  await tabTo(row(page, list, text).getByRole('button', { name: 'Edit', exact: true }))
  await page.keyboard.press(key)
}

/** Takes an entry out as another window does, past whatever is open here. */
async function removeElsewhere(page: Page, list: ListName, text: string): Promise<void> {
  const entry = (await row(page, list, text).getAttribute('data-entry')) ?? ''
  await runAll(page, [{ type: 'removeEntry', entry }])
}

test('entries are put in order, linked, taken back and made again by keyboard alone', async ({ lectern }) => {
  const { desk } = lectern
  await liveMeeting(desk, 'In order')
  for (const line of [
    'o the deadline is tight',
    'd halt release 4.2',
    'a rework the refresh',
    'n one',
    'n two',
  ])
    await capture(desk, line)

  await onRow(desk, 'Notes', 'two', 'Alt+ArrowUp')
  await expect(said(desk, '“two” is now 1 of 2.')).toBeVisible()
  await expect(entries(desk, 'Notes')).toContainText(['two', 'one'])
  await expect(row(desk, 'Notes', 'two').getByRole('button', { name: 'Edit', exact: true })).toBeFocused()

  await onRow(desk, 'Decisions', 'halt', 'l')
  await desk.keyboard.type('deadline')
  await desk.keyboard.press('Enter')
  await expect(row(desk, 'Decisions', 'halt')).toContainText('settles: the deadline is tight')
  await onRow(desk, 'Actions', 'rework', 'l')
  await desk.keyboard.press('Enter')
  const link = row(desk, 'Actions', 'rework').getByRole('button', { name: 'carries out: halt release 4.2' })
  await expectAccessible(desk, 'linked entries')
  await press(link)
  const decision = row(desk, 'Decisions', 'halt').getByRole('button', { name: 'Edit', exact: true })
  await expect(decision).toBeFocused()

  await desk.keyboard.press('ControlOrMeta+Z')
  await expect(
    said(desk, 'Undone: the link between “rework the refresh” and “halt release 4.2”'),
  ).toBeVisible()
  await expect(link).toHaveCount(0)
  await desk.keyboard.press('ControlOrMeta+Y')
  await expect(link).toHaveCount(1)
  await press(button(desk, 'Undo'))
  await press(button(desk, 'Undo'))
  await expect(row(desk, 'Decisions', 'halt')).not.toContainText('settles')
  await press(button(desk, 'Undo'))
  await expect(entries(desk, 'Notes')).toContainText(['one', 'two'])
  await press(button(desk, 'Redo'))
  await expect(said(desk, 'Made again: the new place of “two”')).toBeVisible()
  await expect(entries(desk, 'Notes')).toContainText(['two', 'one'])

  const dialog = await editEntry(row(desk, 'Decisions', 'halt'))
  await desk.keyboard.press('ControlOrMeta+End')
  await desk.keyboard.type(' at once')
  await press(dialog.getByRole('button', { name: 'Links…', exact: true }))
  await desk.keyboard.type('deadline')
  await desk.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('settles: the deadline is tight')
  await expectAccessible(desk, 'an entry being edited, linked')
  await removeElsewhere(desk, 'Decisions', 'halt')
  await expect(dialog.getByRole('alert')).toContainText('This entry is no longer there')
  await expect(dialog.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue(/halt .* at once$/)
  await press(dialog.getByRole('button', { name: 'Add as a new entry' }))
  await expect(dialog).toBeHidden()
  await expect(entries(desk, 'Decisions')).toHaveText([/halt release 4.2 at once/])

  await lectern.close()
  const path = meetingPath(lectern.dataDir)
  expect(readMeetingFile(path)).toMatchObject({ notes: [{ text: 'two' }, { text: 'one' }] })
  expect(await cli('check', path)).toMatchObject({ code: 0 })
})

test('a cue changed in the prompter meanwhile is not overwritten by the Desk: both are shown', async ({
  lectern,
}) => {
  const { desk } = lectern
  await liveMeeting(desk, 'Two windows')
  const prompter = await openPrompter(lectern)
  await goTo(desk, 'Prepare')
  await press(button(desk, 'Edit Opening'))
  const form = region(desk, 'Script').getByRole('form', { name: 'Edit Opening' })
  const agenda = form.getByRole('textbox', { name: 'Agenda title' })
  await tabTo(agenda)
  await desk.keyboard.type(' from the desk')

  await prompter.bringToFront()
  await prompter.keyboard.press('e')
  const text = prompter.getByRole('region', { name: 'Edit cue' }).getByRole('textbox')
  await expect(text).toBeFocused()
  await prompter.keyboard.press('ControlOrMeta+Home')
  await prompter.keyboard.type('Changed meanwhile. ')
  await prompter.keyboard.press('ControlOrMeta+Enter')
  await expect(text).toHaveCount(0)

  await desk.bringToFront()
  await desk.keyboard.press('ControlOrMeta+Enter')
  await expect(form.getByRole('alert')).toContainText('changed this cue while you were writing')
  await expect(form.getByText(/Changed meanwhile\./)).toBeVisible()
  await expect(agenda).toHaveValue(/from the desk$/)
  await expectAccessible(desk, 'two versions of a cue')
  await press(form.getByRole('button', { name: 'Keep theirs' }))
  await expect(form.getByRole('textbox', { name: 'Heading', exact: true })).toBeFocused()
  await expect(form.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue(/^Changed meanwhile\./)

  await prompter.bringToFront()
  await prompter.keyboard.press('e')
  await expect(text).toBeFocused()
  await prompter.keyboard.type('Mine. ')
  await desk.bringToFront()
  await tabTo(agenda)
  await desk.keyboard.press('End')
  await desk.keyboard.type(' again')
  await desk.keyboard.press('ControlOrMeta+Enter')
  await expect(form).toBeHidden()
  await prompter.bringToFront()
  await prompter.keyboard.press('ControlOrMeta+Enter')
  const editor = prompter.getByRole('region', { name: 'Edit cue' })
  await expect(editor.getByRole('alert')).toContainText('changed this cue while you were writing')
  await expect(editor.getByRole('region', { name: 'Theirs' })).toContainText('Changed meanwhile.')
  await expectAccessible(prompter, 'two versions of a cue on the prompter')
  await press(editor.getByRole('button', { name: 'Use mine' }))
  await expect(editor).toBeHidden()
  await toCaptureLine(desk)
})
