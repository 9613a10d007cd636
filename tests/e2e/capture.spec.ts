import type { Page } from 'playwright'

import { expect, test } from '../helpers/app'
import { expectAccessible } from '../helpers/axe'
import {
  capture,
  captureLine,
  createMeeting,
  entries,
  startMeeting,
  toCaptureLine,
  waitAcknowledged,
} from '../helpers/desk'
import { button, press, tabTo } from '../helpers/keyboard'
import { addPeople } from '../helpers/people'

const option = (page: Page, name: RegExp | string) => page.getByRole('option', { name })
const people = (page: Page) => page.getByRole('table', { name: 'Stakeholders and objections' })

/** A live meeting with two of one first name. */
async function withTwoDanas(page: Page): Promise<void> {
  await createMeeting(page, { title: 'Names', author: 'Sofia Marchetti' })
  await addPeople(page, [
    { name: 'Dana Ito', role: 'DevOps Lead' },
    { name: 'Dana Berg', role: 'Engineering Lead' },
    { name: 'Zoë Kowalczyk', role: 'Product Manager' },
  ])
  await startMeeting(page, true)
}

test.describe('people', () => {
  test('two of a name are asked, and a number right behind it answers', async ({ lectern }) => {
    const { desk } = lectern
    await withTwoDanas(desk)
    await desk.keyboard.type('a try the way back @dana')
    await expect(desk.getByRole('listbox').getByRole('option')).toHaveCount(3)
    await expectAccessible(desk, 'a name that could be two')
    await desk.keyboard.type('2 by fri 17:00')
    await expect(captureLine(desk)).toHaveAccessibleDescription(/^Action · Dana Berg · due Fri .* 17:00\.$/)
    await expect(desk.getByRole('listbox')).toHaveCount(0)
    await desk.keyboard.press('Enter')
    await waitAcknowledged(desk)
    await expect(entries(desk, 'Actions').last()).toContainText('try the way back')
    await expect(entries(desk, 'Actions').last()).toContainText('Dana Berg')
    await expect(entries(desk, 'Actions').last()).not.toContainText('@')
  })

  test('anywhere in the line Alt and a number, or the arrows and Enter, answer', async ({ lectern }) => {
    const { desk } = lectern
    await withTwoDanas(desk)
    await desk.keyboard.type('o @dana says it is late')
    await desk.keyboard.press('Alt+1')
    await expect(captureLine(desk)).toHaveValue('o @Dana Ito says it is late')
    await desk.keyboard.press('Enter')
    await waitAcknowledged(desk)
    await expect(entries(desk, 'Objections').last()).toContainText('Dana Ito')

    await desk.keyboard.type('o @dana says it is dear')
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('ArrowDown')
    await expect(option(desk, /Dana Berg/)).toHaveAttribute('aria-selected', 'true')
    const active = await captureLine(desk).getAttribute('aria-activedescendant')
    expect(await option(desk, /Dana Berg/).getAttribute('id')).toBe(active)
    await desk.keyboard.press('Enter')
    await expect(captureLine(desk)).toHaveValue('o @Dana Berg says it is dear')
    await expect(captureLine(desk)).toBeFocused()
    await desk.keyboard.press('Enter')
    await waitAcknowledged(desk)
    await expect(entries(desk, 'Objections').last()).toContainText('Dana Berg')
  })

  test('Escape puts the list away; nobody is guessed', async ({ lectern }) => {
    const { desk } = lectern
    await withTwoDanas(desk)
    await desk.keyboard.type('o @dana no')
    await desk.keyboard.press('Escape')
    await expect(desk.getByRole('listbox')).toHaveCount(0)
    await desk.keyboard.press('Enter')
    await waitAcknowledged(desk)
    await expect(entries(desk, 'Objections').last()).toContainText('@dana no')
  })

  test('Tab completes a name that is begun, and leaves the line otherwise', async ({ lectern }) => {
    const { desk } = lectern
    await withTwoDanas(desk)
    await desk.keyboard.type('q @zoe k')
    await desk.keyboard.press('Tab')
    await expect(captureLine(desk)).toHaveValue('q @Zoë Kowalczyk ')
    await desk.keyboard.type('when?')
    await desk.keyboard.press('Tab')
    await expect(button(desk, 'Make it a note, just as typed')).toBeFocused()
    await desk.keyboard.press('Tab')
    await expect(button(desk, 'Keep the name as text')).toBeFocused()
    await desk.keyboard.press('Delete')
    await expect(captureLine(desk)).toBeFocused()
    await expect(captureLine(desk)).toHaveAccessibleDescription('Question.')
    await press(button(desk, 'Take the name as the person again'))
    await expect(captureLine(desk)).toHaveAccessibleDescription('Question · Zoë Kowalczyk.')
    await desk.keyboard.press('Enter')
    await waitAcknowledged(desk)
    await expect(entries(desk, 'Objections').last()).toContainText('when?')
  })

  test('a typing mistake is understood and says whom it took', async ({ lectern }) => {
    const { desk } = lectern
    await withTwoDanas(desk)
    await desk.keyboard.type('c @kowlaczyk the deadline is tight')
    await expect(captureLine(desk)).toHaveAccessibleDescription(
      'Concern · Zoë Kowalczyk, for “kowlaczyk” · Prepared: deadline, key 1.',
    )
    await expect(option(desk, 'Add Kowlaczyk')).toBeVisible()
  })

  test('somebody new is added in the same Enter', async ({ lectern }) => {
    const { desk } = lectern
    await withTwoDanas(desk)
    await desk.keyboard.type('a call the bank @zorro by tomorrow 9:00')
    await option(desk, 'Add Zorro').click()
    await expect(captureLine(desk)).toBeFocused()
    await expect(captureLine(desk)).toHaveAccessibleDescription(/Action · New person: Zorro · due/)
    await desk.keyboard.press('Enter')
    await waitAcknowledged(desk)
    await expect(entries(desk, 'Actions').last()).toContainText('Zorro')
    await expect(people(desk).getByRole('row', { name: /^Zorro/ })).toHaveCount(1)
    await capture(desk, 'o @zorro+ too late')
    await expect(people(desk).getByRole('row', { name: /^Zorro/ })).toHaveCount(1)
    await expect(entries(desk, 'Objections').last()).toContainText('Zorro')
  })
})

