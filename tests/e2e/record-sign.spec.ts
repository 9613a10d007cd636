import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '../helpers/app'
import { exportPdf } from '../helpers/desk'
import { endedMeeting } from '../helpers/ended'
import { cli, pdfText } from '../helpers/files'
import { button, press, tabTo, typeInto } from '../helpers/keyboard'
import {
  finalise,
  makeIdentity,
  PASSPHRASE,
  signAsNew,
  signOff,
  toRecord,
  verifyInApp,
} from '../helpers/record'

test('by keyboard alone: finalised, signed off, signed, co-signed, exported, verified', async ({
  lectern,
}) => {
  test.slow()
  const { desk } = lectern
  await endedMeeting(desk, 'Signed by two')
  await toRecord(desk)
  await finalise(desk)
  await signOff(desk, 'Farida Rahmani, Executive Sponsor')
  await signAsNew(desk, { name: 'Dana Ito', email: 'dana@northlight.example' })
  await expect(button(desk, 'Sign record')).toBeFocused()
  await expect(button(desk, 'Add sign-off')).toHaveCount(0)
  await expect(desk.getByText('Sign-offs are closed: revision 1 is signed')).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Withdraw sign-off of Farida Rahmani' })).toHaveCount(0)

  await signAsNew(desk, { name: 'Farida Rahmani', passphrase: 'another passphrase altogether' })
  const signatures = desk.getByRole('list', { name: 'Signatures', exact: true }).getByRole('listitem')
  await expect(signatures).toHaveCount(2)
  await expect(signatures.filter({ hasText: 'has not signed' })).toHaveCount(0)

  const path = join(lectern.folder, 'signed.pdf')
  await exportPdf(lectern, path)
  expect(await pdfText(path)).toContain('Farida Rahmani')
  const report = await verifyInApp(lectern, path)
  await expect(report.getByRole('status').filter({ hasText: 'Intact' })).toContainText(
    'signed by “Dana Ito” and “Farida Rahmani”',
  )
  const signers = report.getByRole('list', { name: 'Signed by' }).getByRole('listitem')
  await expect(signers).toHaveText([/Dana Ito.*Valid/, /Farida Rahmani.*Valid/])
  await expect(report.getByRole('list', { name: 'Expected, and not signed' })).toHaveCount(0)
  await desk.keyboard.press('Escape')
  await expect(button(desk, 'Verify a record')).toBeFocused()

  const told = await cli('verify', path, '--json')
  expect(told.code).toBe(0)
  expect(JSON.parse(told.out)).toMatchObject({
    verdict: 'intact',
    revision: 1,
    signers: [
      { name: 'Dana Ito', status: 'valid' },
      { name: 'Farida Rahmani', status: 'valid' },
    ],
    missing: [],
  })
})

test('a wrong passphrase signs nothing and says so', async ({ lectern }) => {
  const { desk } = lectern
  await endedMeeting(desk, 'Wrong passphrase')
  await toRecord(desk)
  await finalise(desk)
  await press(button(desk, 'Sign record'))
  await makeIdentity(desk, { name: 'Dana Ito' })
  const form = desk.getByRole('form', { name: 'Sign', exact: true })
  const field = form.getByLabel('Passphrase', { exact: true })
  await typeInto(field, 'not this one at all')
  await desk.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toContainText(/passphrase/i)
  await expect(field).toHaveAttribute('type', 'password')
  await typeInto(field, PASSPHRASE)
  await desk.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(desk.getByRole('list', { name: 'Signatures', exact: true })).toContainText('Dana Ito signed')
})

test('an identity is backed up, and comes back from its backup on another computer', async ({ lectern }) => {
  const { desk } = lectern
  await press(button(desk, 'Identities'))
  const dialog = desk.getByRole('dialog', { name: 'Identities' })
  await press(dialog.getByRole('button', { name: 'Make identity…' }))
  await makeIdentity(desk, { name: 'Dana Ito', email: 'dana@northlight.example' })
  await expect(dialog.getByRole('status').filter({ hasText: 'Back it up' })).toBeVisible()
  const backup = join(lectern.folder, 'dana.p12')
  const certificate = join(lectern.folder, 'dana.cer')
  lectern.answerDialogs({ save: certificate, open: [backup] })
  await press(dialog.getByRole('button', { name: 'Export certificate of Dana Ito' }))
  await expect(dialog.getByRole('status').filter({ hasText: certificate })).toBeVisible()

  lectern.answerDialogs({ save: backup, open: [backup] })
  await press(dialog.getByRole('button', { name: 'Back up the identity of Dana Ito' }))
  const asked = dialog.getByRole('form', { name: 'Back up' })
  await typeInto(asked.getByLabel('Passphrase of this identity'), PASSPHRASE)
  await typeInto(asked.getByLabel('Passphrase of the backup', { exact: true }), 'kept in the safe upstairs')
  await typeInto(asked.getByLabel('Passphrase of the backup again'), 'kept in the save upstairs')
  await desk.keyboard.press('Enter')
  await expect(asked.getByRole('alert')).toContainText('differ')
  await typeInto(asked.getByLabel('Passphrase of the backup again'), 'kept in the safe upstairs')
  await desk.keyboard.press('Enter')
  await expect(dialog.getByRole('status').filter({ hasText: backup })).toBeVisible()
  expect(readFileSync(backup).includes('PRIVATE KEY')).toBe(false)

  await press(dialog.getByRole('button', { name: 'Import…' }))
  const reading = dialog.getByRole('form', { name: 'Import an identity' })
  await typeInto(reading.getByLabel('Passphrase of the file'), 'not the right one')
  await desk.keyboard.press('Enter')
  await expect(reading.getByRole('alert')).toContainText(/passphrase/i)
  const kept = readdirSync(join(lectern.dataDir, 'identities'))
  expect(kept.join(' ')).not.toContain('Dana')
})

test('a sign-off is drawn with the mouse and withdrawn again', async ({ lectern }) => {
  const { desk } = lectern
  await endedMeeting(desk, 'Drawn')
  await toRecord(desk)
  await finalise(desk)
  await press(button(desk, 'Add sign-off'))
  const asked = desk.getByRole('dialog', { name: 'Add sign-off' })
  await tabTo(asked.getByRole('radio', { name: 'Typed' }))
  await desk.keyboard.press('ArrowRight')
  const field = asked.getByRole('img', { name: 'Empty field to draw your name in' })
  const box = await field.boundingBox()
  if (box === null) throw new Error('The field to draw in is not there')
  const draw = async () => {
    await desk.mouse.move(box.x + box.width / 4, box.y + box.height / 2)
    await desk.mouse.down()
    await desk.mouse.move(box.x + box.width / 2, box.y + box.height / 4, { steps: 8 })
    await desk.mouse.move(box.x + (box.width * 3) / 4, box.y + box.height / 2, { steps: 8 })
    await desk.mouse.up()
  }
  await draw()
  await press(asked.getByRole('button', { name: 'Clear' }))
  await press(asked.getByRole('button', { name: 'Sign off', exact: true }))
  await expect(asked.getByRole('alert')).toContainText('Draw your name')
  await draw()
  await press(asked.getByRole('button', { name: 'Sign off', exact: true }))
  await expect(asked).toBeHidden()
  const given = desk.getByRole('list', { name: 'Sign-offs', exact: true })
  await expect(given.getByRole('img', { name: 'Drawn by Dana Ito' })).toBeVisible()
  await press(button(desk, 'Withdraw sign-off of Dana Ito'))
  await expect(given).toHaveCount(0)
  await expect(desk.getByRole('status').filter({ hasText: 'is withdrawn' })).toBeVisible()
})
