import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, type Lectern } from '../helpers/app'
import { exportPdf, goTo, region } from '../helpers/desk'
import { button, press } from '../helpers/keyboard'
import { openFinalise, signAsNew, signOff, verifyInApp } from '../helpers/record'
import { sampleMeeting } from '../helpers/sampleMeeting'
import { shoot } from './shoot'

const SIGNERS: ReadonlySet<string> = new Set(['Sofia Marchetti', 'Farida Rahmani'])
const sample = sampleMeeting()

async function pagesAreThere(lectern: Lectern): Promise<void> {
  const pages = region(lectern.desk, 'Preview').getByRole('status')
  await expect(pages).toHaveText(/^\d+ pages$/)
}

/** From an ended meeting to a revision that is signed off and signed. */
async function shootSigning(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  const asked = await openFinalise(desk)
  await shoot({ page: desk, name: 'record-finalise' })
  await press(asked.getByRole('button', { name: 'Finalise', exact: true }))
  await signOff(desk, 'Amara Okafor, Product Manager')
  await press(button(desk, 'Add sign-off'))
  await shoot({ page: desk, name: 'record-sign-off' })
  await desk.keyboard.press('Escape')
  await press(button(desk, 'Sign record'))
  await expect(desk.getByRole('form', { name: 'Make an identity' })).toBeVisible()
  await shoot({ page: desk, name: 'record-sign' })
  await desk.keyboard.press('Escape')
  for (const { name, email } of sample.attendees.filter((person) => SIGNERS.has(person.name))) {
    await signAsNew(desk, { name, email })
  }
  await pagesAreThere(lectern)
  await shoot({ page: desk, name: 'record-signed', large: true })
}

/** What verifying says of a signed record, and of a copy in which one byte was changed. */
async function shootVerifying(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  const path = join(lectern.folder, 'Halt release 4.2, r1, decision record.pdf')
  const changed = join(lectern.folder, 'Halt release 4.2, as forwarded.pdf')
  await exportPdf(lectern, path)
  // What was said goes with the stage: the pictures name no folder of this machine.
  await goTo(desk, 'Live')
  await goTo(desk, 'Record')
  await verifyInApp(lectern, path)
  await shoot({ page: desk, name: 'verify', large: true })
  await desk.keyboard.press('Escape')
  const bytes = readFileSync(path)
  const place = bytes.indexOf('stream', Math.floor(bytes.length / 4)) + 40
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(changed, bytes)
  const report = await verifyInApp(lectern, changed)
  await expect(report.getByRole('alert').filter({ hasText: 'Changed' })).toBeVisible()
  await shoot({ page: desk, name: 'verify-changed' })
  await desk.keyboard.press('Escape')
}

/** The record from finalising to verifying; the meeting has ended. */
export async function shootRecord(lectern: Lectern): Promise<void> {
  const { desk } = lectern
  await shootSigning(lectern)
  await shootVerifying(lectern)
  await press(button(desk, 'Identities'))
  await expect(desk.getByRole('list', { name: 'Identities' })).toBeVisible()
  await shoot({ page: desk, name: 'identities' })
  await desk.keyboard.press('Escape')
  await press(button(desk, 'Export…'))
  await shoot({ page: desk, name: 'record-export' })
  await desk.keyboard.press('Escape')
}
