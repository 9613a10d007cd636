import type { Page } from 'playwright'

import { expect, test } from '../helpers/app'
import { entries, goTo, liveMeeting, openBoard, openPrompter, openSample, region } from '../helpers/desk'
import { button } from '../helpers/keyboard'
import { atReadingLine } from '../helpers/readingLine'
import { restingPlace, scriptPlace } from '../helpers/windows'

const TITLE = 'Keys and hands'

const pace = (prompter: Page) => prompter.getByRole('status', { name: 'Pace' })
const messages = (prompter: Page) => prompter.getByRole('status', { name: 'Messages' })
const slider = (prompter: Page, name: string) => prompter.getByRole('slider', { name, exact: true })

/** What share of the height the settings take, what they hide beyond their sides, and how far they lie below the line being read. */
function settingsFit(prompter: Page): Promise<readonly [share: number, cut: number, below: number]> {
  return prompter.evaluate(() => {
    const [panel, part] = ['.settings', '.settings-part:not([hidden])'].map((each) =>
      document.querySelector(each),
    )
    const script = document.querySelector('.script')?.getBoundingClientRect()
    const words = document.querySelector('.cue-text')
    if (!panel || !part || !script || !words) throw new Error('There are no settings over a script')
    const { top, height } = panel.getBoundingClientRect()
    const line = script.top + script.height / 3 + Number.parseFloat(getComputedStyle(words).lineHeight)
    const cut = [panel, part].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    return [height / innerHeight, Math.max(...cut), top - line] as const
  })
}

test('a pause stays one, wherever the presenter goes, and a countdown comes before the start', async ({
  lectern,
}) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  for (const key of ['PageDown', 'ArrowRight', 'ArrowLeft', 'End', 'Home', 'g', '3', 'Enter']) {
    await prompter.keyboard.press(key)
    await expect(pace(prompter)).toHaveText(/paused/)
  }
  const countDownFrom = async (seconds: number) => {
    await prompter.keyboard.press(',')
    await prompter.getByRole('tab', { name: 'Movement' }).click()
    await slider(prompter, 'Countdown').fill(String(seconds))
    await prompter.keyboard.press('Escape')
  }
  await countDownFrom(9)
  const place = await restingPlace(prompter)
  await prompter.keyboard.press('Space')
  await expect(messages(prompter)).toContainText('The script starts in')
  await prompter.keyboard.press('Space')
  await expect(messages(prompter)).not.toContainText('starts in')
  expect(await scriptPlace(prompter)).toBeCloseTo(place, 0)
  await prompter.keyboard.press('9')
  await expect(messages(prompter)).toContainText('No response is prepared on 9')
  await prompter.keyboard.press('Space')
  await prompter.keyboard.press('1')
  await expect(region(prompter, 'Response')).toBeVisible()
  await expect(messages(prompter)).not.toContainText('starts in')
  await prompter.keyboard.press('1')
  await expect(pace(prompter)).toHaveText(/paused/)
  await countDownFrom(2)
  await prompter.keyboard.press('Space')
  await expect(messages(prompter)).toContainText('The script starts in 1')
  await expect(pace(prompter)).toHaveText(/running/)
  await prompter.keyboard.press('Space')
  await prompter.keyboard.press('b')
  await expect(messages(prompter)).toContainText('The board is not open')
  // On a box to tick, all keys but its own go on working.
  await prompter.keyboard.press('t')
  await expect(region(prompter, 'Must-say phrases and times').getByRole('checkbox').first()).toBeFocused()
  await prompter.keyboard.press('Space')
  await expect(pace(prompter)).toHaveText(/paused/)
  await prompter.keyboard.press('1')
  await expect(region(prompter, 'Must-say phrases and times')).toHaveCount(0)
  await expect(region(prompter, 'Response')).toBeVisible()
  await prompter.keyboard.press('1')
  await prompter.keyboard.press('End')
  await prompter.keyboard.press('Space')
  await expect(messages(prompter)).toContainText('The script is at its end')
})

