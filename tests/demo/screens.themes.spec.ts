import { THEMES } from '../../renderer/prompter/look'
import { expect, test } from '../helpers/app'
import { region } from '../helpers/desk'
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
  await picture('end')
  await prompter.keyboard.press('Home')
  await prompter.keyboard.press('l')
  await picture('step')
})