test('Backspace where the text begins makes a misread kind a note again', async ({ lectern }) => {
  const { desk } = lectern
  await withTwoDanas(desk)
  await desk.keyboard.type('a b test is running')
  await expect(captureLine(desk)).toHaveAccessibleDescription('Action.')
  for (let step = 0; step < 'b test is running'.length; step += 1) await desk.keyboard.press('ArrowLeft')
  await desk.keyboard.press('Backspace')
  await expect(captureLine(desk)).toHaveValue('a b test is running')
  await expect(captureLine(desk)).toHaveAccessibleDescription('Note, just as typed.')
  await desk.keyboard.press('Enter')
  await waitAcknowledged(desk)
  await expect(entries(desk, 'Notes').last()).toContainText('a b test is running')
})

test('Up and Down go through what was captured here; the unsent line comes back', async ({ lectern }) => {
  const { desk } = lectern
  await withTwoDanas(desk)
  await capture(desk, 'd halt the release')
  await capture(desk, 'n legal joins @dana')
  await desk.keyboard.type('a half a thou')
  await desk.keyboard.press('ArrowUp')
  await expect(captureLine(desk)).toHaveValue('n legal joins @dana')
  await desk.keyboard.press('ArrowUp')
  await desk.keyboard.press('ArrowUp')
  await expect(captureLine(desk)).toHaveValue('d halt the release')
  await desk.keyboard.type(' again')
  await desk.keyboard.press('Enter')
  await expect(entries(desk, 'Decisions').last()).toContainText('halt the release again')
  await expect(captureLine(desk)).toHaveValue('a half a thou')
  await desk.keyboard.press('ArrowDown')
  await expect(captureLine(desk)).toHaveValue('a half a thou')
})

test('a line of nothing but spaces or a mark says why it is not captured', async ({ lectern }) => {
  const { desk } = lectern
  await withTwoDanas(desk)
  const box = desk.getByRole('alert')
  for (const [typed, why] of [
    ['   ', 'There are no words to capture yet'],
    ['d ', 'There are no words to capture yet'],
    ['! ', 'Write what the presenter should read'],
  ] as const) {
    await toCaptureLine(desk)
    await desk.keyboard.press('ControlOrMeta+A')
    await desk.keyboard.press('Backspace')
    await desk.keyboard.type(typed)
    await desk.keyboard.press('Enter')
    await expect(box.filter({ hasText: why })).toBeVisible()
    await expect(captureLine(desk)).toHaveValue(typed)
  }
})

test('a line too long to keep is refused with its length and stays whole', async ({ lectern }) => {
  const { desk } = lectern
  await withTwoDanas(desk)
  const long = `d ${'wort '.repeat(2_400)}`.trim()
  await captureLine(desk).fill(long)
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('alert')).toContainText('at most 10000 characters; this one has 11999')
  await expect(captureLine(desk)).toHaveValue(long)
  await expect(entries(desk, 'Decisions')).toHaveCount(0)
  await tabTo(button(desk, 'Make it a note, just as typed'))
})
