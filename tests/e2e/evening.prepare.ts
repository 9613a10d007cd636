import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locator, Page } from 'playwright'

import { expect, type Lectern } from '../helpers/app'
import { linesOf, partsOf, readCalendar } from '../helpers/calendar'
import { fillFact, region, typeMoment } from '../helpers/desk'
import { button, choose, press, tabTo, typeInto } from '../helpers/keyboard'

export const DEADLINE = 'The deadline is tight. If we stop now, the launch will slip.'
export const ADDED = 'Please keep your questions for the end.'
export const ANSWER = 'I hear you. We move the launch, and we keep the quality.'
export const ROLLBACK = 'redeploy release 4.1, which takes ten minutes'

const cues = (desk: Page) => region(desk, 'Script').getByRole('article')
export const said = (desk: Page) => desk.getByRole('status')
export const field = (within: Locator, name: string) => within.getByRole('textbox', { name, exact: true })

/** When and on whose clocks, so that every date below is known. */
export async function setDetails(desk: Page): Promise<void> {
  await press(button(desk, 'Edit details'))
  const dialog = desk.getByRole('dialog', { name: 'Meeting details' })
  await choose(dialog.getByRole('combobox', { name: 'Time zone' }), 'Europe/Berlin')
  await typeMoment(dialog.getByLabel('Planned start'), '2026-11-24T14:00')
  await press(dialog.getByRole('button', { name: 'Save', exact: true }))
  await expect(dialog).toBeHidden()
  await expect(desk.locator('header')).toContainText('Tue 24 Nov 2026, 14:00')
}

/** A cue gets a sentence, another one another place, and an objection another answer. */
export async function writeScript(desk: Page): Promise<void> {
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
export async function planNewDate(desk: Page): Promise<void> {
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

export async function followReadiness(desk: Page): Promise<void> {
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

export async function invite(lectern: Lectern): Promise<void> {
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
