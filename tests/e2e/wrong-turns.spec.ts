import { expect, test } from '../helpers/app'
import {
  addPerson,
  capture,
  captureLine,
  createMeeting,
  endMeeting,
  entries,
  fillFact,
  goTo,
  liveMeeting,
  openBoard,
  openPrompter,
  region,
  startMeeting,
  toCaptureLine,
  waitAcknowledged,
} from '../helpers/desk'
import { cli, meetingPath, readMeetingFile } from '../helpers/files'
import { button, press, tabTo } from '../helpers/keyboard'
import { closeWindow, restingPlace, scriptPlace } from '../helpers/windows'

const TITLE = 'A wrong turn'
const author = 'Sofia Marchetti'

test('starting with empty facts asks first, and Escape leaves the meeting a draft', async ({ lectern }) => {
  const { desk } = lectern
  await createMeeting(desk, { title: TITLE, author })
  await fillFact(desk, 'Bug', 'a memory leak')
  await press(button(desk, 'Start meeting'))
  const dialog = desk.getByRole('dialog')
  await expect(dialog).toHaveAccessibleName(/^\d+ facts are still empty$/)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Consequence' })).toHaveCount(1)
  await expect(dialog.getByRole('listitem').filter({ hasText: /^Bug$/ })).toHaveCount(0)
  await desk.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button(desk, 'Start meeting')).toBeFocused()

  await desk.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Fill them first' })).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(region(desk, 'Facts').getByRole('textbox', { name: 'Consequence', exact: true })).toBeFocused()
  await goTo(desk, 'Live')
  await expect(captureLine(desk)).toHaveCount(0)
  await lectern.close()
  expect(readMeetingFile(meetingPath(lectern.dataDir))).toMatchObject({ status: 'draft', startedAt: null })
})

test('somebody nobody knows stays in the text, and that is said before Enter', async ({ lectern }) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  await desk.keyboard.type('a call the bank @zorro by tomorrow 9:00')
  await expect(captureLine(desk)).toHaveAccessibleDescription(/Nobody in this meeting goes by “zorro”/)
  await expect(desk.getByText('so “@zorro” stays in the text.').last()).toBeVisible()
  await desk.keyboard.press('Enter')
  await waitAcknowledged(desk)
  const [action] = await entries(desk, 'Actions').all()
  if (action === undefined) throw new Error('There is no action')
  await expect(action).toContainText('call the bank @zorro')
  await expect(action).toContainText('No owner')
})

test('between two of a name nobody is guessed', async ({ lectern }) => {
  const { desk } = lectern
  await createMeeting(desk, { title: TITLE, author })
  await addPerson(desk, { name: 'Dana Ito', role: 'DevOps Lead' })
  await addPerson(desk, { name: 'Dana Berg', role: 'Engineering Lead' })
  await startMeeting(desk, true)
  await desk.keyboard.type('a try the way back @dana by fri 17:00')
  await expect(captureLine(desk)).toHaveAccessibleDescription(
    /“@dana” could be Dana Ito \(DevOps Lead\) or Dana Berg \(Engineering Lead\)/,
  )
  await desk.keyboard.press('Enter')
  await waitAcknowledged(desk)
  await expect(entries(desk, 'Actions').last()).toContainText('try the way back @dana')
  await expect(entries(desk, 'Actions').last()).toContainText('No owner')
  await capture(desk, 'a write it down @dana berg')
  await expect(entries(desk, 'Actions').last()).toContainText('Dana Berg')
  await expect(entries(desk, 'Actions').last()).not.toContainText('@')
})

test('a date that is past is shown in full and said to be past; it can be refused', async ({ lectern }) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  const line = 'a send the report by 3 Jan 2020 10:00'
  await desk.keyboard.type(line)
  await expect(captureLine(desk)).toHaveAccessibleDescription(/due Fri 3 Jan 2020, 10:00\. .*already past/)
  await desk.keyboard.press('Enter')
  await waitAcknowledged(desk)
  await expect(entries(desk, 'Actions').last()).toContainText('by Fri 3 Jan 2020, 10:00')

  await desk.keyboard.type(line)
  await press(button(desk, 'Keep the date as text'))
  await expect(captureLine(desk)).toBeFocused()
  await expect(captureLine(desk)).not.toHaveAccessibleDescription(/past/)
  await desk.keyboard.press('Enter')
  await waitAcknowledged(desk)
  await expect(entries(desk, 'Actions').last()).toContainText('send the report by 3 Jan 2020 10:00')
  await expect(entries(desk, 'Actions').last()).toContainText('No owner or date')
})

