import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import {
  addPerson,
  capture,
  captureLine,
  createMeeting,
  endMeeting,
  entries,
  exportPdf,
  fillFact,
  openBoard,
  openPrompter,
  region,
  startMeeting,
  toCaptureLine,
  waitAcknowledged,
  type Person,
} from '../helpers/desk'
import { cli, meetingPath, pdfText, readMeetingFile } from '../helpers/files'
import { button, press, tabTo } from '../helpers/keyboard'

const TITLE = 'Halt release 4.2'

const FACTS: readonly (readonly [string, string])[] = [
  ['Bug', 'a memory leak in the authentication module'],
  ['Consequence', 'users cannot log in'],
  ['Evidence', 'three load tests on Monday'],
  ['Impact', 'nobody can log in at peak time'],
  ['Repair', 'rework the token refresh'],
  ['Time to fix', '4–6 hours'],
  ['Time to re-test', '2–3 hours'],
  ['What is re-tested', 'the regression tests'],
  ['Cost of not acting', 'customers who leave'],
  ['Ways to ease the schedule', 'move two stories'],
  ['Safeguards', 'a second code review'],
  ['Monitoring', 'a memory alert'],
  ['Original release date', '25 Nov 2026 14:00'],
  ['New release date', '1 Dec 2026 10:00'],
]
const LAST_FACT = ['Rollback', 'redeploy release 4.1'] as const

const PEOPLE: readonly Person[] = [
  {
    name: 'Amara Okafor',
    role: 'Product Manager',
    organisation: 'Northlight',
    email: 'amara@northlight.example',
  },
  { name: 'Dana Ito', role: 'DevOps Lead', organisation: 'Northlight', email: 'dana@northlight.example' },
  { name: 'Mateusz Zieliński', role: 'Engineering Lead' },
  { name: 'Farida Rahmani', role: 'Executive Sponsor' },
  { name: 'Sofia Marchetti', role: 'Cloud Solutions Architect' },
]

/** What is typed, what it is understood as before Enter, and the list and words it ends up in. */
const CAPTURES = [
  ['o @pm the deadline is tight', /Objection.*Amara Okafor/, 'Objections', 'the deadline is tight'],
  ['q @eng how sure are we', /Question.*Mateusz Zieliński/, 'Objections', 'how sure are we'],
  ['c @farida who tells the press', /Concern.*Farida Rahmani/, 'Objections', 'who tells the press'],
  ['d halt release 4.2 today', /Decision/, 'Decisions', 'halt release 4.2 today'],
  [
    'a rework token refresh @dana by fri 17:00',
    /Action.*Dana Ito.*Fri.*20\d\d.*17:00/,
    'Actions',
    'rework token refresh',
  ],
  ['p on-call pay @devops', /Parking lot.*Dana Ito/, 'Parking lot', 'on-call pay'],
  ['n legal joins at half past', /Note/, 'Notes', 'legal joins at half past'],
  ['everybody is here <b>now</b>', /Note/, 'Notes', 'everybody is here <b>now</b>'],
] as const

/** The filled script and the start: what is empty is asked about first. */
async function prepare(page: Page): Promise<void> {
  const script = region(page, 'Script')
  for (const [label, value] of FACTS) await fillFact(page, label, value)
  await expect(script).toContainText('Here is what we found: a memory leak in the authentication module.')
  await expect(script.locator('mark').first()).toContainText('Rollback')
  for (const person of PEOPLE) await addPerson(page, person)

  await press(button(page, 'Start meeting'))
  const asked = page.getByRole('dialog')
  await expect(asked.getByRole('listitem')).toHaveText(['Rollback'])
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await fillFact(page, ...LAST_FACT)
  await expect(script.locator('mark')).toHaveCount(0)
}

