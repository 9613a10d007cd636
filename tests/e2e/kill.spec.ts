import { randomInt } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import { captureLine, liveMeeting, openMeeting, toCaptureLine } from '../helpers/desk'
import { cli, meetingPath, readMeetingFile } from '../helpers/files'

const TITLE = 'Killed again and again'
const ROUNDS = 20
const LINES_A_ROUND = 20

/** A draft that comes back just before the next line is typed stands in front of it: the last number is the line's. */
const numbered = (text: string) => text.match(/r\d+-\d+/g)?.at(-1) ?? []

/** Every note that the app holds: of a long list the Desk shows only what is near the part in sight. */
async function keptNotes(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(async () => {
    const { meetings } = await window.lectern.call('library:list', null)
    const opened = await window.lectern.call('meeting:open', { id: meetings[0]?.id ?? '' })
    return opened.ok ? opened.value.meeting.notes.map(({ text }) => text) : []
  })
  return texts.flatMap(numbered)
}

const lineOf = (round: number, index: number) => `r${round}-${index}`

/** Types on as fast as the keyboard goes, without waiting, until the app is gone. */
async function typeUntilKilled(page: Page, round: number): Promise<void> {
  for (let index = 0; index < LINES_A_ROUND; index += 1) {
    await page.keyboard.type(lineOf(round, index))
    await page.keyboard.press('Enter')
  }
}

/** Kills the app somewhere in a round; what it had acknowledged by then, as far as anybody could see. */
async function killMidway(lectern: Lectern, round: number): Promise<readonly string[]> {
  const page = lectern.desk
  const typing = typeUntilKilled(page, round).then(
    () => true,
    () => false,
  )
  const enough = randomInt(10, LINES_A_ROUND - 2)
  const ofRound = async () => (await keptNotes(page)).filter((text) => text.startsWith(`r${round}-`))
  let acknowledged: readonly string[] = []
  while (acknowledged.length < enough) acknowledged = await ofRound()
  await lectern.kill()
  expect(await typing, `round ${round} was still typing when it was killed`).toBe(false)
  return acknowledged
}

/** The live meeting of the last start, with the capture line ready and empty. */
async function goOn(page: Page): Promise<void> {
  await openMeeting(page, TITLE)
  await toCaptureLine(page)
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Backspace')
    await expect(captureLine(page)).toHaveValue('', { timeout: 500 })
  }, 'what was half typed when it was killed comes back, and is put away').toPass()
}

const lost = (acknowledged: readonly string[], kept: readonly string[]) =>
  acknowledged.filter((text) => !kept.includes(text))

test('kill -9 in the middle of captures, twenty times: nothing acknowledged is lost, nothing doubled', async ({
  lectern,
}, info) => {
  test.setTimeout(600_000)
  const acknowledged: string[] = []
  await liveMeeting(lectern.desk, TITLE)
  for (let round = 0; round < ROUNDS; round += 1) {
    acknowledged.push(...(await killMidway(lectern, round)))
    await lectern.start()
    await goOn(lectern.desk)
    const after = await keptNotes(lectern.desk)
    expect(lost(acknowledged, after), `lost by the kill of round ${round}`).toEqual([])
    expect(after, `doubled after round ${round}`).toHaveLength(new Set(after).size)
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(200)
  await lectern.close()

  const kept = readMeetingFile(meetingPath(lectern.dataDir)).notes.flatMap(({ text }) => numbered(text))
  const files = readdirSync(join(lectern.dataDir, 'meetings')).filter((name) => !name.endsWith('.json'))
  expect({ files, lost: lost(acknowledged, kept) }, 'after a clean close').toEqual({ files: [], lost: [] })
  expect(kept).toHaveLength(new Set(kept).size)
  expect(await cli('check', meetingPath(lectern.dataDir))).toMatchObject({ code: 0 })
  info.annotations.push({ type: 'captures', description: `${acknowledged.length} acknowledged` })
})
