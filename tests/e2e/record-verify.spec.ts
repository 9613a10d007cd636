import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '../helpers/app'
import { exportPdf } from '../helpers/desk'
import { endedMeeting } from '../helpers/ended'
import { cli } from '../helpers/files'
import { button, press } from '../helpers/keyboard'
import { Lectern } from '../helpers/lectern'
import { finalise, makeIdentity, signAsNew, toRecord, verifyInApp } from '../helpers/record'

/** A record signed by Dana Ito, who and Farida Rahmani are expected to sign; its path. */
async function signedRecord(lectern: Lectern): Promise<string> {
  const { desk } = lectern
  await endedMeeting(desk, 'To be verified')
  await toRecord(desk)
  await finalise(desk)
  await signAsNew(desk, { name: 'Dana Ito' })
  const path = join(lectern.folder, 'signed.pdf')
  await exportPdf(lectern, path)
  return path
}

test('a record whose text was changed is called changed, with a sentence', async ({ lectern }) => {
  const { desk } = lectern
  const path = await signedRecord(lectern)
  const tampered = join(lectern.folder, 'tampered.pdf')
  const bytes = readFileSync(path)
  const place = bytes.indexOf('stream', Math.floor(bytes.length / 4)) + 40
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(tampered, bytes)
  const report = await verifyInApp(lectern, tampered)
  await expect(report.getByRole('alert').first()).toContainText('Changed')
  await expect(report.getByRole('alert').first()).toContainText('Do not rely')
  await expect(report.getByText('What was found')).toBeVisible()
  await expect(report.getByRole('button', { name: 'Co-sign this PDF' })).toHaveCount(0)
  await desk.keyboard.press('Escape')
  expect(await cli('verify', tampered)).toMatchObject({ code: 1 })
})

test('somebody without the meeting verifies a record, gets to know its signer and co-signs it', async ({
  lectern,
}) => {
  test.slow()
  const path = await signedRecord(lectern)
  const elsewhere = new Lectern()
  try {
    await lectern.close()
    await elsewhere.start()
    const page = elsewhere.desk
    const report = await verifyInApp(elsewhere, path)
    await expect(report.getByRole('status').filter({ hasText: 'Intact' })).toBeVisible()
    await expect(report.getByRole('list', { name: 'Expected, and not signed' })).toHaveText('Farida Rahmani')
    const dana = report.getByRole('list', { name: 'Signed by' }).getByRole('listitem')
    await expect(dana).toContainText('Unknown here')
    await press(dana.getByRole('button', { name: 'I know this signer' }))
    await expect(dana).toContainText('by another way')
    await press(dana.getByRole('button', { name: 'They are the same' }))
    await expect(dana).toContainText('Known here')

    const cosigned = join(elsewhere.folder, 'cosigned.pdf')
    elsewhere.answerDialogs({ save: cosigned, open: [cosigned] })
    await press(report.getByRole('button', { name: 'Co-sign this PDF' }))
    const asked = page.getByRole('dialog', { name: 'Co-sign this PDF' })
    await makeIdentity(page, { name: 'Farida Rahmani' })
    await press(asked.getByRole('button', { name: 'Co-sign', exact: true }))
    await expect(asked).toBeHidden()
    await expect(report.getByRole('status').filter({ hasText: cosigned })).toBeVisible()
    await press(report.getByRole('button', { name: 'Verify another' }))
    await expect(report.getByRole('list', { name: 'Signed by' }).getByRole('listitem')).toHaveText([
      /Dana Ito.*Valid.*Known here/,
      /Farida Rahmani.*Valid.*Known here/,
    ])
    await expect(report.getByRole('list', { name: 'Expected, and not signed' })).toHaveCount(0)

    const verifier = join(elsewhere.folder, 'verify.html')
    elsewhere.answerDialogs({ save: verifier })
    await press(report.getByRole('button', { name: 'Save the verifier page' }))
    await expect(report.getByRole('status').filter({ hasText: verifier })).toBeVisible()
    expect(readFileSync(verifier, 'utf8')).toMatch(/^<!doctype html>/i)
    await page.keyboard.press('Escape')

    await press(button(page, 'Identities'))
    const known = page.getByRole('list', { name: 'Known signers' })
    await expect(known).toContainText('Dana Ito')
    await press(known.getByRole('button', { name: 'Forget Dana Ito' }))
    await expect(known).toHaveCount(0)
    await elsewhere.close()
    expect(elsewhere.faults).toEqual([])
  } finally {
    await elsewhere.dispose()
  }
})

test('what is no record is called so', async ({ lectern }) => {
  const path = join(lectern.folder, 'letter.pdf')
  writeFileSync(path, 'This is no PDF at all.')
  const report = await verifyInApp(lectern, path)
  await expect(report.getByRole('alert').first()).toContainText('Not readable')
  await lectern.desk.keyboard.press('Escape')
  await expect(button(lectern.desk, 'Verify a record')).toBeFocused()
})