/** The script runs by itself at its pace, and rests when it is paused. */
async function presentScript(prompter: Page): Promise<void> {
  const pace = prompter.getByRole('status', { name: 'Pace' })
  const firstWords = region(prompter, 'Script').getByText('Here is what we found', { exact: false }).first()
  const top = () => firstWords.evaluate((element) => element.getBoundingClientRect().top)
  await expect(pace).toHaveText(/^\d+ words per minute.*paused/)
  const [standing, before] = [await top(), await pace.textContent()]

  await prompter.keyboard.press('Space')
  await expect(pace).toHaveText(/running/)
  await expect.poll(top).toBeLessThan(standing - 20)
  await prompter.keyboard.press('ArrowDown')
  await expect(pace).not.toHaveText(before ?? '')

  await prompter.keyboard.press('Space')
  await expect(pace).toHaveText(/paused/)
  const rest = await top()
  await prompter.keyboard.press('ArrowUp')
  await expect(pace).toHaveText(/paused/)
  expect(await top()).toBeCloseTo(rest, 0)
}

async function captureEverything(page: Page, prompter: Page): Promise<void> {
  for (const [line, understood, list, words] of CAPTURES) {
    const before = await entries(page, list).count()
    await page.keyboard.type(line)
    await expect(captureLine(page)).toHaveAccessibleDescription(understood)
    await expect(entries(page, list)).toHaveCount(before)
    await page.keyboard.press('Enter')
    await waitAcknowledged(page)
    await expect(entries(page, list)).toHaveCount(before + 1)
    await expect(entries(page, list).last()).toContainText(words)
  }
  await page.keyboard.type('! five minutes left')
  await expect(captureLine(page)).toHaveAccessibleDescription(/Whisper/)
  await page.keyboard.press('Enter')
  await waitAcknowledged(page)
  await expect(prompter.getByText('five minutes left')).toBeVisible()
}

async function takeBack(page: Page): Promise<void> {
  await capture(page, 'd said by mistake')
  await expect(entries(page, 'Decisions')).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(entries(page, 'Decisions')).toHaveCount(1)
  await capture(page, 'a promised by mistake')
  await expect(entries(page, 'Actions')).toHaveCount(2)
  await press(button(page, 'Undo'))
  await expect(entries(page, 'Actions')).toHaveCount(1)
  await toCaptureLine(page)
}

/** The Board follows, stands still while frozen, and shows nothing while blank. */
async function driveBoard(page: Page, board: Page): Promise<void> {
  const shown = (list: string) => board.getByRole('list', { name: list, exact: true }).getByRole('listitem')
  await expect(board.getByRole('heading', { name: TITLE, exact: true })).toBeVisible()
  await expect(shown('Concerns')).toHaveCount(3)
  await expect(shown('Decisions')).toHaveText([/halt release 4.2 today/])
  await expect(shown('Actions')).toHaveText([/rework token refresh.*Dana Ito|Dana Ito.*rework token refresh/])

  await press(button(page, 'Freeze board'))
  await expect(button(page, 'Freeze board')).toHaveAttribute('aria-pressed', 'true')
  await toCaptureLine(page)
  await capture(page, 'd decided while the board was frozen')
  await expect(entries(page, 'Decisions')).toHaveCount(2)
  await expect(shown('Decisions')).toHaveCount(1)
  await press(button(page, 'Freeze board'))
  await expect(shown('Decisions')).toHaveCount(2)

  await press(button(page, 'Blank board'))
  await expect(board.getByRole('list')).toHaveCount(0)
  await expect(board.getByText('halt release 4.2 today')).toHaveCount(0)
  await press(button(page, 'Blank board'))
  await expect(shown('Decisions')).toHaveCount(2)
  await toCaptureLine(page)
}

