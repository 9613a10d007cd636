import type { Page } from 'playwright'

import { expect, test } from '../helpers/app'
import type { Command } from '../../shared/meeting/commands'
import { meetingId, runAll } from '../helpers/bridge'
import { capture, liveMeeting, openPrompter, region, toCaptureLine } from '../helpers/desk'
import type { Lectern } from '../helpers/lectern'
import { writeLongMeeting } from '../helpers/longScript'
import { openWindow } from '../helpers/openWindow'
import { animations, atReadingLine } from '../helpers/readingLine'
import { closeWindow, restingPlace } from '../helpers/windows'

const WORDS = 100_000

/** Where the script's layer stood, in pixels, at a time in milliseconds. */
type Place = { readonly time: number; readonly y: number }

/** The prompter of a meeting with so long a script. */
async function open(lectern: Lectern, words: number) {
  const meeting = writeLongMeeting(lectern.dataDir, words)
  const prompter = await openWindow(lectern, 'prompter', meeting)
  await expect(prompter.getByRole('status', { name: 'Pace' })).not.toBeEmpty()
  return prompter
}

/** The command that makes a cue longer at its start. */
async function addedTo(lectern: Lectern, index: number, sentence: string): Promise<Command> {
  const answer = await lectern.desk.evaluate(
    (id) => window.lectern.call('meeting:open', { id }),
    meetingId(lectern.desk),
  )
  const cue = answer.ok ? answer.value.meeting.script[index] : undefined
  if (cue?.kind !== 'spoken') throw new Error(`Cue ${index + 1} is not spoken`)
  return { type: 'editCue', cue: { ...cue, text: `${sentence}\n\n${cue.text}` }, seen: cue }
}

const resize = (lectern: Lectern, width: number, height: number) =>
  lectern.electron.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith('Prompter'))
      window?.setContentSize(size.width, size.height)
    },
    { width, height },
  )

test('every place in a script of 100,000 words can be read', async ({ lectern }) => {
  const prompter = await open(lectern, WORDS)
  await expect.poll(() => atReadingLine(prompter).then(({ text }) => text)).toMatch(/^Point 1\./)
  const laidOut = await prompter.locator('.cue-text p').count()
  expect(laidOut, 'paragraphs laid out').toBeLessThan(60)

  const goTo = async (cue: number) => {
    await prompter.keyboard.press('g')
    await prompter.keyboard.type(String(cue))
    await prompter.keyboard.press('Enter')
  }
  for (const cue of [300, 10, 691]) {
    await goTo(cue)
    await expect
      .poll(() => atReadingLine(prompter))
      .toMatchObject({ text: expect.stringContaining(`Point ${cue * 3 - 2}.`) })
    expect((await atReadingLine(prompter)).offset).toBeCloseTo(0, 1)
  }
  await prompter.keyboard.press('PageUp')
  await expect.poll(async () => (await atReadingLine(prompter)).text).toContain(`Point ${690 * 3 - 2}.`)
  await prompter.keyboard.press('End')
  await expect(prompter.getByText('End of the script').first()).toBeInViewport()
  await prompter.keyboard.press('Home')
  await expect.poll(async () => (await atReadingLine(prompter)).text).toMatch(/^Point 1\./)
})

test('a long script goes on past what was laid out, in one even movement', async ({ lectern }) => {
  const prompter = await open(lectern, WORDS)
  await prompter.keyboard.press('g')
  await prompter.keyboard.type('200')
  await prompter.keyboard.press('Enter')
  for (let step = 0; step < 60; step += 1) await prompter.keyboard.press('ArrowDown')
  await prompter.keyboard.press('Space')
  await expect(prompter.getByRole('status', { name: 'Pace' })).toHaveText(/400.*running/)
  const places = await prompter.evaluate(async () => {
    const seen: { time: number; y: number; first: string }[] = []
    for (let frame = 0; frame < 60 * 14; frame += 1) {
      const now = await new Promise<number>((done) => requestAnimationFrame(done))
      const cue = [...document.querySelectorAll('.cue h2')]
        .map((heading) => ({ top: heading.getBoundingClientRect().top, text: heading.textContent ?? '' }))
        .find(({ top }) => top > -100)
      if (frame % 10 === 0 && cue !== undefined) seen.push({ time: now, y: cue.top, first: cue.text })
    }
    return seen
  })
  const speeds = places.flatMap(({ time, y, first }, index) => {
    const before = places[index - 1]
    return before === undefined || before.first !== first ? [] : [(before.y - y) / (time - before.time)]
  })
  expect(new Set(places.map(({ first }) => first)).size, 'cues that came by').toBeGreaterThan(1)
  const middle = speeds.toSorted((one, other) => one - other)[Math.floor(speeds.length / 2)] ?? 0
  expect(middle).toBeGreaterThan(0)
  for (const speed of speeds) expect(Math.abs(speed - middle) / middle).toBeLessThan(0.1)
  expect(await animations(prompter)).toBe(1)
})

