import type { Page } from 'playwright'

import { expect, test } from '../helpers/app'
import { expectAccessible } from '../helpers/axe'
import {
  captureLine,
  entries,
  liveMeeting,
  openMeeting,
  toCaptureLine,
  waitAcknowledged,
} from '../helpers/desk'
import { button, press } from '../helpers/keyboard'

const TITLE = 'Many lines'

/** Pastes a text as the clipboard hands it over. */
async function paste(page: Page, text: string): Promise<void> {
  await captureLine(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** What an input method does: shows `text` while it is composed. */
async function compose(page: Page, text: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await cdp.detach()
}

test('pasted lines become entries, in order, after asking; or one line; or nothing', async ({ lectern }) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  const lines = ['d halt release 4.2', '', 'a rework token refresh by fri 17:00', 'a by fri', 'legal joins']
  await paste(desk, lines.join('\r\n'))
  const dialog = desk.getByRole('dialog', { name: '4 lines pasted' })
  await expect(dialog.getByRole('listitem')).toHaveText([/^Decision/, /^Action.*due Fri/, /^Action/, /^Note/])
  await expectAccessible(desk, 'pasted lines')
  await desk.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(captureLine(desk)).toBeFocused()
  await expect(captureLine(desk)).toHaveValue('')

  await paste(desk, lines.join('\n'))
  await press(button(desk, 'Keep as one line'))
  await expect(captureLine(desk)).toHaveValue(lines.filter(Boolean).join(' '))
  await desk.keyboard.press('ControlOrMeta+A')
  await desk.keyboard.press('Backspace')

  await desk.keyboard.type('o half a thou')
  await paste(desk, lines.join('\n'))
  await expect(button(desk, 'Make 4 entries')).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(entries(desk, 'Decisions')).toHaveText([/halt release 4.2/])
  await expect(entries(desk, 'Actions')).toHaveText([/rework token refresh/])
  await expect(entries(desk, 'Notes')).toHaveText([/legal joins/])
  await expect(captureLine(desk)).toHaveValue('o half a thou')
  const kept = desk.getByRole('list', { name: 'Not saved' }).getByRole('listitem')
  await expect(kept).toHaveText([/a by fri.*There are no words to capture yet/])
  await toCaptureLine(desk)
  await desk.keyboard.press('Enter')
  await waitAcknowledged(desk)
  await press(kept.getByRole('button', { name: 'Edit' }))
  await expect(captureLine(desk)).toHaveValue('a by fri')
})

test('an input method’s Enter captures nothing, and what it composed is captured by the next', async ({
  lectern,
}) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  await desk.keyboard.type('d ')
  await compose(desk, '決定')
  await expect(captureLine(desk)).toHaveValue('d 決定')
  await captureLine(desk).evaluate((element) => {
    const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }
    element.dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }))
    element.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }))
  })
  await expect(captureLine(desk)).toHaveValue('d 決定')
  await expect(entries(desk, 'Decisions')).toHaveCount(0)
  await desk.keyboard.insertText('決定')
  await desk.keyboard.press('Enter')
  await waitAcknowledged(desk)
  await expect(entries(desk, 'Decisions')).toHaveText([/決定/])
})

test('what is typed and not yet captured survives kill -9, with the parts that were refused', async ({
  lectern,
}) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  await desk.keyboard.type('a call the bank by fri 17:00')
  await press(button(desk, 'Keep the date as text'))
  await desk.keyboard.type(' now')
  await expect(captureLine(desk)).toHaveValue('a call the bank by fri 17:00 now')
  // What reaches the browser’s process is safe; it is on its way as soon as the key is down.
  await desk.waitForTimeout(100)
  await lectern.kill()
  const again = await lectern.start()
  await openMeeting(again, TITLE)
  await expect(captureLine(again)).toHaveValue('a call the bank by fri 17:00 now')
  await expect(captureLine(again)).toHaveAccessibleDescription('Action.')
})

type Frame = { readonly ms: number; readonly shown: string; readonly settled: string }

/** Keeps what the preview shows in the first frame after each key, how late that is, and what it settles to. */
async function watchPreview(page: Page): Promise<() => Promise<readonly Frame[]>> {
  await page.evaluate(() => {
    const frames: Frame[] = []
    Object.assign(globalThis, { previewFrames: frames })
    const preview = () => document.querySelector('.reading')?.textContent ?? ''
    const note = () => {
      const began = performance.now()
      requestAnimationFrame(() => {
        const [ms, shown] = [performance.now() - began, preview()]
        setTimeout(() => frames.push({ ms, shown, settled: preview() }), 30)
      })
    }
    document.addEventListener('input', note, { capture: true })
  })
  return () =>
    page.evaluate(() => {
      const frames: readonly Frame[] = Reflect.get(globalThis, 'previewFrames')
      return frames
    })
}

test('the preview shows in the frame after the key', async ({ lectern }, info) => {
  const { desk } = lectern
  await liveMeeting(desk, TITLE)
  await captureLine(desk).fill(`a rework${' and then some more words'.repeat(18)}`)
  const seen = await watchPreview(desk)
  const words = ' @zorro by tomorrow noon, by fri, by 25 nov 17:00'
  await desk.keyboard.type(words, { delay: 80 })
  await expect.poll(async () => (await seen()).length).toBe(words.length)
  const frames = await seen()
  expect(frames.filter(({ shown, settled }) => shown !== settled)).toEqual([])
  expect(frames.at(-1)?.shown).toMatch(/due \w+ 25 Nov .* 17:00$/)
  const times = frames.map(({ ms }) => ms).toSorted((one, other) => one - other)
  const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1)
  const description = `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`
  info.annotations.push({ type: 'from a key to the next frame, ms', description })
})
