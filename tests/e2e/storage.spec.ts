import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test, type Lectern } from '../helpers/app'
import { capture, captureLine, entries, liveMeeting, openMeeting, toCaptureLine } from '../helpers/desk'
import { cli, meetingPath, readMeetingFile } from '../helpers/files'
import { electronBinary } from '../helpers/lectern'

const TITLE = 'Storage under test'

const noteTexts = (lectern: Lectern) =>
  readMeetingFile(meetingPath(lectern.dataDir)).notes.map(({ text }) => text)

/** Proves that the closed meeting's file is whole: shape, chain, lists; and that no journal is left. */
async function expectWholeFile(lectern: Lectern): Promise<void> {
  expect(await cli('check', meetingPath(lectern.dataDir))).toMatchObject({ code: 0 })
  const left = readdirSync(join(lectern.dataDir, 'meetings'))
  expect(left.filter((name) => !name.endsWith('.json'))).toEqual([])
}

test('fifty entries in a second keep their order, each captured once', async ({ lectern }) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  const texts = Array.from({ length: 50 }, (_, index) => `burst ${String(index).padStart(2, '0')}`)

  await desk.keyboard.type(texts.map((text) => `${text}\n`).join(''))

  await expect(entries(desk, 'Notes')).toHaveCount(50)
  await expect(captureLine(desk)).toHaveValue('')
  await lectern.close()
  expect(noteTexts(lectern)).toEqual(texts)
  await expectWholeFile(lectern)
})

test('a window closed right after Enter waits for the disk', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  await capture(lectern.desk, 'd the one before')

  await lectern.desk.keyboard.type('d the last word')
  await lectern.desk.keyboard.press('Enter')
  await lectern.close()

  expect(readMeetingFile(meetingPath(lectern.dataDir)).decisions.map(({ text }) => text)).toEqual([
    'the one before',
    'the last word',
  ])
  await expectWholeFile(lectern)
  await lectern.start()
  await openMeeting(lectern.desk, TITLE)
  await expect(entries(lectern.desk, 'Decisions')).toHaveCount(2)
})

test('a second start on the same folder shows the first window and writes nothing', async ({ lectern }) => {
  const { desk, electron } = lectern
  await liveMeeting(desk, TITLE)
  await capture(desk, 'written by the first')
  await electron.evaluate(({ BrowserWindow, app }) => {
    Object.assign(globalThis, { lecternStarts: 0, lecternShown: 0 })
    const count = (name: string) => Reflect.set(globalThis, name, Number(Reflect.get(globalThis, name)) + 1)
    app.on('second-instance', () => void count('lecternStarts'))
    const [window] = BrowserWindow.getAllWindows()
    window?.on('focus', () => void count('lecternShown'))
    window?.blur()
  })

  const second = spawn(electronBinary(), lectern.args, { env: lectern.environment, stdio: 'ignore' })
  const [code] = await once(second, 'exit')

  expect(code).toBe(0)
  const counted = (name: string) => electron.evaluate((_, key) => Number(Reflect.get(globalThis, key)), name)
  await expect.poll(() => counted('lecternStarts')).toBe(1)
  await expect.poll(() => counted('lecternShown')).toBeGreaterThan(0)
  expect(electron.windows()).toHaveLength(1)
  await toCaptureLine(desk)
  await capture(desk, 'written after the second went')
  await lectern.close()
  expect(noteTexts(lectern)).toEqual(['written by the first', 'written after the second went'])
  await expectWholeFile(lectern)
})