test('the settings leave the reading line in sight, and nothing in them is cut off', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  await prompter.keyboard.press(',')
  for (const [width, height] of [
    [1280, 720],
    [1024, 640],
  ] as const) {
    await prompter.setViewportSize({ width, height })
    await prompter.keyboard.press('Home')
    for (const name of ['Text', 'Movement', 'Displays', 'Screen sharing']) {
      await expect(prompter.getByRole('tab', { name, selected: true })).toBeFocused()
      const [share, cut, below] = await settingsFit(prompter)
      expect(share, `${name}: of the height`).toBeLessThanOrEqual(0.4)
      expect(cut, `${name}: beyond its sides`).toBe(0)
      expect(below, `${name}: below the line that is read`).toBeGreaterThan(0)
      await prompter.keyboard.press('ArrowRight')
    }
  }
})

test('step mode goes line by line, and is where reduced motion starts', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  const frames = () =>
    prompter.evaluate(() => {
      const [animation] = document.querySelector('.script-layer')?.getAnimations() ?? []
      const effect = animation?.effect
      return effect instanceof KeyframeEffect ? effect.getKeyframes().map(({ easing }) => easing) : []
    })
  await prompter.keyboard.press('l')
  await prompter.keyboard.press('Space')
  await expect(pace(prompter)).toHaveText(/stepping/)
  await expect.poll(async () => new Set(await frames())).toEqual(new Set(['steps(1)']))
  await prompter.keyboard.press('l')
  await expect(pace(prompter)).toHaveText(/running/)
  await expect.poll(async () => new Set(await frames())).toEqual(new Set(['linear']))

  await prompter.evaluate(() => localStorage.removeItem('habits'))
  await prompter.emulateMedia({ reducedMotion: 'reduce' })
  await prompter.reload()
  await expect(pace(prompter)).toHaveText(/paused/)
  await prompter.keyboard.press('Space')
  await expect(pace(prompter)).toHaveText(/stepping/)
})

test('wheel and drag move the script, a tap pauses it', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  const start = await restingPlace(prompter)
  await prompter.mouse.move(700, 400)
  await prompter.mouse.wheel(0, 200)
  await expect.poll(() => scriptPlace(prompter)).toBeCloseTo(start - 200, 0)
  await prompter.mouse.down()
  await prompter.mouse.move(700, 500, { steps: 5 })
  await prompter.mouse.up()
  await expect.poll(() => scriptPlace(prompter)).toBeCloseTo(start - 100, 0)
  await expect(pace(prompter)).toHaveText(/paused/)
  await prompter.mouse.click(1200, 600)
  await expect(pace(prompter)).toHaveText(/running/)
  await prompter.mouse.click(1200, 600)
  await expect(pace(prompter)).toHaveText(/paused/)
})

