import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { toMeetingFile } from '../../../shared/meeting/file'
import { expect, test } from '../../helpers/app'
import {
  capture,
  captureLine,
  openPrompter,
  openSample,
  startMeeting,
  toCaptureLine,
} from '../../helpers/desk'
import { meetingPath, readMeetingFile } from '../../helpers/files'
import { press } from '../../helpers/keyboard'
import { Lectern } from '../../helpers/lectern'
import { longMeeting } from '../longMeeting'
import { leaveRows, leaveRuntime, runtimeOf } from '../results'
import { figuresOf, rowOf, type BenchRow } from '../rows'
import { answered, frameTimes, stopWatch, watchKey, type Answers } from './painted'

const FIELD = '.capture-box input'
const IDLE = 'idle frame time of the same window'
const MANY = 100

const measured = (name: string, unit = 'ms') => ({ part: 'live', name, unit })

/** Waits for the page to have answered so many keys, and asks it nothing that would keep it busy meanwhile. */
async function untilAnswered(page: Page, keys: number): Promise<void> {
  await expect.poll(() => answered(page), { intervals: [20] }).toBe(keys)
}

/** Captures one line after the other, each when the one before has cleared; gives the times from key to clear. */
async function keyToClear(desk: Page, count: number): Promise<Answers> {
  await toCaptureLine(desk)
  for (let n = 0; n < 5; n += 1) await capture(desk, `warming up ${n}`)
  await watchKey(desk, 'Enter', { selector: FIELD, is: 'empty' })
  for (let n = 0; n < count; n += 1) {
    await desk.keyboard.type(`run again ${n}`)
    await desk.keyboard.press('Enter')
    await untilAnswered(desk, n + 1)
  }
  return stopWatch(desk)
}

/** Types a letter and a space, which makes the preview another; gives the times from the space to its frame. */
async function keyToPreview(desk: Page, count: number): Promise<Answers> {
  await toCaptureLine(desk)
  await watchKey(desk, ' ', { selector: '.reading', is: 'changed' })
  for (let n = 0; n < count; n += 1) {
    await desk.keyboard.press('oqcdap'[n % 6] ?? 'd')
    await desk.keyboard.press('Space')
    await untilAnswered(desk, n + 1)
    await desk.keyboard.press('ControlOrMeta+A')
    await desk.keyboard.press('Backspace')
  }
  return stopWatch(desk)
}

/** The rows of a capture line beside the idle frame time of its window. */
async function lineRows(desk: Page, size: string): Promise<BenchRow[]> {
  const idle = { name: IDLE, samples: await frameTimes(desk, 180) }
  const clear = await keyToClear(desk, 60)
  const preview = await keyToPreview(desk, 60)
  return [
    rowOf(measured(`Frame time of the idle Desk, ${size}`), idle.samples),
    rowOf(measured(`Key to clear, painted, ${size}`), clear.ms, idle),
    rowOf(measured(`Key to preview, painted, ${size}`), preview.ms, idle),
    rowOf(measured(`Frame after the key that shows the preview, ${size}`, 'frames'), preview.frames),
  ]
}

test('an empty meeting, its prompter, and a hundred captures in ten seconds', async ({ lectern }) => {
  const { desk } = lectern
  leaveRuntime(await runtimeOf(lectern.electron))
  await openSample(desk)
  await startMeeting(desk, false)
  leaveRows('live-empty', await lineRows(desk, 'an empty meeting'))

  const prompter = await openPrompter(lectern)
  const idle = { name: IDLE, samples: await frameTimes(prompter, 180) }
  await watchKey(prompter, '1', { selector: 'section[aria-label="Response"]', is: 'there' })
  for (let n = 0; n < 60; n += 1) {
    await prompter.keyboard.press('1')
    await untilAnswered(prompter, n + 1)
    await prompter.keyboard.press('Escape')
    await expect(prompter.getByRole('region', { name: 'Response', exact: true })).toBeHidden()
  }
  const response = await stopWatch(prompter)

  await prompter.keyboard.press('Space')
  await toCaptureLine(desk)
  const scrolling = frameTimes(prompter, 540)
  const began = performance.now()
  for (let n = 0; n < MANY; n += 1) {
    await desk.waitForTimeout(Math.max(0, began + n * 100 - performance.now()))
    await desk.keyboard.type(`hurry ${n}`)
    await desk.keyboard.press('Enter')
  }
  const took = performance.now() - began
  await expect(captureLine(desk)).toHaveValue('')
  const frames = await scrolling
  await lectern.close()

  const { notes } = readMeetingFile(meetingPath(lectern.dataDir))
  const kept = notes.map(({ text }) => text).filter((text) => text.startsWith('hurry'))
  const wrong = Array.from({ length: MANY }, (_, n) => (kept[n] === `hurry ${n}` ? 0 : 1))
  leaveRows('live-prompter', [
    rowOf(measured('Objection key to response, painted on the prompter'), response.ms, idle),
    rowOf(measured('Frame time of the scrolling prompter meanwhile'), frames, idle),
    rowOf(
      measured(`Entry lost, doubled or out of order, of 100 in ${(took / 1000).toFixed(1)} s`, 'entries'),
      wrong,
    ),
  ])
  expect(kept).toHaveLength(MANY)
  expect(figuresOf(wrong).max).toBe(0)
})

test('a meeting of 10,000 entries', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  const { meeting, log } = longMeeting(10_000)
  mkdirSync(join(folder, 'meetings'))
  const text = `${JSON.stringify(toMeetingFile(meeting, log), null, 2)}\n`
  writeFileSync(join(folder, 'meetings', `${meeting.id}.json`), text)
  const lectern = new Lectern(folder)
  try {
    const desk = await lectern.start()
    await watchKey(desk, 'Enter', { selector: FIELD, is: 'there' })
    await press(desk.getByRole('link', { name: meeting.title, exact: true }))
    await expect(captureLine(desk)).toBeVisible()
    await untilAnswered(desk, 1)
    const opening = await stopWatch(desk)
    leaveRows('live-long', [
      rowOf(measured('Link to painted capture line, 10,000 entries'), opening.ms),
      ...(await lineRows(desk, '10,000 entries')),
    ])
    await lectern.close()
  } finally {
    await lectern.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
})
