import { join } from 'node:path'

import type { Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import {
  capture,
  captureLine,
  editEntry,
  entries,
  exportPdf,
  here,
  openBoard,
  openPrompter,
  openSample,
  region,
  startMeeting,
  toCaptureLine,
} from '../helpers/desk'
import { cli, meetingPath, pdfText, readMeetingFile } from '../helpers/files'
import { button, choose, press, tabTo, typeInto } from '../helpers/keyboard'
import { restingPlace, scriptPlace } from '../helpers/windows'

import {
  ADDED,
  ANSWER,
  followReadiness,
  invite,
  planNewDate,
  field,
  setDetails,
  writeScript,
} from './evening.prepare'
import { coverBoard, delayBoard, find } from './evening.stage'

const TYPO = 'halt relaese 4.2'
const CORRECTED = 'halt release 4.2 today'

/** Who is here, who comes late, who leaves; and a break that does not count. */
async function takeAttendance(desk: Page, board: Page): Promise<void> {
  for (const name of ['Amara', 'Dana', 'Mateusz', 'Sofia']) {
    await tabTo(here(desk, name))
    await desk.keyboard.press('Space')
    await expect(here(desk, name)).toHaveAttribute('aria-pressed', 'true')
  }
  await expect(here(desk, 'Farida')).toHaveAttribute('aria-pressed', 'false')
  await toCaptureLine(desk)
  await capture(desk, 'n Farida joins from another call')
  await press(here(desk, 'Farida'))
  await expect(region(desk, 'People')).toContainText('5 of 5 here')
  await press(here(desk, 'Mateusz'))
  await expect(region(desk, 'People').getByText(/^left \d\d:\d\d$/)).toBeVisible()

  const elapsed = desk.getByRole('timer', { name: 'Elapsed' })
  await press(button(desk, 'Break'))
  await expect(button(desk, 'End break')).toBeFocused()
  await expect(board.getByRole('heading', { name: 'Break' })).toBeVisible()
  await expect(desk.getByText(/^Break 0:0[1-9]$/)).toBeVisible()
  const rests = await elapsed.textContent()
  await expect(desk.getByText(/^Break 0:0[3-9]$/)).toBeVisible()
  await expect(elapsed).toHaveText(rests ?? '')
  await desk.keyboard.press('Enter')
  await expect(board.getByRole('heading', { name: 'Break' })).toHaveCount(0)
  await expect(button(desk, 'Break')).toBeFocused()
}

/** What was heard wrong becomes what was meant. */
async function captureAndCorrect(desk: Page): Promise<void> {
  await toCaptureLine(desk)
  for (const line of [
    'q @eng how sure are we that this gets the root cause',
    'c who tells the auditors',
    `d ${TYPO}`,
    'a rework token refresh @dana by fri 17:00',
    'a nobody owns this yet',
    'p on-call pay @devops',
    'call legal about the contract',
  ]) {
    await capture(desk, line)
  }
  const dialog = await editEntry(entries(desk, 'Notes').filter({ hasText: 'call legal' }))
  await desk.keyboard.press('ControlOrMeta+End')
  await desk.keyboard.type(' with the auditors')
  await choose(dialog.getByRole('combobox', { name: 'Kind' }), 'Action')
  await choose(dialog.getByRole('combobox', { name: 'Owner' }), 'Farida Rahmani, Executive Sponsor')
  await typeInto(field(dialog, 'Due'), 'fri 12:00')
  await press(dialog.getByRole('button', { name: 'Save', exact: true }))
  await expect(dialog).toBeHidden()
  const action = entries(desk, 'Actions').filter({
    hasText: 'call legal about the contract with the auditors',
  })
  await expect(action).toContainText('Farida Rahmani')
  await expect(action).toContainText(/by Fri .*12:00/)
  await expect(action.getByRole('button', { name: 'Edit', exact: true })).toBeFocused()
  await expect(entries(desk, 'Notes').filter({ hasText: 'call legal' })).toHaveCount(0)
}

/** An objection comes, the prompter offers its answer, a key shows it, another gives back the same word. */
async function answer(desk: Page, prompter: Page): Promise<void> {
  const { keyboard } = prompter
  await expect(region(prompter, 'Script')).toContainText(ADDED)
  await keyboard.press('PageDown')
  await expect(prompter.getByText(/^Cue 2\/9/)).toContainText('Bridge to the plan')
  await keyboard.press('ArrowRight')
  const before = await restingPlace(prompter)

  await toCaptureLine(desk)
  await capture(desk, 'o @pm the deadline is tight, the launch will slip')
  const offer = prompter.getByRole('status', { name: 'Messages' })
  await expect(offer).toContainText('Amara Okafor: the deadline is tight')
  await expect(offer).toContainText('press 1')
  await expect(region(prompter, 'Response')).toHaveCount(0)
  await keyboard.press('1')
  await expect(region(prompter, 'Response')).toContainText(ANSWER)
  await keyboard.press('Escape')
  await expect(region(prompter, 'Response')).toHaveCount(0)
  expect(await scriptPlace(prompter)).toBeCloseTo(before, 0)
}

/** What is left is named, and can be settled on the spot. */
async function settle(desk: Page): Promise<void> {
  await press(button(desk, 'End meeting'))
  const dialog = desk.getByRole('dialog', { name: 'End the meeting?' })
  const left = (list: string) => dialog.getByRole('list', { name: list, exact: true }).getByRole('listitem')
  await expect(dialog.getByRole('button', { name: 'Keep going' })).toBeFocused()
  await expect(left('Not answered')).toHaveText([
    /how sure are we/,
    /who tells the auditors/,
    /the deadline is tight/,
  ])
  await expect(left('Not owned').filter({ hasText: 'nobody owns this yet' })).toContainText(
    'no owner, no due date',
  )
  await expect(left('Not owned').filter({ hasText: 'Fix the bug' })).toContainText('without an action')
  await expect(
    left('Neither shown nor heard').filter({ hasText: 'This release cannot go ahead as it stands' }),
  ).toHaveCount(1)
  await expect(left('Closing checklist')).toHaveCount(4)
  await expect(dialog).toContainText('no follow-up is set')

  await choose(left('Not answered').first().getByRole('combobox'), 'Answered')
  const tick = left('Closing checklist').first().getByRole('checkbox')
  await tabTo(tick)
  await desk.keyboard.press('Space')
  await expect(tick).toBeChecked()
  await press(left('Not owned').first().getByRole('button', { name: 'Set owner and date' }))
  const edit = desk.getByRole('dialog', { name: 'Edit action' })
  await choose(edit.getByRole('combobox', { name: 'Owner' }), 'Amara Okafor, Product Manager')
  await typeInto(field(edit, 'Due'), 'in 2 weeks')
  await press(edit.getByRole('button', { name: 'Save', exact: true }))
  await expect(edit).toBeHidden()
  await expect(left('Not owned').filter({ hasText: 'nobody owns this yet' })).toHaveCount(0)
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await typeInto(field(dialog, 'When'), 'in 3 days at 15:00')
  await press(dialog.getByRole('button', { name: 'Set follow-up' }))
  await expect(dialog).not.toContainText('no follow-up is set')
  await press(dialog.getByRole('button', { name: 'End now', exact: true }))
  await expect(dialog).toBeHidden()
  await expect(desk.getByRole('tab', { name: 'Record' })).toHaveAttribute('aria-selected', 'true')
}

/** Ended by mistake: it goes on where it was, and ends again. */
async function endTwice(desk: Page): Promise<void> {
  await settle(desk)
  await press(button(desk, 'Reopen'))
  await expect(captureLine(desk)).toBeFocused()
  await capture(desk, 'n said after the first end')
  await press(button(desk, 'End meeting'))
  await press(desk.getByRole('dialog').getByRole('button', { name: 'End now', exact: true }))
  await expect(button(desk, 'Finalise record')).toBeFocused()
}

async function review(desk: Page): Promise<void> {
  const record = region(desk, 'What the record holds')
  const decisions = record.getByRole('list', { name: 'Decisions', exact: true }).getByRole('listitem')
  const dialog = await editEntry(decisions.filter({ hasText: TYPO }))
  await typeInto(field(dialog, 'Text'), CORRECTED)
  await desk.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(decisions.first()).toContainText(CORRECTED)
  const corrections = record.getByRole('list', { name: 'Corrections', exact: true })
  await expect(corrections.getByRole('listitem').first()).toContainText(CORRECTED)
  await expect(corrections.getByRole('listitem').first()).toContainText(TYPO)

  const preview = region(desk, 'Preview')
  await expect(preview.getByRole('status')).toHaveText(/^\d+ pages$/, { timeout: 45_000 })
  await expect(preview.getByRole('img', { name: /^Page 1 of \d/ })).toBeVisible()
}

async function expectRecord(lectern: Lectern, pdf: string): Promise<void> {
  const text = await pdfText(pdf)
  for (const words of ['DRAFT', CORRECTED, 'said after the first end', 'Amara Okafor', 'Thu 26 Nov 2026']) {
    expect(text).toContain(words)
  }
  expect(text, 'the answer that was shown').toContain(ANSWER)
  expect(text, 'the script').not.toContain(ADDED)

  const path = meetingPath(lectern.dataDir)
  expect(await cli('check', path)).toMatchObject({ code: 0 })
  const meeting = readMeetingFile(path)
  expect(meeting.status).toBe('ended')
  // The break, and the time between the first end and the reopening.
  const span = { from: expect.any(String), to: expect.any(String) }
  expect(meeting.breaks).toEqual([span, span])
  expect(meeting.decisions.map((decision) => decision.text)).toContain(CORRECTED)
  const present = (name: string) =>
    meeting.attendees.find((each) => each.name.startsWith(name))?.present ?? []
  const from = (name: string) => Date.parse(present(name)[0]?.from ?? '')
  expect(from('Farida')).toBeGreaterThan(from('Sofia'))
  expect(present('Mateusz')).toEqual([span])
  const kinds = meeting.log.map(({ body }) => body.type)
  expect(kinds.filter((kind) => kind === 'meeting.reopened')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'meeting.ended')).toHaveLength(2)
  const corrected = meeting.log.flatMap(({ body }) => (body.type === 'captured.edited' ? [body] : []))
  expect(corrected.map(({ was, captured }) => [was.item.text, captured.item.text])).toContainEqual([
    TYPO,
    CORRECTED,
  ])
}

test('the whole evening by keyboard alone, from the sample to a corrected record', async ({ lectern }) => {
  test.slow()
  const { desk, folder } = lectern
  await openSample(desk)
  await setDetails(desk)
  await writeScript(desk)
  await planNewDate(desk)
  await followReadiness(desk)
  await invite(lectern)

  await startMeeting(desk, false)
  const prompter = await openPrompter(lectern)
  const board = await openBoard(lectern)
  await takeAttendance(desk, board)
  await captureAndCorrect(desk)
  await answer(desk, prompter)
  await delayBoard(desk, board)
  await coverBoard(lectern, prompter, board)
  await find(desk, prompter)
  await endTwice(desk)

  await review(desk)
  const pdf = join(folder, 'record.pdf')
  await exportPdf(lectern, pdf)
  await lectern.close()
  await expectRecord(lectern, pdf)
})
