import { THEMES } from '../../renderer/prompter/look'
import { expect, test } from '../helpers/app'
import { captureLine, region } from '../helpers/desk'
import { openWindow } from '../helpers/openWindow'
import { PICTURED_AT, picturedMeeting, writeRehearsed } from '../helpers/pictured'
import { shoot } from './shoot'

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
  await prompter.keyboard.press('h')
  await picture('plain')
  await prompter.keyboard.press('h')

  await prompter.evaluate(() => {
    const habits = { countdown: 5, stepping: false, globalKeys: false }
    localStorage.setItem('habits', JSON.stringify(habits))
  })
  await prompter.clock.setSystemTime(Date.parse(PICTURED_AT) + 5 * 24 * 60 * 60_000)
  await prompter.reload()
  await expect(prompter.getByRole('status', { name: 'Pace' })).not.toBeEmpty()
  const stale = await prompter.locator('.stale').first().boundingBox()
  await prompter.mouse.move(700, 300)
  await prompter.mouse.wheel(0, (stale?.y ?? 0) - 300)
  await expect(prompter.locator('.stale').first()).toBeInViewport()
  await picture('stale')
  await prompter.keyboard.press('Space')
  await expect(prompter.getByText('The script starts in')).toBeVisible()
  await picture('countdown')
})
