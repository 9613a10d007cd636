import { expect, test } from '../helpers/app'
import { expectAccessible, findings } from '../helpers/axe'
import {
  addPerson,
  capture,
  captureLine,
  createMeeting,
  editEntry,
  endMeeting,
  entries,
  fillFact,
  goTo,
  here,
  liveMeeting,
  openBoard,
  openPrompter,
  openSample,
  region,
  startMeeting,
  toCaptureLine,
} from '../helpers/desk'
import { button, press, tabTo, typeInto } from '../helpers/keyboard'

const ENTRIES = [
  'o @dana this blows up our sprint',
  'q @nobody who tells the press',
  'd halt release 4.2',
  'a rework token refresh @dana by fri 17:00',
  'a nobody owns this',
  'p on-call pay',
  'legal joins at half past',
]

test('axe finds nothing in the library, in its dialog, and while preparing', async ({ lectern }) => {
  const { desk } = lectern
  await expect(desk.getByRole('heading', { name: 'Meetings' })).toBeVisible()
  await expectAccessible(desk, 'Library, empty')
  await press(button(desk, 'New meeting'))
  await expect(desk.getByRole('dialog')).toBeVisible()
  await expectAccessible(desk, 'New meeting')
  await desk.keyboard.press('Escape')
  await createMeeting(desk, { title: 'Look closely', author: 'Sofia Marchetti' })
  await expectAccessible(desk, 'Prepare, empty')
  await fillFact(desk, 'Bug', 'a memory leak')
  await fillFact(desk, 'Time to fix', 'soon')
  await expect(region(desk, 'Facts').getByRole('alert')).toBeVisible()
  await addPerson(desk, { name: 'Dana Ito', role: 'DevOps Lead', email: 'dana@northlight.example' })
  await expectAccessible(desk, 'Prepare, filled')
  await press(button(desk, 'Start meeting'))
  await expect(desk.getByRole('dialog')).toBeVisible()
  await expectAccessible(desk, 'Start dialog')
  await desk.keyboard.press('Escape')
  await press(desk.getByRole('link', { name: 'All meetings' }))
  await expect(desk.getByRole('link', { name: 'Look closely' })).toBeVisible()
  await expectAccessible(desk, 'Library, with a meeting')
})

test('axe finds nothing while live, at the end, and in the record', async ({ lectern }) => {
  const { desk } = lectern
  await createMeeting(desk, { title: 'Look closely', author: 'Sofia Marchetti' })
  await addPerson(desk, { name: 'Dana Ito', role: 'DevOps Lead' })
  await goTo(desk, 'Live')
  await expectAccessible(desk, 'Live, before the start')
  await goTo(desk, 'Prepare')
  await startMeeting(desk, true)
  await expectAccessible(desk, 'Live, empty')
  for (const line of ENTRIES) await capture(desk, line)
  await desk.keyboard.type('a call legal @dana by tomorrow 9:00')
  await expect(captureLine(desk)).toHaveAccessibleDescription(/Action/)
  await expectAccessible(desk, 'Live, with entries')
  await desk.keyboard.press('Enter')
  await press(button(desk, 'End meeting'))
  await expect(desk.getByRole('dialog')).toBeVisible()
  await expectAccessible(desk, 'End dialog')
  await desk.keyboard.press('Escape')
  await endMeeting(desk)
  await expect(button(desk, 'Export PDF')).toBeVisible()
  await expectAccessible(desk, 'Record')
})

test('axe finds nothing on the prompter', async ({ lectern }) => {
  await liveMeeting(lectern.desk, 'Look closely')
  const prompter = await openPrompter(lectern)
  await expect(region(prompter, 'Script')).toBeVisible()
  await expectAccessible(prompter, 'Prompter, idle')
  await prompter.keyboard.press('Space')
  await expectAccessible(prompter, 'Prompter, running')
  await prompter.keyboard.press('1')
  await expect(region(prompter, 'Response')).toBeVisible()
  await expectAccessible(prompter, 'Prompter, response')
  await prompter.keyboard.press('Escape')
  await toCaptureLine(lectern.desk)
  await capture(lectern.desk, 'o the deadline is tight')
  await expect(prompter.getByRole('status', { name: 'Messages' })).toContainText('deadline')
  await expectAccessible(prompter, 'Prompter, offer')
  await prompter.keyboard.press('?')
  await expect(prompter.getByRole('dialog')).toBeVisible()
  await expectAccessible(prompter, 'Prompter, keys')
})

test('axe finds nothing on the board', async ({ lectern }) => {
  const { desk } = lectern
  await createMeeting(desk, { title: 'Look closely', author: 'Sofia Marchetti' })
  await addPerson(desk, { name: 'Dana Ito', role: 'DevOps Lead' })
  await startMeeting(desk, true)
  const board = await openBoard(lectern)
  await expect(board.getByRole('heading', { name: 'Look closely' })).toBeVisible()
  await expectAccessible(board, 'Board, live and empty')
  await toCaptureLine(desk)
  for (const line of ENTRIES) await capture(desk, line)
  await expect(board.getByText('rework token refresh')).toBeVisible()
  await expectAccessible(board, 'Board, live')
  await press(button(desk, 'Blank board'))
  await expect(board.getByRole('list')).toHaveCount(0)
  await expectAccessible(board, 'Board, blank')
})

