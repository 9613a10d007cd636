import type { Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import type { Asked } from '../helpers/asked'
import { cutOff } from '../helpers/boardPages'
import { runAll } from '../helpers/bridge'
import {
  addPerson,
  capture,
  createMeeting,
  endMeeting,
  liveMeeting,
  openBoard,
  openPrompter,
  region,
  startMeeting,
  toCaptureLine,
} from '../helpers/desk'
import { drag, stateOf } from '../helpers/displays'
import { button, press } from '../helpers/keyboard'
import { scriptPlace, visibleText } from '../helpers/windows'

const TITLE = 'Three windows'

const response = (prompter: Page) => region(prompter, 'Response')
const pace = (prompter: Page) => prompter.getByRole('status', { name: 'Pace' })

const WORDS = 'the launch is announced and partners are waiting'

/** Many entries of each kind that the Board lists. */
const fifty = Array.from({ length: 17 }, (_, at): readonly Asked[] => [
  { type: 'capture', draft: { kind: 'objection', text: `point ${at}: ${WORDS}`, at: null, who: null } },
  { type: 'capture', draft: { kind: 'decision', text: `decision ${at}: ${WORDS}`, at: null } },
  {
    type: 'capture',
    draft: { kind: 'action', text: `action ${at}: ${WORDS}`, at: null, owner: null, due: null },
  },
]).flat()

/** Lays the Desk over all of the Board. */
async function coverBoard(lectern: Lectern): Promise<void> {
  const under = await stateOf(lectern, 'Board')
  if (under === null) throw new Error('There is no board')
  await drag(lectern, 'Lectern', under.bounds)
  await lectern.electron.evaluate(({ BrowserWindow }) => {
    const desk = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith('Lectern'))
    desk?.moveTop()
    desk?.focus()
  })
  await expect.poll(async () => (await stateOf(lectern, 'Lectern'))?.bounds).toEqual(under.bounds)
}

/** How many frames a page draws in half a second. */
function framesOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const until = performance.now() + 500
        let frames = 0
        const draw = (now: number) => {
          frames += 1
          if (now < until) requestAnimationFrame(draw)
          else resolve(frames)
        }
        requestAnimationFrame(draw)
      }),
  )
}

const pictureOfBoard = (desk: Page) =>
  desk.evaluate(async () => [...((await window.lectern.call('board:picture', null)).picture ?? [])].join())

/** What keeps a covered window from being told that it is, on the systems that tell. */
function keptAwake({ electron }: Lectern) {
  return electron.evaluate(({ app, BrowserWindow }) => ({
    occluded: app.commandLine.hasSwitch('disable-backgrounding-occluded-windows'),
    windows: app.commandLine.getSwitchValue('disable-features').includes('CalculateNativeWinOcclusion'),
    throttled: BrowserWindow.getAllWindows().some(({ webContents }) => webContents.getBackgroundThrottling()),
  }))
}

test('each window is titled after what it is and opens once, and a covered board goes on painting', async ({
  lectern,
}) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  await expect(lectern.desk).toHaveTitle(/^Lectern/)
  await expect(await openPrompter(lectern)).toHaveTitle(/^Prompter/)
  const board = await openBoard(lectern)
  await expect(board).toHaveTitle(/^Board/)
  await press(button(lectern.desk, 'Open prompter'))
  await press(button(lectern.desk, 'Open board'))
  await toCaptureLine(lectern.desk)
  await capture(lectern.desk, 'still three windows')
  expect(lectern.electron.windows()).toHaveLength(3)

  await coverBoard(lectern)
  await toCaptureLine(desk)
  expect(await keptAwake(lectern)).toEqual({ occluded: true, windows: true, throttled: false })
  await expect.poll(() => pictureOfBoard(desk)).not.toBe('')
  const before = await pictureOfBoard(desk)
  await capture(desk, 'd decided while the board was covered')
  await expect(board.getByText('decided while')).toBeVisible()
  expect(await board.evaluate(() => document.visibilityState)).toBe('visible')
  await expect.poll(() => framesOf(board)).toBeGreaterThan(10)
  await expect.poll(() => pictureOfBoard(desk)).not.toBe(before)
})

test('a response covers the script with one key and gives back the same word with another', async ({
  lectern,
}) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  await expect(response(prompter)).toHaveCount(0)
  await prompter.keyboard.press('PageDown')
  await prompter.keyboard.press('Space')
  await expect(pace(prompter)).toHaveText(/running/)

  await prompter.keyboard.press('1')
  await expect(response(prompter)).toBeVisible()
  await expect(response(prompter)).toContainText('I see the urgency')
  await expect(pace(prompter)).toHaveText(/resting/)
  const resting = await scriptPlace(prompter)
  await prompter.keyboard.press('2')
  await expect(response(prompter)).toContainText('sprint')
  expect(await scriptPlace(prompter)).toBeCloseTo(resting, 0)

  await prompter.keyboard.press('Space')
  await prompter.keyboard.press('Space')
  await expect(pace(prompter)).toHaveText(/paused/)
  const paused = await scriptPlace(prompter)
  await prompter.keyboard.press('1')
  await expect(response(prompter)).toBeVisible()
  await prompter.keyboard.press('Escape')
  await expect(response(prompter)).toHaveCount(0)
  expect(await scriptPlace(prompter)).toBeCloseTo(paused, 0)
  await prompter.keyboard.press('1')
  await expect(response(prompter)).toBeVisible()
  await prompter.keyboard.press('1')
  await expect(response(prompter)).toHaveCount(0)
  expect(await scriptPlace(prompter)).toBeCloseTo(paused, 0)
})

