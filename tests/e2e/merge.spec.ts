import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '../helpers/app'
import { capture, captureLine, entries, goTo, liveMeeting, openMeeting, toCaptureLine } from '../helpers/desk'
import { button, press, typeInto } from '../helpers/keyboard'
import { Lectern } from '../helpers/lectern'
import type { Page } from 'playwright'

async function edit(page: Page, text: string): Promise<void> {
  const row = entries(page, 'Decisions').first()
  await press(row.getByRole('button', { name: /^Edit/ }))
  const dialog = page.getByRole('dialog')
  await typeInto(dialog.getByRole('textbox', { name: 'Text' }), text)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
}

test('two note-takers work apart; one button each takes a copy there and back, and what they saw differently is settled', async ({
  lectern,
}) => {
  const title = 'Halt release 4.2'
  const { desk } = lectern
  await liveMeeting(desk, title)
  await toCaptureLine(desk)
  await capture(desk, 'd halt release')
  const copy = join(lectern.folder, 'copy.json')
  lectern.answerDialogs({ confirm: true, save: copy, open: [copy] })
  await press(button(desk, 'Save a copy for a second note-taker'))
  await expect(desk.getByRole('status').filter({ hasText: 'copy.json' })).toBeVisible()

  const other = new Lectern()
  const back = join(other.folder, 'back.json')
  try {
    const page = await other.start()
    other.answerDialogs({ confirm: true, save: back, open: [copy] })
    await press(button(page, 'Import'))
    await expect(page.getByText(`Imported “${title}”.`)).toBeVisible()
    await openMeeting(page, title)
    await goTo(page, 'Live')
    await toCaptureLine(page)
    await capture(page, 'heard by the second one')
    await edit(page, 'halt release 4.2 today')
    await press(button(page, 'Save a copy for a second note-taker'))
    await expect(page.getByRole('status').filter({ hasText: 'back.json' })).toBeVisible()

    await toCaptureLine(desk)
    await capture(desk, 'heard by the first one')
    await edit(desk, 'halt release 4.2 at once')
    lectern.answerDialogs({ open: [back] })
    await press(button(desk, 'Merge a copy'))
    await expect(desk.getByText('came in from that copy')).toBeVisible()
    await expect(entries(desk, 'Notes')).toHaveCount(2)
    await expect(entries(desk, 'Decisions')).toHaveCount(1)
    await toCaptureLine(desk)
    await capture(desk, 'goes on after the merge')
    await expect(entries(desk, 'Notes')).toHaveCount(3)

    await press(button(desk, 'Compare the copies'))
    const dialog = desk.getByRole('dialog', { name: '1 difference between the copies' })
    await expect(dialog.getByRole('listitem', { name: /^Text: Decision/ })).toContainText('today')
    await press(dialog.getByRole('button', { name: 'Keep this instead' }))
    await expect(dialog).toHaveCount(0)
    await expect(desk.getByText('All differences between the copies are settled.')).toBeVisible()
    await expect(button(desk, 'Compare the copies')).toHaveCount(0)
    await expect(entries(desk, 'Decisions')).toContainText('halt release 4.2 today')

    await press(button(desk, 'Merge a copy'))
    await expect(desk.getByText('that copy holds nothing new')).toBeVisible()
    lectern.answerDialogs({ confirm: true, save: copy })
    await press(button(desk, 'Save a copy for a second note-taker'))
    await expect.poll(() => readFileSync(copy, 'utf8')).toContain('goes on after the merge')
    other.answerDialogs({ open: [copy] })
    await press(button(page, 'Merge a copy'))
    await expect(entries(page, 'Notes')).toHaveCount(3)
    await expect(entries(page, 'Decisions')).toContainText('halt release 4.2 today')
    await expect(captureLine(page)).toBeVisible()
    await other.close()
    expect(other.faults).toEqual([])
  } finally {
    await other.dispose()
  }

  lectern.answerDialogs({ open: [join(lectern.folder, 'dialogs.json')] })
  await press(button(desk, 'Merge a copy'))
  await expect(desk.getByRole('alert')).toContainText('not a Lectern meeting')
})
