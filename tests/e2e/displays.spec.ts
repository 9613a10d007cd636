import type { Page } from 'playwright'

import { expect, test } from '../helpers/app'
import { createMeeting, goTo, liveMeeting, openBoard, openPrompter, region } from '../helpers/desk'
import { drag, plug, stateOf, type FakeDisplay } from '../helpers/displays'
import type { Lectern } from '../helpers/lectern'

const laptop: FakeDisplay = {
  id: 1,
  label: 'Color LCD',
  bounds: { x: 0, y: 0, width: 960, height: 1080 },
  internal: true,
}
const projector: FakeDisplay = {
  id: 2,
  label: 'EPSON PJ',
  bounds: { x: 960, y: 0, width: 960, height: 1080 },
}

const messages = (prompter: Page) => prompter.getByRole('status', { name: 'Messages' })

/** The display a window lies on, by the side of the screen its middle is on. */
async function sideOf(lectern: Lectern, title: string): Promise<string> {
  const found = await stateOf(lectern, title)
  if (found === null) return 'closed'
  return found.bounds.x + found.bounds.width / 2 < 960 ? 'Color LCD' : 'EPSON PJ'
}

test('prompter and board keep to their displays through unplugging, swapping and being told to', async ({
  lectern,
}) => {
  const { desk } = lectern
  await plug(lectern, [laptop, projector])
  await liveMeeting(desk, 'Two displays')
  await desk.getByRole('button', { name: 'Displays', exact: true }).click()
  const dialog = desk.getByRole('dialog', { name: 'Displays' })
  await dialog.getByLabel('Board on').selectOption({ label: 'EPSON PJ, 960 × 1080' })
  await expect(dialog.getByLabel('Prompter on')).toHaveAccessibleDescription('Not open now: it opens there.')
  await desk.keyboard.press('Escape')
  const prompter = await openPrompter(lectern)
  const board = await openBoard(lectern)
  const expectSides = async (ofPrompter: string, ofBoard: string) => {
    await expect.poll(() => sideOf(lectern, 'Prompter')).toBe(ofPrompter)
    await expect.poll(() => sideOf(lectern, 'Board')).toBe(ofBoard)
  }
  await expectSides('Color LCD', 'EPSON PJ')

  await plug(lectern, [laptop])
  await expectSides('Color LCD', 'Color LCD')
  await expect(messages(prompter)).toContainText('EPSON PJ is gone. The board has moved to Color LCD.')
  await expect(prompter.getByRole('status', { name: 'Board', exact: true })).toContainText('on this display')
  await expect(region(desk, 'Windows')).toContainText('EPSON PJ is gone.')
  await plug(lectern, [laptop, projector])
  await expectSides('Color LCD', 'EPSON PJ')
  await expect(messages(prompter)).toContainText('EPSON PJ is there now. The board has moved to EPSON PJ.')

  await prompter.keyboard.press('s')
  await expectSides('EPSON PJ', 'Color LCD')
  await prompter.keyboard.press('f')
  await expect.poll(async () => (await stateOf(lectern, 'Prompter'))?.isFull).toBe(true)
  await plug(lectern, [laptop])
  await expect(messages(prompter)).toContainText('The prompter has moved to Color LCD')
  await plug(lectern, [laptop, projector])
  await expect(messages(prompter)).toContainText('The prompter has moved to EPSON PJ')
  await expect.poll(async () => (await stateOf(lectern, 'Prompter'))?.isFull).toBe(true)
  await prompter.keyboard.press('f')
  await expect.poll(async () => (await stateOf(lectern, 'Prompter'))?.isFull).toBe(false)
  await drag(lectern, 'Prompter', { ...projector.bounds, height: 720 })

  await prompter.keyboard.press(',')
  const settings = region(prompter, 'Settings')
  await settings.getByRole('tab', { name: 'Displays' }).click()
  await settings.getByLabel('Prompter on').selectOption({ label: 'Color LCD, 960 × 1080, built-in' })
  await settings.getByLabel('Board on').selectOption({ label: 'EPSON PJ, 960 × 1080' })
  await expectSides('Color LCD', 'EPSON PJ')
  await plug(lectern, [laptop, { ...projector, bounds: laptop.bounds }])
  await expect(prompter.getByText('Displays are mirrored', { exact: true })).toBeVisible()
  await expect(settings).toContainText('whoever sees one sees the prompter')
  await plug(lectern, [laptop, projector])
  await expectSides('Color LCD', 'EPSON PJ')

  await settings.getByRole('checkbox', { name: 'Mirrored' }).click()
  await settings.getByRole('checkbox', { name: 'Always on top' }).click()
  await expect.poll(async () => (await stateOf(lectern, 'Prompter'))?.isOnTop).toBe(true)
  await settings.getByRole('button', { name: 'Swap displays' }).click()
  await expectSides('EPSON PJ', 'Color LCD')
  await expect(settings.getByRole('checkbox', { name: 'Mirrored' })).not.toBeChecked()
  await expect.poll(async () => (await stateOf(lectern, 'Prompter'))?.isOnTop).toBe(false)

  for (const key of ['f', 'Escape', 'f', 'f']) {
    const { isFull } = (await stateOf(lectern, 'Board')) ?? {}
    await board.keyboard.press(key)
    await expect.poll(async () => (await stateOf(lectern, 'Board'))?.isFull).toBe(isFull !== true)
  }
})

