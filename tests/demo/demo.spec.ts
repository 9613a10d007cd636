import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import { goTo } from '../helpers/desk'
import { cli, meetingPath, pdfText, readMeetingFile } from '../helpers/files'
import { press } from '../helpers/keyboard'
import { correct, finaliseAndSignOff, PDF, RIGHT, sign, SIGNERS, VERIFIER, verify } from './after'
import { prepare } from './before'
import { discuss, end, findThings, interrupt, open } from './during'
import { clearResults, picture, pictureInTheDark, RESULTS, sample } from './scene'

const MEETING = join(RESULTS, 'meeting.json')

async function close(lectern: Lectern, board: Page): Promise<void> {
  const { desk } = lectern
  await end(desk)
  await goTo(desk, 'Record')
  await correct(desk)
  await finaliseAndSignOff(desk)
  await sign(lectern)
  await verify(lectern)
  await picture(board, 'board-end')
  await press(desk.getByRole('link', { name: 'All meetings' }))
  await expect(desk.getByRole('link', { name: sample.title })).toBeVisible()
  await picture(desk, 'library')
  await pictureInTheDark(desk, 'library')
}

async function expectRightResults(): Promise<void> {
  const meeting = readMeetingFile(MEETING)
  const { decisions, actions, objections, parkingLot, notes, attendees, status } = meeting
  const { checklist, followUp, breaks, revisions, signOffs } = meeting
  const raised = objections.filter(({ at }) => at !== null)
  expect(status).toBe('finalised')
  expect(attendees).toHaveLength(5)
  expect(decisions).toHaveLength(4)
  expect(actions).toHaveLength(6)
  expect(actions.filter(({ owner, due }) => owner === null || due === null)).toEqual([])
  expect(raised.map(({ kind }) => kind).toSorted()).toEqual([
    'concern',
    'objection',
    'objection',
    'objection',
    'question',
    'question',
  ])
  expect(raised.filter(({ who }) => who === null)).toEqual([])
  expect(raised.filter((each) => each.status === 'answered')).toHaveLength(4)
  expect(parkingLot).toHaveLength(2)
  expect(notes).toHaveLength(6)
  expect(notes.map((note) => note.text)).toContain(RIGHT)
  expect(checklist.filter(({ done }) => !done)).toEqual([])
  expect(followUp).not.toBeNull()
  expect(breaks).toHaveLength(1)
  expect(signOffs).toHaveLength(3)
  expect(revisions.map(({ signatures }) => signatures.map(({ name }) => name))).toEqual([SIGNERS])
  expect(await cli('check', MEETING)).toMatchObject({ code: 0 })

  const text = await pdfText(PDF)
  const captured = [...decisions, ...actions, ...raised, ...parkingLot, ...notes].map((entry) => entry.text)
  const missing = captured.filter((words) => !text.includes(words.split(' ').slice(0, 4).join(' ')))
  expect(missing, 'captured, but not in the record').toEqual([])
  expect(text).not.toContain('DRAFT')
  expect(text).not.toContain('ask for the decision')
}

async function expectVerifiedRecord(): Promise<void> {
  expect(existsSync(PDF)).toBe(true)
  expect(readFileSync(VERIFIER, 'utf8')).toMatch(/^<!doctype html>/i)
  const { code, out } = await cli('verify', PDF, '--json')
  const report = JSON.parse(out)
  expect(report).toMatchObject({ verdict: 'intact', revision: 1 })
  expect(report.signers).toMatchObject(SIGNERS.map((name) => ({ name, status: 'valid' })))
  expect(report.missing).toEqual(['Amara Okafor', 'Dana Ito', 'Mateusz Zieliński'])
  expect(code).toBe(0)
}

test('the sample meeting, from blank to its signed record', async ({ lectern }) => {
  clearResults()
  await prepare(lectern.desk)
  const [prompter, board] = await open(lectern)
  await discuss(lectern.desk, prompter, board)
  await findThings(lectern.desk, prompter)
  await interrupt(lectern.desk, prompter, board)
  await close(lectern, board)
  await lectern.close()
  copyFileSync(meetingPath(lectern.dataDir), MEETING)
  await expectRightResults()
  await expectVerifiedRecord()
})
