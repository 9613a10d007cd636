import type { Locator, Page } from 'playwright'
import { expect } from 'playwright/test'

import type { Lectern } from './lectern'
import { button, choose, press, tabTo, typeInto } from './keyboard'

export type Person = {
  readonly name: string
  readonly role: string
  readonly organisation?: string
  readonly email?: string
}

export type MeetingDetails = {
  readonly title: string
  readonly place?: string
  /** As the field takes it: `2026-11-24T14:00`. */
  readonly plannedStart?: string
  readonly timeZone?: string
  readonly author?: string
}

export const PLAYBOOK = 'Critical release halt'

type ListName = 'Objections' | 'Decisions' | 'Actions' | 'Parking lot' | 'Notes'

export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
export const captureLine = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Capture', exact: true })
export const entries = (page: Page, list: ListName): Locator =>
  page.getByRole('list', { name: list, exact: true }).getByRole('listitem')

/** Types a date and a time as a British calendar has them, field by field. */
export async function typeMoment(target: Locator, moment: string): Promise<void> {
  const [, year, month, day, hour, minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)$/.exec(moment) ?? []
  const { keyboard } = target.page()
  await tabTo(target)
  for (let part = 0; part < 4; part += 1) await keyboard.press('ArrowLeft')
  await keyboard.type(`${day}${month}${year}`)
  await keyboard.press('ArrowRight')
  await keyboard.type(`${hour}${minute}`)
  await expect(target).toHaveValue(moment)
}

/** From the library: a new meeting of the built-in playbook, which opens for preparing. */
export async function createMeeting(page: Page, details: MeetingDetails): Promise<void> {
  await press(button(page, 'New meeting'))
  const dialog = page.getByRole('dialog', { name: 'New meeting' })
  await tabTo(dialog.getByRole('radio', { name: PLAYBOOK }))
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('radio', { name: PLAYBOOK })).toBeChecked()
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true })
  await typeInto(field('Title'), details.title)
  if (details.plannedStart !== undefined) {
    await typeMoment(dialog.getByLabel('Planned start'), details.plannedStart)
  }
  if (details.timeZone !== undefined) {
    await choose(dialog.getByRole('combobox', { name: 'Time zone' }), details.timeZone)
  }
  if (details.place !== undefined) await typeInto(field('Place or link'), details.place)
  if (details.author !== undefined) await typeInto(field('Your name'), details.author)
  await press(button(page, 'Create'))
  await expect(page.getByRole('tab', { name: 'Prepare' })).toHaveAttribute('aria-selected', 'true')
}

