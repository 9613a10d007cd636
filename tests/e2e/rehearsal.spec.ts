import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { expect, test } from '../helpers/app'
import { expectAccessible } from '../helpers/axe'
import { writeBursts } from '../helpers/burstsWav'
import { openBoard, openSample, goTo, region, startMeeting } from '../helpers/desk'
import { button, press } from '../helpers/keyboard'
import type { Lectern } from '../helpers/lectern'

const recording = join(mkdtempSync(join(tmpdir(), 'lectern-rehearsal-')), 'bursts.wav')
writeBursts(recording, 1.8, 1.8)

test.use({
  more: ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${recording}`],
})

const pace = (prompter: Page) => prompter.getByRole('status', { name: 'Pace' })
const raised = (prompter: Page) => region(prompter, 'Objection raised')
const report = (prompter: Page) => region(prompter, 'Rehearsal report')

async function rehearse(lectern: Lectern): Promise<Page> {
  await press(button(lectern.desk, 'Rehearse'))
  const prompter = await lectern.window(/^Prompter – .*\(rehearsal\)$/)
  await expect(region(prompter, 'Rehearsal')).toContainText('Nothing of it goes into the meeting')
  // Loaded again, every clock of the page is one that can be put forward.
  await prompter.clock.install()
  await prompter.reload()
  await expect(region(prompter, 'Rehearsal')).toBeVisible()
  return prompter
}

const idOf = (desk: Page) =>
  desk.evaluate(async () => (await window.lectern.call('library:list', null)).meetings[0]?.id ?? '')

const logOf = (desk: Page, id: string) =>
  desk.evaluate(async (meeting) => {
    const answer = await window.lectern.call('meeting:log', { id: meeting })
    return answer.ok ? answer.value.log.length : -1
  }, id)

/** After an answer nobody objects for a while: it goes by at once. */
const breathe = (prompter: Page) => prompter.clock.fastForward(9_000)

/** Reads some sentences by hand, each in a few seconds, which go by at once. */
async function readByHand(prompter: Page, sentences: number, seconds = 6): Promise<void> {
  for (let sentence = 0; sentence < sentences; sentence += 1) {
    await prompter.clock.fastForward(seconds * 1_000)
    await prompter.keyboard.press('ArrowRight')
    await prompter.clock.runFor(300)
  }
}

test('a rehearsal times the cues, raises objections, and leaves the meeting as it was', async ({
  lectern,
}) => {
  const { desk } = lectern
  await openSample(desk)
  const meeting = await idOf(desk)
  const before = await logOf(desk, meeting)
  await goTo(desk, 'Live')
  const board = await openBoard(lectern)
  await goTo(desk, 'Prepare')
  const onBoard = async () => (await board.locator('body').innerText()).replace(/\b\d\d:\d\d\b/, 'now')
  const boardBefore = await onBoard()
  const prompter = await rehearse(lectern)

  await test.step('objections come up, are answered with the response or without, or passed over', async () => {
    await prompter.keyboard.press('o')
    await expect(prompter.getByRole('button', { name: 'All of them' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await prompter.keyboard.press('Space')
    await expect(pace(prompter)).toHaveText(/running/)
    await prompter.keyboard.press('PageDown')
    await prompter.keyboard.press('PageDown')
    await expect(raised(prompter)).toBeVisible()
    await expect(pace(prompter)).toHaveText(/resting/)
    const digit = await raised(prompter).locator('kbd').first().textContent()
    await prompter.keyboard.press(digit ?? '1')
    await expect(region(prompter, 'Response')).toBeVisible()
    await prompter.keyboard.press('Enter')
    await expect(region(prompter, 'Response')).toHaveCount(0)
    await expect(pace(prompter)).toHaveText(/running/)
    await prompter.keyboard.press('PageDown')
    await breathe(prompter)
    await expect(raised(prompter)).toBeVisible()
    await prompter.keyboard.press('Space')
    await expect(raised(prompter)).toHaveCount(0)
  })

  await test.step('what would change the meeting is refused', async () => {
    await prompter.keyboard.press('e')
    await expect(prompter.getByRole('status', { name: 'Messages' })).toContainText(
      'changes nothing in the meeting',
    )
    await prompter.keyboard.press('b')
    await prompter.keyboard.press('z')
    await prompter.keyboard.press('+')
    await prompter.keyboard.press(',')
    await prompter.getByRole('tab', { name: 'Displays' }).click()
    const frameless = prompter.getByRole('checkbox', { name: 'No frame' })
    await frameless.click()
    await expect(prompter.getByRole('status', { name: 'Messages' })).toContainText('Press R to end it first')
    await expect(frameless).not.toBeChecked()
    await prompter.keyboard.press('Escape')
    await prompter.keyboard.press('PageDown')
    await breathe(prompter)
    await expect(raised(prompter)).toBeVisible()
    await prompter.keyboard.press('Escape')
    await expect(raised(prompter)).toHaveCount(0)
    await prompter.keyboard.press('Space')
    await readByHand(prompter, 2, 3)
  })

  await test.step('the report says what it took', async () => {
    await prompter.keyboard.press('r')
    await expect(report(prompter)).toBeVisible()
    await expect(report(prompter).getByRole('table', { name: 'Time per cue' })).toContainText('Opening')
    await expectAccessible(prompter, 'the report')
    const answers = report(prompter).getByRole('table', { name: 'Objections raised' }).getByRole('row')
    await expect(answers).toHaveText([/Who/, /response shown after/, /without the response/, /passed over/])
  })

  expect(await logOf(desk, meeting)).toBe(before)
  expect(await onBoard()).toBe(boardBefore)
  const kept: unknown = JSON.parse(
    readFileSync(join(lectern.dataDir, 'rehearsals', `${meeting}.json`), 'utf8'),
  )
  expect(kept).toMatchObject({ format: 'lectern-rehearsals', runs: [{ answers: [{}, {}, {}] }] })

  await test.step('a second run is compared with the first, and its pace adopted', async () => {
    await prompter.keyboard.press('r')
    await expect(region(prompter, 'Rehearsal')).toBeVisible()
    await prompter.keyboard.press('o')
    await expect(prompter.getByRole('button', { name: 'None' })).toHaveAttribute('aria-pressed', 'true')
    await prompter.keyboard.press('v')
    await expect(pace(prompter)).toHaveAttribute('data-voice', 'ready')
    await prompter.keyboard.press('Space')
    await expect(pace(prompter), 'somebody speaks').toHaveText(/running/)
    await expect(pace(prompter), 'and rests').toHaveText(/waiting/)
    await expect(pace(prompter), 'and speaks again').toHaveText(/running/)
    await prompter.keyboard.press('Space')
    await prompter.clock.runFor(300)
    await readByHand(prompter, 7)
    await prompter.keyboard.press('r')
    await expect(report(prompter)).toContainText('Since the earlier run')
    const spoken = report(prompter).getByRole('table', { name: 'Spoken per cue' }).getByRole('row')
    await expect(spoken.nth(1)).toContainText(/Opening\s*0:0[2-5]/)
    const rehearsals = region(desk, 'Rehearsals')
    await expect(rehearsals.getByRole('list', { name: 'Rehearsals' }).getByRole('listitem')).toHaveCount(2)
    await desk.bringToFront()
    await desk.getByRole('link', { name: 'Rehearsals' }).click()
    await rehearsals.getByRole('button', { name: /^Adopt \d+ words a minute$/ }).click()
    await expect(desk.getByRole('status').filter({ hasText: 'The meeting’s pace is' })).toBeVisible()
    expect(await logOf(desk, meeting)).toBe(before + 1)
    await rehearsals.getByRole('combobox', { name: 'Compared with' }).selectOption('None')
    await expect(rehearsals).not.toContainText('Since the earlier run')
    await rehearsals.getByRole('button', { name: 'Remove this rehearsal' }).click()
    await expect(rehearsals.getByRole('list', { name: 'Rehearsals' }).getByRole('listitem')).toHaveCount(1)
    await expect(rehearsals.getByRole('button', { name: 'Put it back' })).toBeFocused()
    await desk.keyboard.press('Enter')
    await expect(rehearsals.getByRole('list', { name: 'Rehearsals' }).getByRole('listitem')).toHaveCount(2)
  })

  await startMeeting(desk, false)
  await expect.poll(() => prompter.title()).not.toContain('rehearsal')
  await expect(prompter.locator('.rehearsal-badge')).toHaveCount(0)
})
