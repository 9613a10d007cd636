import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locator, Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import { linesOf, partsOf, readCalendar } from '../helpers/calendar'
import {
  capture,
  captureLine,
  editEntry,
  entries,
  exportPdf,
  fillFact,
  here,
  openBoard,
  openPrompter,
  openSample,
  region,
  setBoardDelay,
  startMeeting,
  toCaptureLine,
  typeMoment,
} from '../helpers/desk'
import { cli, meetingPath, pdfText, readMeetingFile } from '../helpers/files'
import { button, choose, press, tabTo, typeInto } from '../helpers/keyboard'
import { isShown, restingPlace, scriptPlace } from '../helpers/windows'

const DEADLINE = 'The deadline is tight. If we stop now, the launch will slip.'
const ADDED = 'Please keep your questions for the end.'
const ANSWER = 'I hear you. We move the launch, and we keep the quality.'
const ROLLBACK = 'redeploy release 4.1, which takes ten minutes'
const NEVER = 'decided too fast'
const TYPO = 'halt relaese 4.2'
const CORRECTED = 'halt release 4.2 today'

const cues = (desk: Page) => region(desk, 'Script').getByRole('article')
const said = (desk: Page) => desk.getByRole('status')
const shown = (board: Page, list: string) =>
  board.getByRole('list', { name: list, exact: true }).getByRole('listitem')
const field = (within: Locator, name: string) => within.getByRole('textbox', { name, exact: true })

/** When and on whose clocks, so that every date below is known. */
async function setDetails(desk: Page): Promise<void> {
  await press(button(desk, 'Edit details'))
  const dialog = desk.getByRole('dialog', { name: 'Meeting details' })
  await choose(dialog.getByRole('combobox', { name: 'Time zone' }), 'Europe/Berlin')
  await typeMoment(dialog.getByLabel('Planned start'), '2026-11-24T14:00')
  await press(dialog.getByRole('button', { name: 'Save', exact: true }))
  await expect(dialog).toBeHidden()
  await expect(desk.locator('header')).toContainText('Tue 24 Nov 2026, 14:00')
}

/** A cue gets a sentence, another one another place, and an objection another answer. */
async function writeScript(desk: Page): Promise<void> {
  const { keyboard } = desk
  await press(button(desk, 'Edit Opening'))
  const cue = desk.getByRole('form', { name: 'Edit Opening' })
  await tabTo(field(cue, 'Text'))
  await keyboard.press('ControlOrMeta+End')
  await keyboard.type(` ${ADDED}`)
  await keyboard.press('ControlOrMeta+Enter')
  await expect(cue).toBeHidden()
  await expect(button(desk, 'Edit Opening')).toBeFocused()
  await expect(cues(desk).first()).toContainText(ADDED)

  await expect(cues(desk).nth(1)).toHaveAccessibleName('Product Manager: the deadline')
  await tabTo(button(desk, 'Edit Bridge to the plan'))
  await keyboard.press('Alt+ArrowUp')
  await expect(cues(desk).nth(1)).toHaveAccessibleName('Bridge to the plan')
  await expect(cues(desk).nth(2)).toHaveAccessibleName('Product Manager: the deadline')
  await expect(button(desk, 'Edit Bridge to the plan')).toBeFocused()

  await press(button(desk, `Edit ${DEADLINE}`))
  const objection = desk.getByRole('form', { name: `Edit ${DEADLINE}` })
  await typeInto(field(objection, 'Say first'), ANSWER)
  await keyboard.press('ControlOrMeta+Enter')
  await expect(objection).toBeHidden()
  await expect(button(desk, `Edit ${DEADLINE}`)).toBeFocused()
}

/** The new date is what the plan adds up to: 24 + 6 hours, then 24 + 10 hours, from Tuesday 14:00. */
async function planNewDate(desk: Page): Promise<void> {
  const plan = region(desk, 'Plan')
  const newDate = field(plan, 'New date')
  await expect(newDate).toHaveValue('Wed 25 Nov 2026, 20:00')
  await typeInto(newDate, '1 Dec 2026 10:00')
  await desk.keyboard.press('Enter')
  await expect(region(desk, 'Script')).toContainText('The new date is Tuesday 1 December')
  await press(plan.getByRole('button', { name: 'Back to the proposal' }))
  await expect(newDate).toHaveValue('Wed 25 Nov 2026, 20:00')
  await typeInto(field(plan, 'Estimate 2'), '8-10 hours')
  await desk.keyboard.press('Enter')
  await expect(newDate).toHaveValue('Thu 26 Nov 2026, 00:00')
  await expect(region(desk, 'Script')).toContainText('The new date is Thursday 26 November')
}

async function followReadiness(desk: Page): Promise<void> {
  const rollback = field(region(desk, 'Facts'), 'Rollback')
  const finding = region(desk, 'Readiness').getByRole('button', { name: /no way back/ })
  await expect(finding).toHaveCount(0)
  await fillFact(desk, 'Rollback', '')
  await press(finding)
  await expect(rollback).toBeFocused()
  await desk.keyboard.type(ROLLBACK)
  await desk.keyboard.press('Tab')
  await expect(finding).toHaveCount(0)
}