test('a meeting ended by mistake is opened again and goes on', async ({ lectern }) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  await capture(desk, 'd decided before')
  await endMeeting(desk)
  await goTo(desk, 'Live')
  await expect(captureLine(desk)).toHaveCount(0)
  await expect(desk.getByText(/^The meeting ended at \d\d:\d\d/)).toBeVisible()
  await goTo(desk, 'Record')
  await press(button(desk, 'Reopen'))
  await expect(desk.getByRole('tab', { name: 'Live' })).toHaveAttribute('aria-selected', 'true')
  await capture(desk, 'd decided after')
  await expect(entries(desk, 'Decisions')).toHaveText([/decided before/, /decided after/])
  await lectern.close()
  const path = meetingPath(lectern.dataDir)
  expect(readMeetingFile(path)).toMatchObject({ status: 'live', endedAt: null })
  expect(await cli('check', path)).toMatchObject({ code: 0 })
})

test('undo takes back what was done last from every stage, and leaves text fields their own', async ({
  lectern,
}) => {
  const { desk } = lectern
  const notes = entries(desk, 'Notes')
  const bug = region(desk, 'Facts').getByRole('textbox', { name: 'Bug', exact: true })
  await liveMeeting(desk, TITLE)
  for (const text of ['first', 'second', 'third']) await capture(desk, `n ${text}`)
  await goTo(desk, 'Record')
  await desk.keyboard.press('ControlOrMeta+Z')
  await expect(desk.getByRole('status').filter({ hasText: 'Undone: the note “third”' })).toBeVisible()

  await goTo(desk, 'Prepare')
  await tabTo(bug)
  await desk.keyboard.type('a leak')
  await desk.keyboard.press('ControlOrMeta+Z')
  await expect(bug).not.toHaveValue('a leak')
  await tabTo(button(desk, 'Edit Opening'))
  await desk.keyboard.press('ControlOrMeta+Z')
  await expect(desk.getByRole('status').filter({ hasText: 'Undone: the fact “Bug”' })).toBeVisible()
  await desk.keyboard.press('ControlOrMeta+Z')
  await expect(desk.getByRole('status').filter({ hasText: 'Undone: the note “second”' })).toBeVisible()

  await goTo(desk, 'Live')
  await expect(notes).toHaveText([/first/])
  await toCaptureLine(desk)
  await desk.keyboard.type('half a thou')
  await desk.keyboard.press('ControlOrMeta+Z')
  await expect(captureLine(desk)).not.toHaveValue('half a thou')
  await expect(notes).toHaveCount(1)
})

test('a prompter that was closed opens again at its word', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  await prompter.keyboard.press('PageDown')
  await prompter.keyboard.press('ArrowRight')
  const cue = /^Cue 3\/9/
  await expect(prompter.getByText(cue)).toBeVisible()
  const before = await restingPlace(prompter)
  await closeWindow(lectern, 'Prompter')
  const windows = region(lectern.desk, 'Windows')
  await expect(windows.getByText('Closed')).toHaveCount(2)

  const again = await openPrompter(lectern)
  await expect(again.getByText(cue)).toBeVisible()
  await expect.poll(() => scriptPlace(again)).toBeCloseTo(before, 0)
  await expect(again.getByRole('status', { name: 'Pace' })).toHaveText(/paused/)
})

test('prompter and board on one display: the Desk and the prompter say so in words', async ({ lectern }) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  const windows = region(desk, 'Windows')
  const prompter = await openPrompter(lectern)
  await expect(windows).not.toContainText('share a display')
  await openBoard(lectern)
  await expect(windows).toContainText('Prompter and board share a display.')
  await expect(windows.getByRole('status')).toContainText('Share only the board’s window')
  await expect(prompter.getByText('on this display', { exact: true })).toBeVisible()
  await goTo(desk, 'Prepare')
  await expect(region(desk, 'Readiness')).toContainText('Prompter and Board lie on one display')
  await closeWindow(lectern, 'Board')
  await expect(region(desk, 'Readiness')).not.toContainText('lie on one display')
  await expect(prompter.getByText('Board not open')).toBeVisible()
})
