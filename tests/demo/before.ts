import type { Page } from 'playwright'

import { expect } from '../helpers/app'
import { addPerson, createMeeting, fillFact, region } from '../helpers/desk'
import { button, press } from '../helpers/keyboard'
import { playbook } from '../helpers/playbook'
import { picture, pictureInTheDark, sample, TYPING } from './scene'

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

/** From the empty library to a meeting with its facts and people. */
export async function prepare(desk: Page): Promise<void> {
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