async function invite(lectern: Lectern): Promise<void> {
  const { desk, electron, folder } = lectern
  await press(button(desk, 'Copy invitation'))
  await expect(said(desk).filter({ hasText: 'Invitation copied' })).toBeVisible()
  const text = await electron.evaluate(({ clipboard }) => clipboard.readText())
  expect(text).toContain('Halt release 4.2')
  expect(text).toContain('When: Tue 24 Nov 2026, 14:00 (Europe/Berlin)')
  expect(text).toContain('Where: Room 3.12 and video call')
  expect(text).toContain('1. Why we are here')
  expect(text).toContain('2. What we know so far')
  expect(text).toContain('Farida Rahmani (Executive Sponsor)')
  for (const hidden of [ADDED, ANSWER, 'Opening']) expect(text).not.toContain(hidden)

  const path = join(folder, 'invitation.ics')
  lectern.answerDialogs({ save: path })
  await press(button(desk, 'Save invitation (.ics)'))
  await expect(said(desk).filter({ hasText: path })).toBeVisible()
  expectInvitation(readFileSync(path, 'utf8'))
}

/** A calendar that others accept: sound, with the zone's rules, and the time on that zone's clocks. */
function expectInvitation(text: string): void {
  const calendar = readCalendar(text)
  expect(linesOf(calendar, 'VERSION').map(({ value }) => value)).toEqual(['2.0'])
  expect(linesOf(calendar, 'PRODID')).toHaveLength(1)
  const [zone, ...otherZones] = partsOf(calendar, 'VTIMEZONE')
  expect(otherZones).toEqual([])
  expect(linesOf(zone, 'TZID').map(({ value }) => value)).toEqual(['Europe/Berlin'])
  expect(zone?.parts.map(({ name }) => name)).toEqual(expect.arrayContaining(['STANDARD', 'DAYLIGHT']))
  const [event, ...otherEvents] = partsOf(calendar, 'VEVENT')
  expect(otherEvents).toEqual([])
  const one = (name: string) => linesOf(event, name).map(({ parameters, value }) => [...parameters, value])
  expect(one('DTSTART')).toEqual([['TZID=Europe/Berlin', '20261124T140000']])
  expect(one('DTEND')).toEqual([['TZID=Europe/Berlin', '20261124T143000']])
  expect(one('SUMMARY')).toEqual([['Halt release 4.2']])
  expect(one('LOCATION')).toEqual([['Room 3.12 and video call']])
  expect(one('UID')).toHaveLength(1)
  expect(one('DTSTAMP').flat()).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z$/)])
  expect(linesOf(event, 'ATTENDEE')).toHaveLength(5)
  for (const hidden of [ADDED, ANSWER, 'Opening']) expect(text).not.toContain(hidden)
}

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
async function delayBoard(desk: Page, board: Page): Promise<void> {
  const everShown = await watchFor(board, NEVER)
  const before = await shown(board, 'Decisions').count()
  await setBoardDelay(desk, 10)
  await toCaptureLine(desk)
  await capture(desk, `d ${NEVER}`)
  await desk.keyboard.press('ControlOrMeta+Z')
  await expect(said(desk).filter({ hasText: `Undone: ${NEVER}` })).toBeVisible()
  await capture(desk, 'd decided with a pause to think')
  await expect(region(desk, 'Windows').getByText('1 waiting')).toBeVisible()
  expect(await shown(board, 'Decisions').count()).toBe(before)
  await expect(shown(board, 'Decisions')).toHaveCount(before + 1, { timeout: 20_000 })
  await expect(board.getByText('decided with a pause to think')).toBeVisible()
  await expect(region(desk, 'Windows').getByText('Showing')).toBeVisible()
  expect(await everShown()).toBe(false)
  await setBoardDelay(desk, 0)
}

async function coverBoard(lectern: Lectern, prompter: Page, board: Page): Promise<void> {
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

async function find(desk: Page, prompter: Page): Promise<void> {
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
  await expect(left('Not said').filter({ hasText: 'This release cannot go ahead as it stands' })).toHaveCount(
    1,
  )
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
  await expect(button(desk, 'Export PDF')).toBeFocused()
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
  await expect(preview.getByRole('status')).toHaveText(/^\d+ pages$/)
  await expect(preview.getByRole('img', { name: /^Page 1 of \d/ })).toBeVisible()
}

async function expectRecord(lectern: Lectern, pdf: string): Promise<void> {
  const text = await pdfText(pdf)
  for (const words of ['DRAFT', CORRECTED, 'said after the first end', 'Amara Okafor', 'Thu 26 Nov 2026']) {
    expect(text).toContain(words)
  }
  for (const hidden of [ADDED, ANSWER]) expect(text).not.toContain(hidden)

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
