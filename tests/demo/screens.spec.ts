import { mkdirSync, rmSync } from 'node:fs'

import type { Page } from 'playwright'

import type { Command } from '../../shared/meeting/commands'
import { expect, test, type Lectern } from '../helpers/app'
import { runAll } from '../helpers/bridge'
import {
  addPerson,
  capture,
  createMeeting,
  editEntry,
  entries,
  goTo,
  openBoard,
  openPrompter,
  openSample,
  region,
  setObjection,
  startMeeting,
  toCaptureLine,
} from '../helpers/desk'
import { button, press, tabTo, typeInto } from '../helpers/keyboard'
import { everybody } from '../helpers/people'
import { sampleMeeting } from '../helpers/sampleMeeting'
import { closeWindow } from '../helpers/windows'
import { LONG, UNBROKEN } from './boardMeetings'
import { shootRecord } from './screens.record'
import { RESULTS, shoot } from './shoot'

const sample = sampleMeeting()

async function backToLibrary(desk: Page): Promise<void> {
  await press(desk.getByRole('link', { name: 'All meetings' }))
  await expect(desk.getByRole('heading', { name: 'Meetings', exact: true })).toBeVisible()
}

const note = (text: string): Command => ({ type: 'capture', draft: { kind: 'note', text, at: null } })
const decision = (text: string): Command => ({ type: 'capture', draft: { kind: 'decision', text, at: null } })
const objection = (text: string, who: string | null): Command => ({
  type: 'capture',
  draft: { kind: 'objection', text, at: null, who },
})
const action = (text: string, owner: string | null): Command => ({
  type: 'capture',
  draft: {
    kind: 'action',
    text,
    at: null,
    owner,
    due: owner === null ? null : '2030-11-29T17:00:00.000+01:00',
  },
})
const parked = (text: string, owner: string | null): Command => ({
  type: 'capture',
  draft: { kind: 'parking', text, at: null, owner },
})

/** Fifty entries, as after two long hours. */
function fifty(people: readonly string[]): readonly Command[] {
  const who = (index: number) => people[index % people.length] ?? null
  const of = (number: number, make: (index: number) => Command) =>
    Array.from({ length: number }, (_, index) => make(index))
  return [
    ...of(14, (index) =>
      objection(`point ${index + 1}: the launch is announced and partners are waiting`, who(index)),
    ),
    ...of(8, (index) => decision(`decision ${index + 1}: keep the date for every other product`)),
    ...of(12, (index) => action(`action ${index + 1}: tell the partners what changes for them`, who(index))),
    ...of(4, (index) => parked(`later ${index + 1}: who pays for the extra weekend`, who(index))),
    ...of(12, (index) => note(`note ${index + 1}: the room is quiet, everybody has seen the charts`)),
  ]
}

async function shootLibraryAndPrepare(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  await shoot({ page: desk, name: 'library-empty' })
  await openSample(desk)
  await shoot({ page: desk, name: 'prepare', large: true })
  await press(button(desk, 'Edit Opening'))
  await expect(desk.getByRole('form', { name: 'Edit Opening' })).toBeVisible()
  await shoot({ page: desk, name: 'prepare-cue' })
  await desk.keyboard.press('Escape')
  for (const part of ['Objections', 'Plan'] as const) {
    await press(desk.getByRole('link', { name: new RegExp(`^${part}`) }))
    await expect(region(desk, part)).toBeFocused()
    await shoot({ page: desk, name: `prepare-${part.toLowerCase()}` })
  }
}

