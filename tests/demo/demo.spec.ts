import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import {
  addPerson,
  capture,
  captureLine,
  createMeeting,
  editEntry,
  exportPdf,
  fillFact,
  goTo,
  here,
  openBoard,
  openPrompter,
  region,
  setObjection,
  startMeeting,
  toCaptureLine,
} from '../helpers/desk'
import { cli, meetingPath, pdfText, readMeetingFile } from '../helpers/files'
import { button, press, tabTo, typeInto } from '../helpers/keyboard'
import { ROOT } from '../helpers/paths'
import { settle } from '../helpers/pictures'
import { playbook } from '../helpers/playbook'
import { sampleMeeting } from '../helpers/sampleMeeting'

const RESULTS = join(ROOT, 'out', 'demo')
const PDF = join(RESULTS, 'record.pdf')
const MEETING = join(RESULTS, 'meeting.json')

/** Milliseconds between two keys: quick, and still to be followed by eye. */
const TYPING = 4

/** A note that was heard wrong, and what was said. */
const WRONG = 'took nine minutes'
const RIGHT = 'rollback to 4.1 was tried on staging this morning and took eleven minutes'

const sample = sampleMeeting()

/** The captured lines from the one that begins so up to, and without, the one that begins so. */
function lines(from: string, before?: string): readonly string[] {
  const place = (start: string) => {
    const found = sample.captures.findIndex((line) => line.startsWith(start))
    if (found === -1) throw new Error(`The sample meeting has no line that begins with “${start}”`)
    return found
  }
  return sample.captures.slice(place(from), before === undefined ? undefined : place(before))
}

let pictures = 0

/** A numbered picture of a window, as it is on the screen. */
async function picture(page: Page, name: string): Promise<void> {
  pictures += 1
  await settle(page)
  await page.screenshot({ path: join(RESULTS, `${String(pictures).padStart(2, '0')}-${name}.png`) })
}

async function pictureInTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: null })
}

async function captureAll(page: Page, all: readonly string[]): Promise<void> {
  await toCaptureLine(page)
  for (const line of all) await capture(page, line, TYPING)
}

/** Somebody objects; the presenter answers with the prepared response and goes back to the script. */
async function answer(desk: Page, prompter: Page, digit: number, said: string, shot?: string): Promise<void> {
  await prompter.keyboard.press(String(digit))
  await expect(region(prompter, 'Response')).toBeVisible()
  if (shot !== undefined) await picture(prompter, shot)
  await prompter.keyboard.press('Escape')
  await expect(region(prompter, 'Response')).toHaveCount(0)
  await setObjection(desk, said, 'Answered')
}

async function prepare(desk: Page): Promise<void> {
  await expect(desk.getByRole('heading', { name: 'Meetings' })).toBeVisible()
  await picture(desk, 'library-empty')
  await press(button(desk, 'New meeting'))
  await expect(desk.getByRole('dialog')).toBeVisible()
  await picture(desk, 'new-meeting')
  await desk.keyboard.press('Escape')
  const { title, place, timeZone, plannedStart, author } = sample
  await createMeeting(desk, { title, place, timeZone, plannedStart, author: author.name })
  await picture(desk, 'prepare-empty')
  for (const { key, label } of playbook().facts) await fillFact(desk, label, sample.facts[key] ?? '', TYPING)
  for (const person of sample.attendees) await addPerson(desk, person)
  await expect(region(desk, 'Script').locator('mark')).toHaveCount(0)
  await picture(desk, 'prepare')
  await pictureInTheDark(desk, 'prepare')
  await lookAround(desk)
}

/** What else can be prepared: a cue in its form, the objections, the plan; and the invitation. */
async function lookAround(desk: Page): Promise<void> {
  await press(button(desk, 'Edit Opening'))
  await expect(desk.getByRole('form', { name: 'Edit Opening' })).toBeVisible()
  await picture(desk, 'prepare-cue')
  await desk.keyboard.press('Escape')
  for (const part of ['Objections', 'Plan'] as const) {
    await press(desk.getByRole('link', { name: new RegExp(`^${part}`) }))
    await expect(region(desk, part)).toBeFocused()
    await picture(desk, `prepare-${part.toLowerCase()}`)
  }
  await press(button(desk, 'Copy invitation'))
  await expect(desk.getByRole('status').filter({ hasText: 'Invitation copied' })).toBeVisible()
}

