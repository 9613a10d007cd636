import type { Locator, Page } from 'playwright'
import { expect } from 'playwright/test'

import { goTo } from './desk'
import { button, choose, press, tabTo, typeInto } from './keyboard'
import type { Lectern } from './lectern'

/** A passphrase that protects an identity in tests. */
export const PASSPHRASE = 'four unrelated plain words'

/** How long a record may take to be made where much else runs, in milliseconds. */
const MAKING = 45_000

const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name })
const status = (page: Page, sentence: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: sentence })

/** Opens the dialog that finalises the record of the meeting at hand. */
export async function openFinalise(page: Page): Promise<Locator> {
  await press(button(page, 'Finalise record'))
  const asked = dialog(page, /^Finalise the record/)
  await expect(asked).toBeVisible()
  return asked
}

/** Finalises the record of the meeting at hand as it stands, from the stage Record. */
export async function finalise(page: Page, revision = 1): Promise<void> {
  const asked = await openFinalise(page)
  await press(asked.getByRole('button', { name: 'Finalise', exact: true }))
  await expect(asked).toBeHidden()
  await expect(page.getByRole('heading', { name: `Revision ${revision}`, exact: true })).toBeVisible()
}

/** Somebody of the meeting signs off by typing their name. */
export async function signOff(page: Page, person: string): Promise<void> {
  await press(button(page, 'Add sign-off'))
  const asked = dialog(page, 'Add sign-off')
  await choose(asked.getByRole('combobox', { name: 'Person' }), person)
  const [name = person] = person.split(', ')
  await typeInto(asked.getByRole('textbox', { name: 'Type your name' }), name)
  await page.keyboard.press('Enter')
  await expect(asked).toBeHidden()
  await expect(page.getByRole('list', { name: 'Sign-offs' })).toContainText(name)
}

export type Maker = { readonly name: string; readonly email?: string; readonly passphrase?: string }

/** Fills in the form that makes an identity under a passphrase, wherever it stands, and sends it. */
export async function makeIdentity(
  page: Page,
  { name, email, passphrase = PASSPHRASE }: Maker,
): Promise<void> {
  const form = page.getByRole('form', { name: 'Make an identity' })
  await typeInto(form.getByRole('textbox', { name: 'Name', exact: true }), name)
  if (email !== undefined) await typeInto(form.getByRole('textbox', { name: 'E-mail' }), email)
  const kept = form.getByRole('radio', { name: 'A passphrase' })
  if (!(await kept.isChecked())) {
    await tabTo(form.getByRole('radio', { name: 'This computer’s key store' }))
    await page.keyboard.press('ArrowDown')
    await expect(kept).toBeChecked()
  }
  await typeInto(form.getByLabel('Passphrase', { exact: true }), passphrase)
  await typeInto(form.getByLabel('Passphrase again', { exact: true }), passphrase)
  await press(form.getByRole('button', { name: 'Make identity' }))
  await expect(form).toBeHidden()
}

/** Signs the newest revision with an identity made in place; its passphrase needs no second typing. */
export async function signAsNew(page: Page, maker: Maker): Promise<void> {
  await press(button(page, 'Sign record'))
  const asked = dialog(page, /^Sign revision/)
  const another = asked.getByRole('button', { name: 'Make another identity…' })
  await expect(another.or(asked.getByRole('form', { name: 'Make an identity' }))).toBeVisible()
  if (await another.isVisible()) await press(another)
  await makeIdentity(page, maker)
  await press(asked.getByRole('button', { name: 'Sign', exact: true }))
  await expect(asked).toBeHidden({ timeout: MAKING })
  await expect(status(page, `${maker.name} has signed revision`)).toBeVisible()
}

/** Verifies a PDF in the app, from the library or from the stage Record; the report is open afterwards. */
export async function verifyInApp(lectern: Lectern, path: string): Promise<Locator> {
  lectern.answerDialogs({ open: [path] })
  await press(button(lectern.desk, 'Verify a record'))
  const report = dialog(lectern.desk, 'Verify a record')
  await expect(report).toBeVisible()
  return report
}

/** Exports one form of the record at hand by the dialog that lists them all. */
export async function exportForm(lectern: Lectern, form: string, path: string): Promise<void> {
  const { desk } = lectern
  lectern.answerDialogs({ save: path, confirm: true })
  await press(button(desk, 'Export…'))
  const asked = dialog(desk, 'Export')
  const wanted = asked.getByRole('radio', { name: form })
  for (let step = 0; step < 6 && !(await wanted.isChecked()); step += 1)
    await desk.keyboard.press('ArrowDown')
  await expect(wanted).toBeChecked()
  await desk.keyboard.press('Enter')
  await expect(asked).toBeHidden()
  await expect(status(desk, path)).toBeVisible()
}

/** Opens a finalised record for corrections. */
export async function correctRecord(page: Page): Promise<void> {
  await press(button(page, 'Correct the record'))
  const asked = dialog(page, 'Correct the record?')
  await press(asked.getByRole('button', { name: 'Open for corrections' }))
  await expect(asked).toBeHidden()
  await expect(button(page, 'Finalise record')).toBeVisible()
}

/** Goes to the record once its pages are there. */
export async function toRecord(page: Page): Promise<void> {
  await goTo(page, 'Record')
  await expect(page.getByRole('region', { name: 'Preview' }).getByRole('status')).toHaveText(/^\d+ pages?$/, {
    timeout: MAKING,
  })
}