/** From the empty library: the sample meeting, filled in and ready to start. */
export async function openSample(page: Page, author = 'Sofia Marchetti'): Promise<void> {
  await typeInto(page.getByRole('textbox', { name: 'Your name', exact: true }), author)
  await press(button(page, 'Open the sample meeting'))
  await expect(page.getByRole('tab', { name: 'Prepare' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('heading', { name: 'Halt release 4.2', exact: true })).toBeVisible()
}

/** From the library: a meeting that is there already. */
export async function openMeeting(page: Page, title: string): Promise<void> {
  await press(page.getByRole('link', { name: title, exact: true }))
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible()
}

/** Goes to one of the three stages by its key. */
export async function goTo(page: Page, stage: 'Prepare' | 'Live' | 'Record'): Promise<void> {
  await page.keyboard.press(`ControlOrMeta+${{ Prepare: 1, Live: 2, Record: 3 }[stage]}`)
  await expect(page.getByRole('tab', { name: stage })).toHaveAttribute('aria-selected', 'true')
}

/** Fills one fact and leaves it, which saves it. */
export async function fillFact(page: Page, label: string, value: string, delay = 0): Promise<void> {
  await typeInto(region(page, 'Facts').getByRole('textbox', { name: label, exact: true }), value, delay)
  await page.keyboard.press('Tab')
}

export async function addPerson(page: Page, person: Person): Promise<void> {
  const people = region(page, 'People')
  const field = (name: string) => people.getByRole('textbox', { name, exact: true })
  await typeInto(field('Name'), person.name)
  await typeInto(people.getByLabel('Role', { exact: true }), person.role)
  if (person.organisation !== undefined) await typeInto(field('Organisation'), person.organisation)
  if (person.email !== undefined) await typeInto(field('E-mail'), person.email)
  await press(people.getByRole('button', { name: 'Add person', exact: true }))
  await expect(
    people.getByRole('listitem').filter({ has: page.getByText(person.name, { exact: true }) }),
  ).toBeVisible()
}

/** Starts the meeting; where facts are empty, says that it shall start all the same. */
export async function startMeeting(page: Page, asks: boolean): Promise<void> {
  await press(button(page, 'Start meeting'))
  if (asks) await press(page.getByRole('dialog').getByRole('button', { name: 'Start anyway' }))
  await expect(captureLine(page)).toBeFocused()
}

/** A meeting that has started, for tests that are about something else. */
export async function liveMeeting(page: Page, title: string): Promise<void> {
  await createMeeting(page, { title, author: 'Sofia Marchetti' })
  await startMeeting(page, true)
}

/** Goes to the capture line by its key. */
export async function toCaptureLine(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+L')
  await expect(captureLine(page)).toBeFocused()
}

/** The line clears only when the entry is on the disk. */
export async function waitAcknowledged(page: Page): Promise<void> {
  await expect(captureLine(page)).toHaveValue('')
}

/** Types one line and Enter, and waits until it is on the disk. The capture line has the focus. */
export async function capture(page: Page, line: string, delay = 0): Promise<void> {
  await expect(captureLine(page)).toBeFocused()
  await page.keyboard.type(line, { delay })
  await page.keyboard.press('Enter')
  await waitAcknowledged(page)
}

/** Opens the prompter; its keys work as soon as it shows its pace. */
export async function openPrompter(lectern: Lectern): Promise<Page> {
  await press(button(lectern.desk, 'Open prompter'))
  const prompter = await lectern.window(/^Prompter/)
  await expect(prompter.getByRole('status', { name: 'Pace' })).not.toBeEmpty()
  return prompter
}

export async function openBoard(lectern: Lectern): Promise<Page> {
  await press(button(lectern.desk, 'Open board'))
  return lectern.window(/^Board/)
}

/** Says where an objection stands, in its row of the list. */
export async function setObjection(page: Page, text: string, status: string): Promise<void> {
  await choose(entries(page, 'Objections').filter({ hasText: text }).getByRole('combobox'), status)
}

/** Whether somebody is here, as their row of the stage Live has it. */
export const here = (page: Page, name: string): Locator =>
  page
    .getByRole('table', { name: 'Stakeholders and objections' })
    .getByRole('row')
    .filter({ hasText: name })
    .getByRole('button', { name: 'Here', exact: true })

/** Opens the dialog that corrects an entry, by its key. */
export async function editEntry(row: Locator): Promise<Locator> {
  const page = row.page()
  await tabTo(row.getByRole('button', { name: 'Edit', exact: true }))
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog', { name: /^Edit / })
  await expect(dialog.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused()
  return dialog
}

/** Sets how many seconds things wait before they show on the board. */
export async function setBoardDelay(page: Page, seconds: number): Promise<void> {
  await press(button(page, 'Board settings'))
  const dialog = page.getByRole('dialog', { name: 'Board settings' })
  const slider = dialog.getByRole('slider')
  await tabTo(slider)
  await page.keyboard.press('Home')
  for (let step = 0; step < seconds; step += 1) await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveValue(String(seconds))
  await press(dialog.getByRole('button', { name: 'Save settings' }))
  await expect(dialog).toBeHidden()
}

/** Ends the meeting from the stage Live. */
export async function endMeeting(page: Page): Promise<void> {
  await press(button(page, 'End meeting'))
  await endNow(page)
}

/** Ends the meeting by the palette, from wherever the focus is. */
export async function endByPalette(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K')
  await typeInto(page.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox'), 'End meeting')
  await page.keyboard.press('Enter')
  await endNow(page)
}

async function endNow(page: Page): Promise<void> {
  await press(page.getByRole('dialog').getByRole('button', { name: 'End now', exact: true }))
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('tab', { name: 'Record' })).toHaveAttribute('aria-selected', 'true')
}

/** Exports the record of the meeting at hand to `path`, from the stage Record. */
export async function exportPdf(lectern: Lectern, path: string): Promise<void> {
  lectern.answerDialogs({ save: path })
  await press(button(lectern.desk, 'Export PDF'))
  const saved = lectern.desk.getByRole('status').filter({ hasText: path })
  await expect(saved).toBeVisible({ timeout: 45_000 })
}
