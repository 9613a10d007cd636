import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from '../helpers/app'
import { writeBursts } from '../helpers/burstsWav'
import { liveMeeting, openPrompter } from '../helpers/desk'
import { scriptPlace } from '../helpers/windows'

const recording = join(mkdtempSync(join(tmpdir(), 'lectern-voice-')), 'bursts.wav')
writeBursts(recording, 4, 4)

test.use({
  more: ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${recording}`],
  provoked: /Content Security Policy|Refused to/,
})

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