test('axe finds nothing in the forms of Prepare', async ({ lectern }) => {
  const { desk } = lectern
  await openSample(desk)
  await expectAccessible(desk, 'Prepare, the sample')
  await press(button(desk, 'Edit details'))
  await expectAccessible(desk, 'Meeting details')
  await desk.keyboard.press('Escape')
  await press(button(desk, 'Edit Opening'))
  await expect(desk.getByRole('form', { name: 'Edit Opening' })).toBeVisible()
  await typeInto(desk.getByRole('textbox', { name: 'Timebox in minutes' }), 'soon')
  await desk.keyboard.press('ControlOrMeta+Enter')
  await expect(desk.getByRole('form', { name: 'Edit Opening' }).getByRole('alert')).toBeVisible()
  await expectAccessible(desk, 'Cue form, refused')
  await desk.keyboard.press('Escape')
  await press(button(desk, 'Discard changes'))
  await press(button(desk, 'Add objection'))
  await expect(desk.getByRole('form', { name: 'New objection' })).toBeVisible()
  await expectAccessible(desk, 'Objection form')
  await desk.keyboard.press('Escape')
  await press(button(desk, 'Edit Dana Ito'))
  await expect(desk.getByRole('form', { name: 'Save' })).toBeVisible()
  await tabTo(desk.getByRole('radio', { name: 'Round the clock' }))
  await desk.keyboard.press('ArrowDown')
  await expect(desk.getByLabel('Working hours from')).toBeVisible()
  await press(button(desk, 'Remove task 2'))
  await expectAccessible(desk, 'Prepare, a person edited, working hours, a task removed')
})

test('axe finds nothing over the Desk', async ({ lectern }) => {
  const { desk } = lectern
  await desk.keyboard.press('ControlOrMeta+K')
  await expect(desk.getByRole('dialog', { name: 'Find anything' })).toBeVisible()
  await expectAccessible(desk, 'Palette over the library')
  await desk.keyboard.press('Escape')
  await openSample(desk)
  await startMeeting(desk, false)
  for (const line of ENTRIES) await capture(desk, line)
  await press(here(desk, 'Dana'))
  await desk.keyboard.press('ControlOrMeta+K')
  await typeInto(desk.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox'), 'dead')
  await expectAccessible(desk, 'Palette over Live')
  await desk.keyboard.press('Escape')
  await tabTo(button(desk, 'Break'))
  await desk.keyboard.press('?')
  await expect(desk.getByRole('dialog', { name: 'Keys', exact: true })).toBeVisible()
  await expectAccessible(desk, 'Keys')
  await desk.keyboard.press('Escape')
  await press(button(desk, 'Board settings'))
  await expect(desk.getByRole('dialog', { name: 'Board settings' })).toBeVisible()
  await expectAccessible(desk, 'Board settings')
  await desk.keyboard.press('Escape')
  await editEntry(entries(desk, 'Actions').first())
  await expectAccessible(desk, 'Entry dialog')
  await press(button(desk, 'Remove…'))
  await expectAccessible(desk, 'Entry dialog, about to remove')
  await desk.keyboard.press('Enter')
  await expect(entries(desk, 'Actions')).toHaveCount(1)
  await openPrompter(lectern)
  const board = await openBoard(lectern)
  await press(button(desk, 'Break'))
  await expect(board.getByRole('heading', { name: 'Break' })).toBeVisible()
  await expectAccessible(desk, 'Live, on a break and on one display')
  await expectAccessible(board, 'Board, break')
  await endMeeting(desk)
  await expect(region(desk, 'Preview').getByRole('img').first()).toBeVisible()
  await expect(desk.getByRole('list', { name: 'Corrections', exact: true })).toBeVisible()
  await expectAccessible(desk, 'Record, with corrections and preview')
  await expectAccessible(board, 'Board, after')
})

test('axe finds nothing over the prompter', async ({ lectern }) => {
  await openSample(lectern.desk)
  await startMeeting(lectern.desk, false)
  const prompter = await openPrompter(lectern)
  for (const [key, screen, there] of [
    [',', 'Prompter, settings', region(prompter, 'Settings')],
    ['t', 'Prompter, must-say phrases', region(prompter, 'Must-say phrases and times')],
    ['ControlOrMeta+k', 'Prompter, palette', prompter.getByRole('dialog', { name: 'Find anything' })],
    ['g', 'Prompter, going to a cue', prompter.getByText('Go to cue')],
    ['e', 'Prompter, editing a cue', region(prompter, 'Edit cue')],
    ['ControlOrMeta+l', 'Prompter, capturing', captureLine(prompter)],
  ] as const) {
    await prompter.keyboard.press(key)
    await expect(there).toBeVisible()
    await expectAccessible(prompter, screen)
    await prompter.keyboard.press('Escape')
    await expect(there).toBeHidden()
  }
  await prompter.keyboard.press('End')
  await expect(prompter.getByRole('heading', { name: /^End of the script/ })).toBeVisible()
  await expectAccessible(prompter, 'Prompter, at the end')
})

test('axe finds a fault that is planted', async ({ lectern }) => {
  const { desk } = lectern
  expect(await findings(desk)).toMatchObject({ found: [] })
  await desk.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect((await findings(desk)).found).toEqual([expect.stringContaining('button-name')])
})
