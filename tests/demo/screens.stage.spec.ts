import type { Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import { ask, heldMeeting } from '../helpers/bridge'
import { openWindow } from '../helpers/openWindow'
import { PICTURED_AT, writeRehearsed } from '../helpers/pictured'
import type { Rehearsal } from '../helpers/meetings'
import { busyBoard, fiftyBoard, longBoard, planBoard, preparedBoard, stakesBoard } from './boardMeetings'
import { shoot } from './shoot'

/** Puts a meeting on the Board. Its page shows the time the pictures are taken at. */
async function show(lectern: Lectern, rehearsal: Rehearsal): Promise<Page> {
  const board = await openWindow(lectern, 'board', writeRehearsed(lectern.dataDir, rehearsal))
  await board.clock.setFixedTime(PICTURED_AT)
  await board.setViewportSize({ width: 1280, height: 720 })
  await expect(board.getByRole('heading', { level: 1, name: rehearsal.meeting.title })).toBeVisible()
  await expect(board.getByText('14:20')).toBeVisible()
  return board
}

test('the board in every state', async ({ lectern }) => {
  const { desk } = lectern
  const picture = (page: Page, name: string, large = false) => shoot({ page, name, themes: ['light'], large })
  await picture(await show(lectern, preparedBoard({ id: 5_001 })), 'board-before')
  await picture(await show(lectern, planBoard(5_002)), 'board-plan')
  await picture(await show(lectern, stakesBoard(5_003)), 'board-stakes')
  await picture(await show(lectern, longBoard(5_004)), 'board-long')
  await picture(await show(lectern, fiftyBoard(5_005)), 'board-full', true)

  const busy = busyBoard(5_006)
  const { id, decisions } = busy.meeting
  const board = await show(lectern, busy)
  await picture(board, 'board', true)
  await desk.evaluate((meeting) => (location.hash = `#/meeting/${meeting}/live`), id)
  await desk.evaluate(() => window.lectern.call('board:set', { frozen: true }))
  await ask(desk, id, {
    type: 'capture',
    draft: { kind: 'decision', text: 'the sponsor tells the press', at: null },
  })
  await expect(desk.getByText('Board frozen')).toBeVisible()
  await picture(desk, 'board-frozen')
  await desk.evaluate(() => window.lectern.call('board:set', { frozen: false, blank: true }))
  await expect(board.locator('.board-plain')).toBeVisible()
  await picture(board, 'board-blank')
  await desk.evaluate(() => window.lectern.call('board:set', { blank: false }))

  await ask(desk, id, { type: 'readBack', decision: decisions[2]?.id ?? '' })
  await expect(board.getByText('Do you agree?')).toBeVisible()
  await picture(board, 'board-read-back')
  await ask(desk, id, { type: 'closeReadBack', answers: { positions: [], outcome: 'agreed' } })
  await ask(desk, id, { type: 'pause' })
  await expect(board.getByRole('heading', { name: 'Break' })).toBeVisible()
  await picture(board, 'board-break')
  await ask(desk, id, { type: 'resume' })
  const { settings } = await heldMeeting(desk, id)
  await ask(desk, id, { type: 'setSettings', settings: { ...settings, boardTheme: 'dark' } })
  await expect(board.locator('html')).toHaveAttribute('data-theme', 'dark')
  await picture(board, 'board-dark')
  await ask(desk, id, { type: 'setSettings', settings })
  await ask(desk, id, { type: 'end' })
  await expect(board.getByText('ended')).toBeVisible()
  await picture(board, 'board-after')
})
