import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locator, Page } from 'playwright'

import { expect, type Lectern } from '../helpers/app'
import { editEntry, exportPdf, region } from '../helpers/desk'
import { button, press, tabTo, typeInto } from '../helpers/keyboard'
import { openFinalise, signAsNew, signOff, verifyInApp } from '../helpers/record'
import { picture, pictureInTheDark, RESULTS, sample, TYPING } from './scene'

export const PDF = join(RESULTS, 'record.pdf')
export const VERIFIER = join(RESULTS, 'verify.html')

/** A note that was heard wrong, and what was said. */
const WRONG = 'took nine minutes'
export const RIGHT = 'rollback to 4.1 was tried on staging this morning and took eleven minutes'

/** Who signs the record, in this order. */
export const SIGNERS = ['Sofia Marchetti', 'Farida Rahmani'] as const

/** One entry is put right; the preview and the corrections follow. */
export async function correct(desk: Page): Promise<void> {
  const record = region(desk, 'What the record holds')
  const notes = record.getByRole('list', { name: 'Notes', exact: true }).getByRole('listitem')
  const dialog = await editEntry(notes.filter({ hasText: WRONG }))
  await picture(desk, 'record-edit')
  await typeInto(dialog.getByRole('textbox', { name: 'Text', exact: true }), RIGHT, TYPING)
  await desk.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(record.getByRole('list', { name: 'Corrections', exact: true })).toContainText(RIGHT)
  await expect(region(desk, 'Preview').getByRole('status')).toHaveText(/^\d+ pages$/)
}

/** The record is fixed as revision 1; three people sign off, one of them by hand. */
export async function finaliseAndSignOff(desk: Page): Promise<void> {
  await picture(desk, 'record-draft')
  const asked = await openFinalise(desk)
  await picture(desk, 'finalise')
  await press(asked.getByRole('button', { name: 'Finalise', exact: true }))
  await expect(desk.getByRole('heading', { name: 'Revision 1' })).toBeVisible()
  await signOff(desk, 'Amara Okafor, Product Manager')
  await signOff(desk, 'Farida Rahmani, Executive Sponsor')
  await press(button(desk, 'Add sign-off'))
  const dialog = desk.getByRole('dialog', { name: 'Add sign-off' })
  await tabTo(dialog.getByRole('radio', { name: 'Typed' }))
  await desk.keyboard.press('ArrowRight')
  await drawName(dialog.getByRole('img', { name: 'Empty field to draw your name in' }))
  await picture(desk, 'sign-off')
  await press(dialog.getByRole('button', { name: 'Sign off', exact: true }))
  await expect(desk.getByRole('list', { name: 'Sign-offs', exact: true }).getByRole('listitem')).toHaveCount(
    3,
  )
}

/** Draws something like a name with the mouse. */
async function drawName(field: Locator): Promise<void> {
  const box = await field.boundingBox()
  if (box === null) throw new Error('There is no field to draw in')
  const { mouse } = field.page()
  const at = (share: number, height: number) =>
    [box.x + box.width * (0.15 + 0.7 * share), box.y + box.height * height] as const
  await mouse.move(...at(0, 0.6))
  await mouse.down()
  for (let step = 1; step <= 60; step += 1) {
    const share = step / 60
    await mouse.move(...at(share, 0.5 + 0.3 * (1 - share) * Math.sin(step / 2.4)))
  }
  await mouse.up()
}

/** Two people sign in turn, each with an identity of their own. */
export async function sign(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  await picture(desk, 'record-revision')
  for (const name of SIGNERS) {
    const email = sample.attendees.find((person) => person.name === name)?.email ?? ''
    await signAsNew(desk, { name, email })
  }
  await expect(region(desk, 'Preview').getByRole('status')).toHaveText(/^\d+ pages$/)
  await exportPdf(lectern, PDF)
  await picture(desk, 'record-signed')
  await pictureInTheDark(desk, 'record-signed')
  await press(button(desk, 'Identities'))
  await expect(desk.getByRole('list', { name: 'Identities' }).getByRole('listitem')).toHaveCount(2)
  await picture(desk, 'identities')
  await desk.keyboard.press('Escape')
}

/** The signed record is verified, and so is a copy in which one byte was changed. */
export async function verify(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  const report = await verifyInApp(lectern, PDF)
  await expect(report.getByRole('status').filter({ hasText: 'Intact' })).toBeVisible()
  await picture(desk, 'verify-intact')
  lectern.answerDialogs({ save: VERIFIER })
  await press(report.getByRole('button', { name: 'Save the verifier page' }))
  await expect(report.getByRole('status').filter({ hasText: VERIFIER })).toBeVisible()
  await desk.keyboard.press('Escape')

  const tampered = join(lectern.folder, 'record, changed.pdf')
  const bytes = readFileSync(PDF)
  const place = bytes.indexOf('stream', Math.floor(bytes.length / 4)) + 40
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(tampered, bytes)
  await verifyInApp(lectern, tampered)
  await expect(report.getByRole('alert').filter({ hasText: 'Changed' })).toBeVisible()
  await picture(desk, 'verify-changed')
  await pictureInTheDark(desk, 'verify-changed')
  await desk.keyboard.press('Escape')
}