test('the word at the reading line stays there when the window or the text gets another size', async ({
  lectern,
}) => {
  await liveMeeting(lectern.desk, 'Another size')
  const prompter = await openPrompter(lectern)
  for (const key of ['PageDown', 'PageDown', 'ArrowRight']) await prompter.keyboard.press(key)
  await restingPlace(prompter)
  const { text } = await atReadingLine(prompter)
  const word = text.split(' ')[0] ?? ''
  const stands = async (when: string) => {
    await expect
      .poll(async () => {
        const { text: now, offset } = await atReadingLine(prompter)
        return offset > -1 && offset < 0.5 ? now : ''
      }, when)
      .toContain(word)
  }
  for (let step = 0; step < 6; step += 1) await prompter.keyboard.press('+')
  await stands('larger text')
  await resize(lectern, 900, 560)
  await stands('a smaller window')
  await prompter.keyboard.press('u')
  await resize(lectern, 1280, 720)
  await prompter.keyboard.press('u')
  for (let step = 0; step < 6; step += 1) await prompter.keyboard.press('-')
  await expect.poll(async () => (await atReadingLine(prompter)).text).toBe(text)

  await prompter.keyboard.press(',')
  await prompter.getByRole('radio', { name: 'Dyslexia-friendly' }).check()
  await prompter.keyboard.press('Escape')
  await stands('another face')
  await runAll(lectern.desk, [
    await addedTo(lectern, 0, 'One more sentence, and then another one, long before.'),
  ])
  await expect(region(prompter, 'Script')).toContainText('long before')
  await stands('an edit of the script before it')
  const number = await prompter.locator('.cue-now .figures').first().textContent()
  const read = Number.parseInt(number ?? '', 10) - 1
  await runAll(lectern.desk, [await addedTo(lectern, read, 'And one more, right here, before the word.')])
  await expect(region(prompter, 'Script')).toContainText('right here')
  await stands('an edit of its own cue before it')
})

/** Sits in the page and notes in each frame where the script stands, against the clock that animations go by. */
async function watchPlaces(prompter: Page): Promise<() => Promise<readonly Place[]>> {
  await prompter.evaluate(() => {
    const places: Place[] = []
    Object.assign(globalThis, { places })
    const note = () => {
      const y = document.querySelector('.script-layer')?.getBoundingClientRect().top ?? Number.NaN
      places.push({ time: Number(document.timeline.currentTime), y })
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  return () => prompter.evaluate(() => Reflect.get(globalThis, 'places') as readonly Place[])
}

test('nothing that the app does moves the script or starts its movement anew', async ({ lectern }) => {
  await liveMeeting(lectern.desk, 'Busy')
  const prompter = await openPrompter(lectern)
  await prompter.keyboard.press('Space')
  await expect.poll(() => animations(prompter)).toBe(1)
  const started = () =>
    prompter.evaluate(() => Number(document.querySelector('.script-layer')?.getAnimations()[0]?.startTime))
  await expect.poll(started).toBeGreaterThan(0)
  const before = await started()
  const seen = await watchPlaces(prompter)
  const openBoard = () => openWindow(lectern, 'board', meetingId(lectern.desk))
  const lamp = prompter.getByRole('status', { name: 'Board', exact: true })

  await openBoard()
  await expect(lamp).toContainText('live')
  await lectern.desk.bringToFront()
  await toCaptureLine(lectern.desk)
  for (let count = 0; count < 8; count += 1) await capture(lectern.desk, `d settled, part ${count}`)
  await capture(lectern.desk, 'o @pm the deadline is tight')
  await closeWindow(lectern, 'Board')
  await expect(lamp).toContainText('not open')
  await openBoard()
  await lectern.desk.evaluate(() => window.lectern.call('board:set', { frozen: true }))
  await capture(lectern.desk, '! five minutes left')
  await expect(lamp).toContainText('frozen')
  await prompter.bringToFront()
  await prompter.keyboard.press('Control+l')
  await prompter.keyboard.type('a rework token refresh by fri 17:00')
  await prompter.keyboard.press('Enter')
  await prompter.keyboard.press('Escape')
  await expect(lamp).toBeVisible()

  expect(await started()).toBe(before)
  const places = await seen()
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) throw new Error('No frame was seen')
  const speed = (first.y - last.y) / (last.time - first.time)
  expect(speed, 'pixels a millisecond').toBeGreaterThan(0.01)
  const errors = places.map(({ time, y }) => Math.abs(first.y - speed * (time - first.time) - y))
  expect(Math.max(...errors), 'pixels away from one even movement').toBeLessThan(0.1)
})
