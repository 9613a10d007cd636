import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Command } from '../../shared/meeting/commands'
import { expect, test } from '../helpers/app'
import { runAll } from '../helpers/bridge'
import { createMeeting, endByPalette, goTo, startMeeting } from '../helpers/desk'
import { endedMeeting } from '../helpers/ended'
import { button, press, typeInto } from '../helpers/keyboard'
import { finalise } from '../helpers/record'

test('the record’s keys and commands work from anywhere in the meeting', async ({ lectern }) => {
  const { desk } = lectern
  const { keyboard } = desk
  await endedMeeting(desk, 'Keys')
  await goTo(desk, 'Live')
  await keyboard.press('ControlOrMeta+Shift+F')
  await expect(desk.getByRole('dialog', { name: /^Finalise the record/ })).toBeVisible()
  await keyboard.press('Escape')
  await expect(button(desk, 'Finalise record')).toBeFocused()
  await keyboard.press('ControlOrMeta+Shift+S')
  await expect(desk.getByRole('alert')).toContainText('Finalise the record first')
  await finalise(desk)
  await goTo(desk, 'Prepare')
  await keyboard.press('ControlOrMeta+Shift+E')
  await expect(desk.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('ControlOrMeta+K')
  await typeInto(desk.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox'), 'add sign-off')
  await keyboard.press('Enter')
  await expect(desk.getByRole('dialog', { name: 'Add sign-off' })).toBeVisible()
  await keyboard.press('Escape')
  const path = join(lectern.folder, 'by-key.pdf')
  lectern.answerDialogs({ save: path, open: [path] })
  await keyboard.press('ControlOrMeta+E')
  const saved = desk.getByRole('status').filter({ hasText: path })
  await expect(saved).toBeVisible({ timeout: 45_000 })
  await press(desk.getByRole('link', { name: 'All meetings' }))
  await keyboard.press('ControlOrMeta+Shift+O')
  await expect(desk.getByRole('dialog', { name: 'Verify a record' })).toContainText('Not signed')
})

const note = (number: number): Command => ({
  type: 'capture',
  draft: { kind: 'note', text: `note ${number}: the room is quiet, everybody has seen the charts`, at: null },
})

test('a long record shows how far it is, and can be cancelled', async ({ lectern }) => {
  test.slow()
  const { desk } = lectern
  await createMeeting(desk, { title: 'Long', author: 'Sofia Marchetti' })
  await startMeeting(desk, true)
  await runAll(
    desk,
    Array.from({ length: 400 }, (_none, index) => note(index + 1)),
  )
  await endByPalette(desk)
  const path = join(lectern.folder, 'long.pdf')
  lectern.answerDialogs({ save: path })
  await press(button(desk, 'Export PDF'))
  await expect(desk.getByRole('progressbar', { name: 'Making the record…' })).toBeVisible()
  await press(button(desk, 'Cancel'))
  await expect(desk.getByRole('status').filter({ hasText: 'cancelled' })).toBeVisible()
  await expect(desk.getByRole('progressbar')).toHaveCount(0)
  expect(existsSync(path)).toBe(false)
})
