import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { expect, test } from '../helpers/app'
import { writeBursts } from '../helpers/burstsWav'
import { liveMeeting, openPrompter } from '../helpers/desk'
import { newMeeting, Rehearsal, say } from '../helpers/meetings'
import { openWindow } from '../helpers/openWindow'
import { ROOT } from '../helpers/paths'
import { writeRehearsed } from '../helpers/pictured'
import { atReadingLine } from '../helpers/readingLine'
import { scriptPlace } from '../helpers/windows'
import { smallPlaybook } from '../fixtures/playbook-small'

const recording = join(mkdtempSync(join(tmpdir(), 'lectern-voice-')), 'bursts.wav')
writeBursts(recording, 4, 4)

/** Switches that let a recording be heard by the microphone; `%noloop` plays it once. */
const hears = (file: string) => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-audio-capture=${file}`,
]

test.use({ more: hears(recording), provoked: /Content Security Policy|Refused to/ })

test('the script rests while nobody speaks, a lamp says that the microphone is on, and V goes round', async ({
  lectern,
}) => {
  await liveMeeting(lectern.desk, 'Heard')
  const prompter = await openPrompter(lectern)
  const pace = prompter.getByRole('status', { name: 'Pace' })
  const lamp = prompter.getByRole('status', { name: 'Microphone', exact: true })
  const microphone = (video: boolean, page = prompter) =>
    page.evaluate(
      (wanted) =>
        navigator.mediaDevices.getUserMedia({ audio: true, video: wanted }).then(
          (stream) => {
            for (const track of stream.getTracks()) track.stop()
            return 'granted'
          },
          () => 'denied',
        ),
      video,
    )
  expect(await microphone(false), 'while the script is timed').toBe('denied')

  await prompter.keyboard.press('v')
  await expect(prompter.getByText('Paced: the script rests while you rest.')).toBeVisible()
  await expect(pace).toHaveAttribute('data-voice', 'ready')
  expect(await microphone(true), 'a camera').toBe('denied')
  await expect(lamp).toBeEmpty()
  await prompter.keyboard.press('Space')
  await expect(lamp).toHaveText('Microphone on')
  expect(await microphone(false, lectern.desk), 'another window in the meantime').toBe('denied')

  await expect(pace, 'somebody speaks').toHaveText(/running/)
  const from = await scriptPlace(prompter)
  await expect.poll(() => scriptPlace(prompter)).toBeLessThan(from - 5)
  await expect(pace, 'nobody speaks').toHaveText(/waiting/)
  await prompter.waitForTimeout(500)
  const rests = await scriptPlace(prompter)
  await prompter.waitForTimeout(500)
  expect(await scriptPlace(prompter)).toBe(rests)
  await expect(pace, 'somebody speaks again').toHaveText(/running/)

  await prompter.keyboard.press('Space')
  await expect(lamp, 'a pause turns the microphone off').toBeEmpty()

  await prompter.keyboard.press('v')
  await expect(pace, 'the model is loaded').toHaveAttribute('data-voice', 'ready', { timeout: 20_000 })
  await prompter.keyboard.press('Space')
  await expect(lamp).toHaveText('Microphone on')
  expect(
    await prompter.evaluate(() =>
      WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
        () => 'compiled',
        () => 'refused',
      ),
    ),
    'the page itself',
  ).toBe('refused')
  await expect(pace).toHaveText(/waiting|following/)

  await prompter.keyboard.press('v')
  await expect(lamp).toBeEmpty()
  await expect(pace).toHaveText(/running/)
  expect(await microphone(false), 'when the script is timed again').toBe('denied')
})

type Microphone = { track?: MediaStreamTrack | undefined }

/** From now on the page gets no microphone, as browsers say it; or, with null, the real one, which is kept at hand. */
function giveMicrophone(prompter: Page, fault: string | null): Promise<void> {
  return prompter.evaluate((name) => {
    const { mediaDevices } = navigator
    mediaDevices.getUserMedia = async (asked) => {
      if (name !== null) throw new DOMException('', name)
      const stream = await MediaDevices.prototype.getUserMedia.call(mediaDevices, asked)
      ;(globalThis as Microphone).track = stream.getAudioTracks()[0]
      return stream
    }
  }, fault)
}

test('a microphone that is missing, refused, held or unplugged is said, and the script goes on by the clock', async ({
  lectern,
}) => {
  await liveMeeting(lectern.desk, 'Unheard')
  const prompter = await openPrompter(lectern)
  const pace = prompter.getByRole('status', { name: 'Pace' })
  const lamp = prompter.getByRole('status', { name: 'Microphone', exact: true })
  const runsByTheClock = async () => {
    await expect(pace).toHaveText(/· timed/)
    await expect(lamp).toBeEmpty()
    const from = await scriptPlace(prompter)
    await expect.poll(() => scriptPlace(prompter)).toBeLessThan(from - 3)
  }
  await giveMicrophone(prompter, 'NotFoundError')
  await prompter.keyboard.press('v')
  await expect(pace).toHaveAttribute('data-voice', 'ready')
  await prompter.keyboard.press('Space')
  await expect(prompter.getByText('No microphone was found: plug one in and press V.')).toBeVisible()
  await runsByTheClock()

  await giveMicrophone(prompter, 'NotReadableError')
  await prompter.keyboard.press('v')
  await expect(prompter.getByText('Another program holds the microphone')).toBeVisible()
  await runsByTheClock()

  await giveMicrophone(prompter, 'NotAllowedError')
  await prompter.keyboard.press('v')
  await expect(prompter.getByText('The system refuses the microphone')).toBeVisible()
  await runsByTheClock()

  await giveMicrophone(prompter, null)
  await prompter.keyboard.press('v')
  await expect(lamp, 'V tries again').toHaveText('Microphone on')
  await prompter.evaluate(() => (globalThis as Microphone).track?.dispatchEvent(new Event('ended')))
  await expect(prompter.getByText('The microphone is gone.')).toBeVisible()
  await runsByTheClock()
  await expect.poll(() => prompter.evaluate(() => (globalThis as Microphone).track?.readyState)).toBe('ended')
})

/** What the recording says, by a voice of flite, and what comes after that in the script. */
const PHRASE = 'We stop the release today'
const SPOKEN = `Thank you for coming at such short notice. ${PHRASE}, because it loses orders. I will tell you what we know.`
const UNSPOKEN = 'Nobody says this part of the script, so nothing of it may come to the line. '.repeat(8)

test.describe('speech', () => {
  test.use({ more: hears(`${join(ROOT, 'tests/fixtures/voice/short-notice.wav')}%noloop`) })

  test('the script stays with the spoken words, waits when they end, and a must-say phrase is heard', async ({
    lectern,
  }) => {
    const cue = { kind: 'spoken' as const, id: 'opening', heading: 'Opening', agenda: 'Opening', timebox: 1 }
    const script = [{ ...cue, text: `${SPOKEN}\n\n${UNSPOKEN}`, mustSay: [PHRASE], tips: [] }]
    const { playbook, ...rest } = newMeeting({ playbook: { ...smallPlaybook, script } })
    const meeting = new Rehearsal({ ...rest, playbook }).do(say.start)
    const prompter = await openWindow(lectern, 'prompter', writeRehearsed(lectern.dataDir, meeting))
    const pace = prompter.getByRole('status', { name: 'Pace' })
    await expect(pace).not.toBeEmpty()
    for (let n = 0; n < 20; n += 1) await prompter.keyboard.press('ArrowUp')
    await expect(pace, 'by the clock alone it would come to a few words').toHaveText(/^40 /)
    await prompter.keyboard.press('v')
    await prompter.keyboard.press('v')
    await expect(pace, 'the model is loaded').toHaveAttribute('data-voice', 'ready', { timeout: 20_000 })
    await prompter.keyboard.press('Space')

    await expect(pace).toHaveText(/following/)
    await prompter.keyboard.press('ArrowDown')
    await expect(prompter.getByText('You set the pace: 45 words per minute')).toBeVisible()
    const words = SPOKEN.split(' ').length
    await expect(pace).toHaveAttribute('data-heard', String(words - 1))
    await expect(pace).toHaveText(/waiting/)
    await expect
      .poll(async () => (await atReadingLine(prompter)).text)
      .toMatch(/^Nobody says this|what we know/)
    let before = ''
    const rests = async () => {
      const now = JSON.stringify(await atReadingLine(prompter))
      const same = now === before
      before = now
      return same
    }
    await expect.poll(rests, { intervals: [300] }).toBe(true)
    await prompter.keyboard.press('Space')
    await prompter.keyboard.press('t')
    const phrase = prompter.getByRole('list', { name: 'Must-say phrases' }).getByRole('listitem')
    await expect(phrase).toHaveText(new RegExp(`${PHRASE}.*heard`))
  })
})
