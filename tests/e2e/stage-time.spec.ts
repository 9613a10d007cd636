import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '../helpers/app'
import {
  capture,
  captureLine,
  here,
  openPrompter,
  openSample,
  startMeeting,
  toCaptureLine,
} from '../helpers/desk'
import { button, press, tabTo } from '../helpers/keyboard'

const MARK = 'zzwhispered'

/** The files below a folder that hold some text, in any of the ways Chromium and Lectern write it. */
function holding(folder: string, text: string): readonly string[] {
  const ways = [Buffer.from(text), Buffer.from(text, 'utf16le')]
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const kind = statSync(path, { throwIfNoEntry: false })
    if (kind?.isDirectory() === true) return holding(path, text)
    if (kind?.isFile() !== true) return []
    const bytes = readFileSync(path)
    return ways.some((way) => bytes.includes(way)) ? [path] : []
  })
}

test('a whisper is shown and kept nowhere, sent or half typed, whatever happens then', async ({
  lectern,
}) => {
  test.slow()
  const { desk } = lectern
  await openSample(desk)
  await startMeeting(desk, false)
  const prompter = await openPrompter(lectern)
  await toCaptureLine(desk)
  await capture(desk, `! ${MARK} five minutes left`)
  await expect(prompter.getByRole('status', { name: 'Messages' })).toContainText(`${MARK} five minutes left`)
  await capture(desk, 'n zzkept beside it')
  await desk.keyboard.press('ArrowUp')
  await expect(captureLine(desk)).toHaveValue('n zzkept beside it')
  await desk.keyboard.press('ArrowUp')
  await expect(captureLine(desk)).toHaveValue('n zzkept beside it')
  await desk.keyboard.press('ControlOrMeta+A')
  await desk.keyboard.type(`! ${MARK} half`)
  // Long enough for drafts and Chromium's own stores to be written.
  await desk.waitForTimeout(2_500)
  await lectern.kill()
  expect(holding(lectern.dataDir, 'zzkept')).not.toEqual([])
  expect(holding(lectern.dataDir, MARK)).toEqual([])
})

test('timeboxes on both screens, script and question time apart, who came late, and a follow-up from the plan', async ({
  lectern,
}) => {
  test.slow()
  const { desk } = lectern
  await openSample(desk)
  await startMeeting(desk, false)
  const prompter = await openPrompter(lectern)
  const timebox = desk.getByRole('region', { name: 'Timebox' })
  await prompter.keyboard.press('Space')
  await expect(timebox).toContainText(/Opening 0:0[1-9] of 2:00/)
  await expect(timebox).toContainText(/Script 0:0[1-9] · Questions 0:00/)
  await prompter.keyboard.press('1')
  await expect(timebox).toContainText(/Questions 0:0[2-9]/)
  await prompter.keyboard.press('Escape')
  await prompter.keyboard.press('Space')
  const before = await timebox.textContent()
  await expect(timebox).not.toContainText(/Questions 0:0[0-3]/)
  const [, script = ''] = /(Script \d:\d\d)/.exec(before ?? '') ?? []
  expect(Number(/(\d\d)$/.exec(script)?.[1])).toBeGreaterThan(0)
  await prompter.keyboard.press('t')
  await expect(prompter.getByRole('region', { name: 'Must-say phrases and times' })).toContainText(
    /Script 0:\d\d · Questions 0:\d\d/,
  )
  await prompter.keyboard.press('Escape')

  await press(here(desk, 'Dana Ito'))
  await expect(here(desk, 'Dana Ito')).toHaveAttribute('aria-pressed', 'true')

  await toCaptureLine(desk)
  await capture(desk, 'o the canteen is closed')
  await capture(desk, 'a rework the token refresh')
  await press(button(desk, 'End meeting'))
  const dialog = desk.getByRole('dialog')
  for (const part of ['Checklist', 'Not answered', 'Not owned', 'Must-say phrases', 'Follow-up'])
    await expect(dialog.getByRole('region', { name: part, exact: true })).toBeVisible()
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true })
  await expect(field('When')).toHaveValue(/^(Mon|Tue|Wed|Thu|Fri) /)
  await expect(field('Where')).toHaveValue('Room 3.12 and video call')
  await expect(field('Agenda')).toHaveValue(/^Progress of the plan, 1 open objection, 1 open action/)
  await tabTo(field('Agenda'))
  await desk.keyboard.press('Enter')
  await expect(button(desk, 'Change follow-up')).toBeVisible()
})