test('a window without a frame goes on where the other was, moves by keys, and closes by one', async ({
  lectern,
}) => {
  await liveMeeting(lectern.desk, 'No frame')
  const first = await openPrompter(lectern)
  await first.keyboard.press('PageDown')
  await first.keyboard.press('Space')
  await first.keyboard.press(',')
  const before = await stateOf(lectern, 'Prompter')
  const closed = first.waitForEvent('close')
  await region(first, 'Settings').getByRole('tab', { name: 'Displays' }).click()
  await region(first, 'Settings').getByRole('checkbox', { name: 'See-through' }).click()
  await closed
  const prompter = await lectern.window(/^Prompter/)
  const after = await stateOf(lectern, 'Prompter')
  expect(after?.bounds).toEqual(before?.bounds)
  await expect(prompter.getByRole('checkbox', { name: 'See-through' })).toBeFocused()
  await expect(prompter.getByRole('status', { name: 'Pace' })).toHaveText(/running/)
  await expect(prompter.getByText(/^Cue 3\//)).toBeVisible()
  const ground = () => prompter.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await ground()).toContain('0.4')
  await prompter.keyboard.press('Escape')
  await prompter.keyboard.press('Alt+ArrowRight')
  await prompter.keyboard.press('Alt+Shift+ArrowUp')
  await expect
    .poll(async () => (await stateOf(lectern, 'Prompter'))?.bounds)
    .toEqual({
      ...before?.bounds,
      x: (before?.bounds.x ?? 0) + 40,
      height: (before?.bounds.height ?? 0) - 40,
    })
  // The page is gone before the press is over.
  await prompter.keyboard.press('ControlOrMeta+W').catch(() => undefined)
  await expect.poll(() => stateOf(lectern, 'Prompter')).toBeNull()
  await expect(lectern.desk.getByRole('button', { name: 'Open prompter' })).toBeVisible()
})

test('the badge and the test of a capture say what a capture shows, and panic brings back what it hid', async ({
  lectern,
}) => {
  await liveMeeting(lectern.desk, 'Captured')
  await openBoard(lectern)
  const prompter = await openPrompter(lectern)
  await expect(prompter.getByText('Prompter: visible when you share the screen')).toBeVisible()
  await prompter.keyboard.press(',')
  const settings = region(prompter, 'Settings')
  await settings.getByRole('tab', { name: 'Screen sharing' }).click()
  await settings.getByRole('button', { name: 'Test a capture' }).click()
  await expect(settings.getByRole('status', { name: 'Test of a capture' })).toHaveText(
    'The capture shows the prompter. This tests Lectern’s own capture, not Zoom or Teams.',
  )
  await expect(prompter.locator('.patch')).toHaveCount(0)
  await expect(settings).toContainText('no way to leave a window out')
  await settings.getByRole('tab', { name: 'Text' }).click()
  await settings.getByRole('radio', { name: 'Dark on light' }).check()
  await settings.getByRole('button', { name: 'Use text and pace for new meetings' }).click()
  await expect(prompter.getByText('New meetings begin like this one.')).toBeVisible()

  for (const page of [prompter, lectern.desk])
    expect(
      await page.evaluate(() =>
        navigator.mediaDevices.getDisplayMedia({ video: true }).then(
          () => 'captured',
          () => 'refused',
        ),
      ),
    ).toBe('refused')

  const closed = prompter.waitForEvent('close')
  await settings.getByRole('tab', { name: 'Screen sharing' }).click()
  await settings.getByRole('checkbox', { name: 'Ask to be left out' }).click()
  await closed
  const again = await lectern.window(/^Prompter/)
  await expect(region(again, 'Settings')).toContainText('you switched that off')
  await again.keyboard.press('Escape')

  const before = await stateOf(lectern, 'Prompter')
  await again.keyboard.press('Shift+Escape')
  await expect.poll(async () => (await stateOf(lectern, 'Prompter'))?.isVisible).toBe(false)
  await expect(lectern.desk.getByText('Prompter hidden, board blank.')).toBeVisible()
  await lectern.desk.keyboard.press('Shift+Escape')
  await expect.poll(async () => (await stateOf(lectern, 'Prompter'))?.isVisible).toBe(true)
  expect((await stateOf(lectern, 'Prompter'))?.bounds).toEqual(before?.bounds)

  await lectern.desk.getByRole('link', { name: 'All meetings' }).click()
  await createMeeting(lectern.desk, { title: 'The next one' })
  await goTo(lectern.desk, 'Live')
  await lectern.desk.getByRole('button', { name: 'Open prompter' }).click()
  await expect(again).toHaveTitle(/The next one/)
  await expect(again.locator(':root')).toHaveAttribute('data-theme', 'light')
})