async function shootMeeting(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  await goTo(desk, 'Live')
  const board = await openBoard(lectern)
  await expect(board.getByRole('heading', { name: sample.title })).toBeVisible()
  await goTo(desk, 'Prepare')
  await startMeeting(desk, false)
  await press(button(desk, 'Everybody is here'))
  await shoot({ page: desk, name: 'live-empty' })
  const prompter = await openPrompter(lectern)
  await prompter.keyboard.press('PageDown')
  await expect(prompter.getByText(/^Cue 3\/9/)).toBeVisible()
  await shoot({ page: prompter, name: 'prompter', themes: ['light'], large: true })
  await toCaptureLine(desk)
  for (const line of sample.captures) await capture(desk, line)
  await expect(prompter.getByRole('status', { name: 'Messages' })).not.toBeEmpty()
  await shoot({ page: prompter, name: 'prompter-offer', themes: ['light'] })
  for (const [key, name, there] of [
    ['1', 'response', region(prompter, 'Response')],
    [',', 'settings', region(prompter, 'Settings')],
    ['?', 'keys', prompter.getByRole('dialog', { name: 'Keys', exact: true })],
  ] as const) {
    await prompter.keyboard.press(key)
    await expect(there).toBeVisible()
    await shoot({ page: prompter, name: `prompter-${name}`, themes: ['light'] })
    await prompter.keyboard.press('Escape')
    await expect(there).toBeHidden()
  }
  await setObjection(desk, 'the deadline is tight', 'Answered')
  await setObjection(desk, 'this blows up our sprint', 'Answered')
  await setObjection(desk, 'old mobile clients', 'Deferred')
}

async function shootLive(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  await toCaptureLine(desk)
  await desk.keyboard.type('a rework token refresh @dana by fri 17:00')
  await shoot({ page: desk, name: 'live', large: true })
  await desk.keyboard.press('ControlOrMeta+A')
  await desk.keyboard.press('Backspace')
  await desk.keyboard.press('ControlOrMeta+K')
  await typeInto(desk.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox'), 'roll')
  await shoot({ page: desk, name: 'palette' })
  await desk.keyboard.press('Escape')
  await tabTo(button(desk, 'Break'))
  await desk.keyboard.press('?')
  await shoot({ page: desk, name: 'keys' })
  await desk.keyboard.press('Escape')
  await editEntry(entries(desk, 'Actions').first())
  await shoot({ page: desk, name: 'live-edit' })
  await desk.keyboard.press('Escape')
  await press(button(desk, 'End meeting'))
  await expect(desk.getByRole('dialog')).toBeVisible()
  await shoot({ page: desk, name: 'end' })
  await press(desk.getByRole('dialog').getByRole('button', { name: 'End now', exact: true }))
  await expect(region(desk, 'Preview').getByRole('status')).toHaveText(/^\d+ pages$/)
  await shoot({ page: desk, name: 'record' })
  await shootRecord(lectern)
}

async function shootFull(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  for (const window of ['Prompter', 'Board']) await closeWindow(lectern, window)
  await backToLibrary(desk)
  await createMeeting(desk, { title: 'Full: fifty entries in two hours' })
  await shoot({ page: desk, name: 'prepare-empty' })
  for (const person of sample.attendees) await addPerson(desk, person)
  await startMeeting(desk, true)
  await runAll(desk, fifty(await everybody(desk)))
  await expect(entries(desk, 'Notes')).toHaveCount(12)
  await shoot({ page: desk, name: 'live-full' })
}

async function shootLong(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  await backToLibrary(desk)
  await createMeeting(desk, { title: LONG, place: `${UNBROKEN}, room ${UNBROKEN}` })
  const person = (name: string, role: string) => ({
    name,
    role,
    organisation: UNBROKEN,
    email: `${UNBROKEN}@x.example`,
  })
  await addPerson(
    desk,
    person('Maria Theresia Wilhelmina von Hohenlohe-Langenburg zu Waldenburg', `Head of ${UNBROKEN}`),
  )
  await addPerson(desk, person(UNBROKEN, 'Product Manager'))
  await shoot({ page: desk, name: 'prepare-long' })
  await startMeeting(desk, true)
  const people = await everybody(desk)
  await runAll(desk, [
    objection(`${LONG}: ${LONG}`, people[0] ?? null),
    objection(UNBROKEN, people[1] ?? null),
    decision(`${LONG}. ${LONG}.`),
    action(`${UNBROKEN} ${LONG}`, people[0] ?? null),
    parked(LONG, people[1] ?? null),
    note(`${UNBROKEN}${UNBROKEN}`),
  ])
  await expect(entries(desk, 'Notes')).toHaveCount(1)
  await shoot({ page: desk, name: 'live-long' })
  await backToLibrary(desk)
  await shoot({ page: desk, name: 'library' })
}

test('pictures of every screen', async ({ lectern }) => {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  await shootLibraryAndPrepare(lectern)
  await shootMeeting(lectern)
  await shootLive(lectern)
  await shootFull(lectern)
  await shootLong(lectern)
})