test('cues are a key apart, and Home and End lead to the ends of the script', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  const start = await scriptPlace(prompter)
  await prompter.keyboard.press('PageDown')
  await expect.poll(() => scriptPlace(prompter)).toBeLessThan(start - 50)
  const second = await scriptPlace(prompter)
  await prompter.keyboard.press('End')
  await expect.poll(() => scriptPlace(prompter)).toBeLessThan(second - 500)
  await prompter.keyboard.press('Home')
  await expect.poll(() => scriptPlace(prompter)).toBeCloseTo(start, 0)
})

test('an expected objection that is raised offers its response on the prompter', async ({ lectern }) => {
  await createMeeting(lectern.desk, { title: TITLE, author: 'Sofia Marchetti' })
  await addPerson(lectern.desk, { name: 'Amara Okafor', role: 'Product Manager' })
  await startMeeting(lectern.desk, true)
  const prompter = await openPrompter(lectern)
  await toCaptureLine(lectern.desk)
  await capture(lectern.desk, 'o @pm the deadline is tight, the launch will slip')
  const offer = prompter.getByRole('status', { name: 'Messages' })
  await expect(offer).toContainText('Amara Okafor: the deadline is tight')
  await expect(offer).toContainText('press 1')
  await prompter.keyboard.press('1')
  await expect(response(prompter)).toContainText('I see the urgency')
})

test('the words to be read aloud are large enough for a glance', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  const spoken = region(prompter, 'Script').getByText('Thank you for coming at short notice', {
    exact: false,
  })
  const size = (page: Page, words: string) =>
    page
      .getByText(words, { exact: false })
      .first()
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  await expect(spoken.first()).toBeVisible()
  expect(await size(prompter, 'Thank you for coming at short notice')).toBeGreaterThanOrEqual(48)
  await prompter.keyboard.press('1')
  await expect(response(prompter)).toBeVisible()
  expect(await size(prompter, 'I see the urgency')).toBeGreaterThanOrEqual(48)
})

test('every word on the board can be read from the back of the room', async ({ lectern }) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  const board = await openBoard(lectern)
  const expectLarge = async (when: string) => {
    const smallest = (await board.evaluate(() => window.innerHeight)) / 33
    const texts = await visibleText(board)
    expect(texts.length, when).toBeGreaterThan(5)
    expect(
      texts.filter(({ size }) => size < smallest - 0.01),
      `smaller than ${smallest} px, ${when}`,
    ).toEqual([])
  }
  await expect(board.getByRole('heading', { name: TITLE, exact: true })).toBeVisible()
  await expectLarge('before anything is captured')
  await toCaptureLine(desk)
  for (const line of [
    'o the deadline is tight',
    'd halt the release',
    'a tell the customers by tomorrow 10:00',
  ]) {
    await capture(desk, line)
  }
  await expect(board.getByText('tell the customers')).toBeVisible()
  await expectLarge('with entries')
  const long = 'the partners in twelve countries have printed the date '.repeat(9)
  await runAll(desk, [{ type: 'capture', draft: { kind: 'concern', text: long, at: null, who: null } }])
  const longest = board
    .getByRole('list', { name: 'Concerns' })
    .getByRole('listitem')
    .filter({ hasText: 'twelve' })
  await expect(longest).toBeInViewport()
  expect(await longest.evaluate((item) => item.getClientRects().length), 'pages of it').toBeLessThanOrEqual(2)
  await expectLarge('with a long entry')
  expect(await cutOff(board), 'cut off, with a long entry').toEqual([])
  await runAll(desk, fifty)
  await expect(board.getByText('action 16:')).toHaveCount(1)
  await expect.poll(() => cutOff(board), 'cut off, with fifty entries').toEqual([])
  await expect(board.locator('.list', { hasText: 'Concerns' }).locator('.page-count')).toBeVisible()
  await expectLarge('with fifty entries')
  await endMeeting(desk)
  await expect(desk.getByRole('tab', { name: 'Record' })).toHaveAttribute('aria-selected', 'true')
  await expectLarge('after the end')
})

test('the board shows what was said, whoever opens it and however late', async ({ lectern }) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  await capture(desk, 'd decided before the board was open')
  const board = await openBoard(lectern)
  const shown = board.getByRole('list', { name: 'Decisions', exact: true }).getByRole('listitem')
  await expect(shown).toHaveText([/decided before the board was open/])
  await toCaptureLine(desk)
  await capture(desk, 'd decided since')
  await expect(shown).toHaveCount(2)
  await desk.keyboard.press('ControlOrMeta+Z')
  await expect(shown).toHaveCount(1)
  await board.close()
  const again = await openBoard(lectern)
  await expect(again.getByRole('list', { name: 'Decisions', exact: true }).getByRole('listitem')).toHaveCount(
    1,
  )
})
