import type { Page } from 'playwright'

import { expect, test } from '../helpers/app'
import { openMeeting, region } from '../helpers/desk'
import { button, press } from '../helpers/keyboard'
import { preparedMeeting, writeRehearsed } from '../helpers/pictured'
import { shoot } from './shoot'
import { writeTrialRuns } from './trialRuns'

/** Reads the script by hand, sentence by sentence, with time that goes by at once, until somebody objects. */
async function readOn(prompter: Page, sentences: number): Promise<void> {
  for (let sentence = 0; sentence < sentences; sentence += 1) {
    if (await region(prompter, 'Objection raised').isVisible()) return
    await prompter.clock.fastForward(6_000)
    await prompter.keyboard.press('ArrowRight')
    await prompter.clock.runFor(300)
  }
}

test('rehearsals: on the Desk, on the prompter, and their report', async ({ lectern }) => {
  const { desk } = lectern
  const prepared = preparedMeeting()
  writeRehearsed(lectern.dataDir, prepared)
  writeTrialRuns(lectern.dataDir, prepared.meeting)
  await desk.reload()
  await openMeeting(desk, prepared.meeting.title)
  await press(desk.getByRole('link', { name: /^Rehearsals/ }))
  await expect(region(desk, 'Rehearsals')).toBeFocused()
  await shoot({ page: desk, name: 'rehearsals', large: true })
  await region(desk, 'Rehearsals').getByRole('table', { name: 'Time per cue' }).scrollIntoViewIfNeeded()
  await desk.mouse.wheel(0, 300)
  await shoot({ page: desk, name: 'rehearsals-cues' })

  await press(button(desk, 'Rehearse'))
  const prompter = await lectern.window(/^Prompter – .*\(rehearsal\)$/)
  await expect(region(prompter, 'Rehearsal')).toBeVisible()
  // Loaded again, every clock of the page is one that can be put forward.
  await prompter.clock.install()
  await prompter.reload()
  await expect(region(prompter, 'Rehearsal')).toBeVisible()
  await prompter.setViewportSize({ width: 1280, height: 720 })
  await shoot({ page: prompter, name: 'rehearsal-ready', themes: ['light'] })
  await readOn(prompter, 60)
  const raised = region(prompter, 'Objection raised')
  await expect(raised).toBeVisible()
  await shoot({ page: prompter, name: 'rehearsal-raised', themes: ['light'] })
  await prompter.keyboard.press('Enter')
  await expect(raised).toHaveCount(0)
  await prompter.keyboard.press('Space')
  await prompter.clock.fastForward(2_000)
  await shoot({ page: prompter, name: 'rehearsal', themes: ['light'], large: true })
  await prompter.keyboard.press('r')
  const report = region(prompter, 'Rehearsal report')
  await expect(report).toBeVisible()
  await shoot({ page: prompter, name: 'rehearsal-report', themes: ['light'], large: true })
  await prompter.keyboard.press('PageDown')
  await shoot({ page: prompter, name: 'rehearsal-report-cues', themes: ['light'] })
})