/** The opening is read out, and the first objection comes. */
async function open(lectern: Lectern): Promise<readonly [prompter: Page, board: Page]> {
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
async function discuss(desk: Page, prompter: Page, board: Page): Promise<void> {
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
async function findThings(desk: Page, prompter: Page): Promise<void> {
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
async function interrupt(desk: Page, prompter: Page, board: Page): Promise<void> {
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
async function end(desk: Page): Promise<void> {
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

/** One entry is put right; the preview and the corrections follow. */
async function correct(desk: Page): Promise<void> {
  const record = region(desk, 'What the record holds')
  const notes = record.getByRole('list', { name: 'Notes', exact: true }).getByRole('listitem')
  const dialog = await editEntry(notes.filter({ hasText: WRONG }))
  await picture(desk, 'record-edit')
  await typeInto(dialog.getByRole('textbox', { name: 'Text', exact: true }), RIGHT, TYPING)
  await desk.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(record.getByRole('list', { name: 'Corrections', exact: true })).toContainText(RIGHT)
  await expect(region(desk, 'Preview').getByRole('status')).toHaveText(/^\d+ pages$/)
}

async function close(lectern: Lectern, board: Page): Promise<void> {
  const { desk } = lectern
  await end(desk)
  await goTo(desk, 'Record')
  await correct(desk)
  await exportPdf(lectern, PDF)
  await picture(desk, 'record')
  await pictureInTheDark(desk, 'record')
  await picture(board, 'board-end')
  await press(desk.getByRole('link', { name: 'All meetings' }))
  await expect(desk.getByRole('link', { name: sample.title })).toBeVisible()
  await picture(desk, 'library')
  await pictureInTheDark(desk, 'library')
}

async function expectRightResults(): Promise<void> {
  const meeting = readMeetingFile(MEETING)
  const { decisions, actions, objections, parkingLot, notes, attendees, status } = meeting
  const { checklist, followUp, breaks } = meeting
  const raised = objections.filter(({ at }) => at !== null)
  expect(status).toBe('ended')
  expect(attendees).toHaveLength(5)
  expect(decisions).toHaveLength(4)
  expect(actions).toHaveLength(6)
  expect(actions.filter(({ owner, due }) => owner === null || due === null)).toEqual([])
  expect(raised.map(({ kind }) => kind).toSorted()).toEqual([
    'concern',
    'objection',
    'objection',
    'objection',
    'question',
    'question',
  ])
  expect(raised.filter(({ who }) => who === null)).toEqual([])
  expect(raised.filter((each) => each.status === 'answered')).toHaveLength(4)
  expect(parkingLot).toHaveLength(2)
  expect(notes).toHaveLength(6)
  expect(notes.map((note) => note.text)).toContain(RIGHT)
  expect(checklist.filter(({ done }) => !done)).toEqual([])
  expect(followUp).not.toBeNull()
  expect(breaks).toHaveLength(1)
  expect(await cli('check', MEETING)).toMatchObject({ code: 0 })

  const text = await pdfText(PDF)
  const captured = [...decisions, ...actions, ...raised, ...parkingLot, ...notes].map((entry) => entry.text)
  const missing = captured.filter((words) => !text.includes(words.split(' ').slice(0, 4).join(' ')))
  expect(missing, 'captured, but not in the record').toEqual([])
  expect(text).toContain('DRAFT')
  expect(text).not.toContain('ask for the decision')
}

test('the sample meeting, from blank to its record', async ({ lectern }) => {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  await prepare(lectern.desk)
  const [prompter, board] = await open(lectern)
  await discuss(lectern.desk, prompter, board)
  await findThings(lectern.desk, prompter)
  await interrupt(lectern.desk, prompter, board)
  await close(lectern, board)
  await lectern.close()
  copyFileSync(meetingPath(lectern.dataDir), MEETING)
  expect(existsSync(PDF)).toBe(true)
  await expectRightResults()
})
