import type { Page } from 'playwright'

import type { Run } from '../../shared/rehearsal/schema'
import { expect, test } from '../helpers/app'
import { keepWhatBoardIsTold, stringsOfBoard } from '../helpers/boardTold'
import { ask, heldMeeting } from '../helpers/bridge'
import { capture, captureLine, region, toCaptureLine } from '../helpers/desk'
import { MARK, ON_BOARD, REFUSED, SEEN, STORY } from '../helpers/everyCommand'
import { markPlaybook } from '../helpers/marked'
import { idOf, newMeeting, Rehearsal } from '../helpers/meetings'
import { openWindow } from '../helpers/openWindow'
import { writeRehearsed } from '../helpers/pictured'
import { playbook } from '../helpers/playbook'

const secret = (what: string) => `${MARK} ${what}`

/** A run of the script as a rehearsal keeps it, with what was said and asked in it. */
const RUN: Run = {
  id: idOf(1),
  at: '2026-11-24T12:00:00.000+01:00',
  setPace: 150,
  words: 2,
  script: 4,
  questions: 3,
  cues: [
    {
      cue: 'opening',
      heading: secret('heading'),
      timebox: 1,
      words: 2,
      read: 2,
      seconds: 4,
      stopped: 0,
    },
  ],
  stretches: [{ cue: 'opening', from: 0, words: 2, read: 2, seconds: 4 }],
  answers: [
    {
      objection: 'deadline',
      role: secret('role'),
      text: secret('drawn'),
      word: 1,
      seconds: 3,
      shownAfter: 1,
      how: 'shown',
    },
  ],
  notShown: [secret('not said')],
}

/** What is said before a meeting beside commands: the rehearsals. */
async function rehearse(desk: Page, meeting: string): Promise<void> {
  const kept = await desk.evaluate(
    ([id, run]) => window.lectern.call('rehearsal:keep', { meeting: id, run }),
    [meeting, RUN] as const,
  )
  expect(kept).toMatchObject({ ok: true })
}

/** What goes about in a meeting beside commands: a whisper, a draft, the responses as they are shown. */
async function whisperAndShow(desk: Page, prompter: Page): Promise<void> {
  await toCaptureLine(desk)
  await capture(desk, `! ${secret('whisper')}`)
  await expect(prompter.getByRole('status', { name: 'Messages' })).toContainText(secret('whisper'))
  await captureLine(desk).fill(`o ${secret('draft')}`)
  for (const key of ['1', '2']) {
    await prompter.keyboard.press(key)
    await expect(region(prompter, 'Response')).toContainText(MARK)
    await prompter.keyboard.press('Escape')
  }
}

/** The places in a text where the mark is, with what is around it. */
function marks(text: string): readonly string[] {
  const found = [...text.matchAll(new RegExp(`.{0,60}${MARK}.{0,30}`, 'g'))]
  return [...new Set(found.map(([around]) => around))].slice(0, 10)
}

test.use({ provoked: /is not for a window to say/ })

test('nothing private reaches the board: not its page, not its messages, not its process', async ({
  lectern,
}) => {
  test.slow()
  const { desk } = lectern
  const marked = markPlaybook(playbook(), MARK, ON_BOARD).playbook
  const wanted = newMeeting({ playbook: marked, place: secret('place') })
  const meeting = writeRehearsed(lectern.dataDir, new Rehearsal(wanted))
  const board = await openWindow(lectern, 'board', meeting)
  const told = await keepWhatBoardIsTold(lectern.electron)
  const prompter = await openWindow(lectern, 'prompter', meeting)
  await desk.evaluate((id) => (location.hash = `#/meeting/${id}/live`), meeting)
  await rehearse(desk, meeting)

  const pages: string[] = []
  const answers: string[] = []
  for (const [type, asks] of STORY) {
    for (const command of asks(await heldMeeting(desk, meeting))) {
      if (command.type === 'noteSignature') {
        await expect(ask(desk, meeting, command)).rejects.toThrow('is not for a window to say')
      } else expect([type, await ask(desk, meeting, command)]).toEqual([type, !REFUSED.has(type)])
    }
    if (type === 'setFollowUp') await whisperAndShow(desk, prompter)
    pages.push(await board.evaluate(() => document.documentElement.outerHTML))
    answers.push(JSON.stringify(await board.evaluate(() => window.lectern.call('board:get', null))))
  }
  await expect(board.getByText(`${SEEN} action edited`)).toBeVisible()
  expect(JSON.stringify(await heldMeeting(desk, meeting)).split(MARK).length).toBeGreaterThan(200)

  pages.push(await board.evaluate(() => document.documentElement.outerHTML))
  for (const [where, text] of [
    ['the page', pages.join('\n')],
    ['what it asked for', answers.join('\n')],
    ['what it was told', await told()],
    ['its process', await stringsOfBoard(lectern)],
  ] as const) {
    for (const words of ['concern edited', 'decision edited', 'action edited', 'agenda edited'])
      expect(text, where).toContain(`${SEEN} ${words}`)
    expect.soft(marks(text), `private text in ${where}`).toEqual([])
  }
})