async function expectRecord(lectern: Lectern, pdf: string): Promise<void> {
  const text = await pdfText(pdf)
  const captured = CAPTURES.map(([, , , words]) => words)
  for (const words of [TITLE, 'DRAFT', 'decided while the board was frozen', ...captured]) {
    expect(text).toContain(words)
  }
  for (const { name } of PEOPLE) expect(text).toContain(name)
  expect(text).not.toContain('five minutes left')

  const meeting = readMeetingFile(meetingPath(lectern.dataDir))
  expect(meeting.status).toBe('ended')
  expect(meeting.attendees.map(({ name, role }) => ({ name, role }))).toEqual(
    PEOPLE.map(({ name, role }) => ({ name, role })),
  )
  expect(meeting.facts.map(({ label, value }) => [label, value])).toContainEqual(LAST_FACT)
  expect(meeting.facts.filter(({ value }) => value === '')).toEqual([])
  expect(meeting.actions).toHaveLength(1)
  expect(meeting.actions[0]?.owner).toBe(meeting.attendees[1]?.id)
  expect(meeting.decisions).toHaveLength(2)
  expect(JSON.stringify(meeting)).not.toContain('five minutes left')
  expect(await cli('check', meetingPath(lectern.dataDir))).toMatchObject({ code: 0 })
  const files = readdirSync(join(lectern.dataDir, 'meetings'))
  expect(files.filter((name) => !name.endsWith('.json'))).toEqual([])
}

test('a whole meeting by keyboard alone, from an empty library to its record', async ({ lectern }) => {
  test.slow()
  const { desk, folder } = lectern
  await expect(desk.getByRole('heading', { name: 'Meetings' })).toBeVisible()
  await expect(desk.getByRole('listitem')).toHaveCount(0)

  await createMeeting(desk, {
    title: TITLE,
    place: 'Room 3.12',
    timeZone: 'Europe/Berlin',
    author: 'Sofia Marchetti',
  })
  await prepare(desk)
  await startMeeting(desk, false)
  await expect(desk.getByRole('timer', { name: 'Elapsed' })).toHaveText(/^00:00:0[1-9]/)

  const prompter = await openPrompter(lectern)
  await presentScript(prompter)
  await toCaptureLine(desk)
  await captureEverything(desk, prompter)
  await takeBack(desk)
  const board = await openBoard(lectern)
  await driveBoard(desk, board)

  await endMeeting(desk)
  await expect(desk.getByRole('tab', { name: 'Record' })).toHaveAttribute('aria-selected', 'true')
  const pdf = join(folder, 'record.pdf')
  await exportPdf(lectern, pdf)
  expect(existsSync(pdf)).toBe(true)
  await lectern.close()
  await expectRecord(lectern, pdf)
})

test('a misread kind becomes a note again with Backspace, and nothing typed is dropped', async ({
  lectern,
}) => {
  const { desk } = lectern
  await createMeeting(desk, { title: 'Misread', author: 'Sofia Marchetti' })
  await startMeeting(desk, true)
  await desk.keyboard.type('a word about names')
  await expect(captureLine(desk)).toHaveAccessibleDescription(/Action/)
  await desk.keyboard.press('Home')
  await desk.keyboard.press('Backspace')
  await expect(captureLine(desk)).toHaveAccessibleDescription(/Note/)
  await desk.keyboard.press('Enter')
  await waitAcknowledged(desk)
  await expect(entries(desk, 'Notes').last()).toContainText('a word about names')

  await desk.keyboard.type('a ask @nobody about it by the river')
  await desk.keyboard.press('Enter')
  await waitAcknowledged(desk)
  await expect(entries(desk, 'Actions').last()).toContainText('ask @nobody about it by the river')
})

test('a draft in the capture line survives a restart', async ({ lectern }) => {
  const { desk } = lectern
  await createMeeting(desk, { title: 'Draft', author: 'Sofia Marchetti' })
  await startMeeting(desk, true)
  await capture(desk, 'd the first')
  await desk.keyboard.type('d half a thou')
  await expect(captureLine(desk)).toHaveValue('d half a thou')
  await tabTo(desk.getByRole('link', { name: 'All meetings' }))
  await lectern.close()
  const again = await lectern.start()
  await press(again.getByRole('link', { name: 'Draft', exact: true }))
  await expect(captureLine(again)).toHaveValue('d half a thou')
  await expect(entries(again, 'Decisions')).toHaveCount(1)
})
