import type { Page } from 'playwright'

import { THEMES } from '../../renderer/prompter/look'
import { expect, test } from '../helpers/app'
import { ask, heldMeeting } from '../helpers/bridge'
import { captureLine, region } from '../helpers/desk'
import { openWindow } from '../helpers/openWindow'
import { PICTURED_AT, picturedMeeting, writeRehearsed } from '../helpers/pictured'
import { shoot } from './shoot'

/** After so long a notice has gone, in milliseconds. */
const NOTICES_STAY = 9_000

/** Turns the wheel until the first mark of this kind is in sight. */
async function bringInSight(prompter: Page, mark: '.stale' | '.missing'): Promise<void> {
  const first = prompter.locator(mark).first()
  const box = await first.boundingBox()
  await prompter.mouse.move(700, 300)
  await prompter.mouse.wheel(0, (box?.y ?? 0) - 300)
  await expect(first).toBeInViewport()
}

test('the prompter in every theme, with what lies over its script', async ({ lectern }) => {
  const meeting = writeRehearsed(lectern.dataDir, picturedMeeting())
  const prompter = await openWindow(lectern, 'prompter', meeting)
  await expect(prompter.getByRole('status', { name: 'Pace' })).not.toBeEmpty()
  await prompter.clock.install({ time: PICTURED_AT })
  await prompter.setViewportSize({ width: 1280, height: 720 })
  const picture = (name: string) => shoot({ page: prompter, name: `prompter-${name}`, themes: ['light'] })
  for (const { id, label } of THEMES) {
    await prompter.keyboard.press(',')
    await prompter.getByRole('radio', { name: label }).check()
    await picture(`${id}-settings`)
    await prompter.keyboard.press('Escape')
    await prompter.keyboard.press('Home')
    await prompter.keyboard.press('PageDown')
    await expect(prompter.getByText(/^Cue 3\/9/)).toBeVisible()
    await picture(id)
    await prompter.keyboard.press('1')
    await expect(region(prompter, 'Response')).toBeVisible()
    await picture(`${id}-response`)
    await prompter.keyboard.press('Escape')
  }
  await prompter.keyboard.press('End')
  await expect(prompter.getByRole('heading', { name: /^End of the script/ })).toBeVisible()
  await picture('end')
  await prompter.keyboard.press('Home')
  await prompter.keyboard.press('l')
  await picture('step')
  await prompter.keyboard.press('l')

  await prompter.keyboard.press(',')
  for (const { tab, label } of [
    { tab: 'movement', label: 'Movement' },
    { tab: 'displays', label: 'Displays' },
    { tab: 'sharing', label: 'Screen sharing' },
  ]) {
    await prompter.getByRole('tab', { name: label }).click()
    await picture(`settings-${tab}`)
  }
  await prompter.getByRole('tab', { name: 'Text' }).click()
  await prompter.getByRole('radio', { name: 'Light on dark' }).check()
  await prompter.keyboard.press('Escape')
  for (const { key, name, there } of [
    { key: 't', name: 'phrases', there: region(prompter, 'Must-say phrases and times') },
    { key: 'e', name: 'edit', there: region(prompter, 'Edit cue') },
    { key: 'ControlOrMeta+l', name: 'capture', there: captureLine(prompter) },
  ]) {
    await prompter.keyboard.press(key)
    await expect(there).toBeVisible()
    if (name === 'capture') await prompter.keyboard.type('a rework token refresh @dana by fri 17:00')
    await picture(name)
    await prompter.keyboard.press('Escape')
    await expect(there).toBeHidden()
  }
  await prompter.keyboard.press('m')
  await expect(prompter.locator('html')).toHaveAttribute('data-mirror', 'true')
  await picture('mirrored')
  await prompter.keyboard.press('m')
  await expect(prompter.locator('html')).toHaveAttribute('data-mirror', 'false')
  await prompter.clock.fastForward(NOTICES_STAY)
  await prompter.keyboard.press('u')
  await expect(prompter.locator('html')).toHaveAttribute('data-flip', 'true')
  await picture('upside-down')
  await prompter.keyboard.press('u')
  await expect(prompter.locator('html')).toHaveAttribute('data-flip', 'false')
  await prompter.keyboard.press('h')
  await picture('plain')
  await prompter.keyboard.press('h')
  await prompter.clock.fastForward(NOTICES_STAY)
  await prompter.keyboard.press('ControlOrMeta+k')
  await prompter.keyboard.type('roll')
  await expect(prompter.getByRole('dialog', { name: 'Find anything' })).toBeVisible()
  await picture('find')
  await prompter.keyboard.press('Escape')

  const { decisions, facts } = await heldMeeting(lectern.desk, meeting)
  await ask(lectern.desk, meeting, { type: 'readBack', decision: decisions[0]?.id ?? '' })
  await expect(region(prompter, 'Read-back')).toBeVisible()
  await picture('read-back')
  await ask(lectern.desk, meeting, {
    type: 'closeReadBack',
    answers: { positions: [], outcome: 'agreed' },
  })
  await expect(region(prompter, 'Read-back')).toHaveCount(0)

  await prompter.evaluate(() => {
    const habits = { countdown: 5, stepping: false, globalKeys: false }
    localStorage.setItem('habits', JSON.stringify(habits))
  })
  await prompter.clock.setSystemTime(Date.parse(PICTURED_AT) + 5 * 24 * 60 * 60_000)
  await prompter.reload()
  await expect(prompter.getByRole('status', { name: 'Pace' })).not.toBeEmpty()
  await bringInSight(prompter, '.stale')
  await picture('stale')
  await prompter.keyboard.press('Space')
  await expect(prompter.getByText('The script starts in')).toBeVisible()
  await picture('countdown')
  await prompter.keyboard.press('Space')
  for (const { key } of facts)
    await ask(lectern.desk, meeting, { type: 'setFact', key, value: '', source: '' })
  await expect(prompter.locator('.missing').first()).toBeAttached()
  await bringInSight(prompter, '.missing')
  await picture('missing')
})