test('a presenter alone captures a line without leaving the script', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  await prompter.keyboard.press('Space')
  await prompter.keyboard.press('ControlOrMeta+L')
  const line = prompter.getByRole('textbox', { name: 'Capture', exact: true })
  await expect(line).toBeFocused()
  await prompter.keyboard.type('d halt the release 1 2 3')
  await expect(prompter.getByText('Decision', { exact: true })).toBeVisible()
  await expect(pace(prompter)).toHaveText(/running/)
  await prompter.keyboard.press('Enter')
  await expect(line).toHaveCount(0)
  await expect(messages(prompter)).toContainText('Saved: halt the release 1 2 3')
  await expect(entries(lectern.desk, 'Decisions')).toHaveText([/halt the release 1 2 3/])

  // The same understanding as on the Desk: what was prepared, who is meant, and each part to be refused.
  await prompter.keyboard.press('ControlOrMeta+L')
  await prompter.keyboard.type('o the deadline for lunch')
  await expect(prompter.getByText('Prepared: deadline, key 1', { exact: true })).toBeVisible()
  await prompter.keyboard.press('Tab')
  await prompter.keyboard.press('Tab')
  await prompter.keyboard.press('Delete')
  await expect(line).toBeFocused()
  await expect(prompter.getByText('Not a prepared one', { exact: true })).toBeVisible()
  await prompter.keyboard.type(' @zorro+')
  await expect(prompter.getByText('New person: Zorro', { exact: true })).toBeVisible()
  await prompter.keyboard.press('Enter')
  await expect(messages(prompter)).toContainText('Saved: the deadline for lunch · added Zorro')
  await expect(entries(lectern.desk, 'Objections')).toHaveText([/Zorro the deadline for lunch.*no match/])

  // Several lines pasted, after asking.
  await prompter.keyboard.press('ControlOrMeta+L')
  await line.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'n first of three\na by fri\nn second of three')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(button(prompter, 'Make 3 entries')).toBeFocused()
  await prompter.keyboard.press('Enter')
  await expect(entries(lectern.desk, 'Notes')).toHaveText([/first of three/, /second of three/])
  // What cannot be saved comes back with the reason, and nothing else goes away with it.
  await expect(line).toHaveValue('a by fri')
  await expect(prompter.getByRole('alert')).toContainText('no words to capture')
  await expect(line).toBeFocused()
  await prompter.keyboard.type(' call the bank')
  await expect(line).toHaveValue('a by fri call the bank')
  await prompter.keyboard.press('Enter')
  await expect(entries(lectern.desk, 'Actions')).toHaveText([/by fri call the bank/])
  await expect(line).toHaveCount(0)

  await prompter.keyboard.press('ControlOrMeta+L')
  await prompter.keyboard.type('! to myself')
  await prompter.keyboard.press('Enter')
  await expect(prompter.getByRole('alert')).toContainText('that is you')
  await prompter.keyboard.press('Escape')
  await expect(line).toHaveCount(0)
  await prompter.keyboard.press('Space')
  await expect(pace(prompter)).toHaveText(/paused/)
})

test('a cue is edited at its word, and the script goes on from there', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  await prompter.keyboard.press('PageDown')
  await prompter.keyboard.press('PageDown')
  await restingPlace(prompter)
  const { text } = await atReadingLine(prompter)
  await prompter.keyboard.press('Space')
  await prompter.keyboard.press('e')
  const field = region(prompter, 'Edit cue').getByRole('textbox')
  await expect(field).toBeFocused()
  await expect(pace(prompter)).toHaveText(/resting/)
  await prompter.keyboard.press('ControlOrMeta+End')
  await prompter.keyboard.type('\n\nOne more thing we learned today.')
  await prompter.keyboard.press('ControlOrMeta+Enter')
  await expect(region(prompter, 'Edit cue')).toHaveCount(0)
  await expect(region(prompter, 'Script')).toContainText('One more thing we learned today.')
  await expect(pace(prompter)).toHaveText(/running/)
  expect((await atReadingLine(prompter)).text).toBe(text)
})

test('the bars go away, and swapping says why it cannot be done', async ({ lectern }) => {
  await liveMeeting(lectern.desk, TITLE)
  const prompter = await openPrompter(lectern)
  await prompter.keyboard.press('h')
  await expect(prompter.locator('.bar-top')).toBeHidden()
  await expect(messages(prompter)).toContainText('H brings the bars back')
  await expect(prompter.locator('.tips').first()).toHaveCSS('visibility', 'hidden')
  await prompter.keyboard.press('h')
  await expect(prompter.locator('.bar-top')).toBeVisible()
  await prompter.keyboard.press('s')
  await expect(messages(prompter)).toContainText('Open both the prompter and the board')
  await openBoard(lectern)
  await prompter.keyboard.press('s')
  await expect(messages(prompter)).toContainText('on the same display')
})

test('a fact that is older than it may be says so where it is read aloud', async ({ lectern }) => {
  await openSample(lectern.desk)
  await goTo(lectern.desk, 'Live')
  await expect(button(lectern.desk, 'Open prompter')).toBeVisible()
  const prompter = await openPrompter(lectern)
  await expect(prompter.locator('.stale')).toHaveCount(0)
  await prompter.clock.setFixedTime(Date.now() + 5 * 24 * 60 * 60_000)
  await prompter.reload()
  await expect(prompter.locator('.stale').first()).toContainText('5 days ago')
})
