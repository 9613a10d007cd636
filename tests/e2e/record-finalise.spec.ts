import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '../helpers/app'
import { runAll } from '../helpers/bridge'
import { capture, captureLine, editEntry, exportPdf, goTo, region, toCaptureLine } from '../helpers/desk'
import { endedMeeting } from '../helpers/ended'
import { pdfPaper, pdfText } from '../helpers/files'
import { button, choose, press, tabTo, typeInto } from '../helpers/keyboard'
import { correctRecord, exportForm, finalise, openFinalise, signOff, toRecord } from '../helpers/record'

test('a record is finalised without what was left out, and then stands', async ({ lectern }) => {
  const { desk } = lectern
  await endedMeeting(desk, 'Stands')
  await toRecord(desk)
  const asked = await openFinalise(desk)
  await expect(asked).toContainText('cannot be changed afterwards')
  await expect(asked.getByRole('list', { name: 'Expected to sign' }).getByRole('checkbox')).toHaveCount(2)
  await press(asked.getByRole('button', { name: 'Nobody' }))
  await tabTo(asked.getByText('Leave entries out of this revision'))
  await desk.keyboard.press('Enter')
  await tabTo(asked.getByRole('checkbox', { name: 'Note: SAID IN CONFIDENCE' }))
  await desk.keyboard.press('Space')
  await expect(asked).toContainText('4 entries in revision 1, 1 left out, 0 expected signers')
  await press(asked.getByRole('button', { name: 'Finalise', exact: true }))
  await expect(desk.getByRole('heading', { name: 'Revision 1' })).toBeVisible()
  await expect(button(desk, 'Sign record')).toBeFocused()

  await expect(region(desk, 'What the record holds').getByRole('button', { name: 'Edit' })).toHaveCount(0)
  const action = desk.getByRole('combobox', { name: 'Status of “rework token refresh”' })
  await tabTo(action)
  await desk.keyboard.type('Done')
  await expect(action).toHaveValue('done')
  const path = join(lectern.folder, 'record.pdf')
  await choose(desk.getByRole('combobox', { name: 'Paper' }), 'Letter')
  await exportPdf(lectern, path)
  expect(await pdfPaper(path)).toBe('letter')
  const text = await pdfText(path)
  expect(text).toContain('halt release 4.2')
  expect(text).toContain('Revision 1')
  expect(text).not.toContain('DRAFT')
  expect(text).not.toContain('CONFIDENCE')
})

test('Prepare and Live of a finalised record say why nothing can be changed, and lead out', async ({
  lectern,
}) => {
  const { desk } = lectern
  await endedMeeting(desk, 'Closed')
  await toRecord(desk)
  await finalise(desk)
  for (const stage of ['Prepare', 'Live'] as const) {
    await goTo(desk, stage)
    await expect(desk.getByText('The record is finalised as revision 1')).toBeVisible()
  }
  await expect(captureLine(desk)).toHaveCount(0)
  await goTo(desk, 'Prepare')
  await expect(
    desk.getByRole('region', { name: 'People' }).getByRole('button', { name: 'Add person' }),
  ).toHaveCount(0)
  await press(button(desk, 'Correct the record'))
  await expect(desk.getByRole('dialog', { name: 'Correct the record?' })).toContainText('makes revision 2')
  await desk.keyboard.press('Escape')
  await expect(desk.getByRole('tab', { name: 'Record' })).toHaveAttribute('aria-selected', 'true')
})

test('a correction makes revision 2, which names the first; the first can still be exported', async ({
  lectern,
}) => {
  const { desk } = lectern
  await endedMeeting(desk, 'Twice')
  await toRecord(desk)
  await finalise(desk)
  await signOff(desk, 'Dana Ito, DevOps Lead')
  const first = join(lectern.folder, 'first.json')
  await exportForm(lectern, 'Record as data (JSON)', first)
  await correctRecord(desk)
  const notes = region(desk, 'What the record holds').getByRole('list', { name: 'Notes', exact: true })
  const dialog = await editEntry(notes.getByRole('listitem').filter({ hasText: 'legal joins' }))
  await typeInto(dialog.getByRole('textbox', { name: 'Text', exact: true }), 'legal joined at a quarter past')
  await desk.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await finalise(desk, 2)
  const second = join(lectern.folder, 'second.json')
  await exportForm(lectern, 'Record as data (JSON)', second)
  const [one, two] = [first, second].map((path) => JSON.parse(readFileSync(path, 'utf8')))
  expect(one).toMatchObject({
    format: 'lectern-record',
    record: { revision: { number: 1, supersedes: null } },
  })
  expect(two.record.revision).toMatchObject({ number: 2, supersedes: one.fingerprint })
  expect(one.signOffs).toHaveLength(1)
  expect(two.signOffs, 'a sign-off is for one revision').toEqual([])

  const revisions = desk.getByRole('list', { name: 'Revisions', exact: true }).getByRole('listitem')
  await expect(revisions).toHaveCount(2)
  const path = join(lectern.folder, 'revision-1.pdf')
  lectern.answerDialogs({ save: path })
  await press(button(desk, 'Export revision 1'))
  const saved = desk.getByRole('status').filter({ hasText: path })
  await expect(saved).toBeVisible({ timeout: 45_000 })
  expect(await pdfText(path)).toContain('legal joins at half past')
  await press(button(desk, 'Preview revision 1'))
  await expect(desk.getByRole('combobox', { name: 'Record to show' })).toHaveValue('1')
})

test('each form holds what it says, and only the whole meeting what is private', async ({ lectern }) => {
  const { desk } = lectern
  await endedMeeting(desk, 'Forms')
  await toRecord(desk)
  await finalise(desk)
  const path = (name: string) => join(lectern.folder, name)
  const forms = [
    ['Markdown', 'record.md'],
    ['Actions as a table (CSV)', 'actions.csv'],
    ['Calendar (.ics)', 'calendar.ics'],
    ['Record as data (JSON)', 'record.json'],
    ['The whole meeting (JSON)', 'meeting.json'],
  ] as const
  for (const [form, name] of forms) await exportForm(lectern, form, path(name))
  const [markdown = '', csv = '', ics = '', json = '', meeting = ''] = forms.map(([, name]) =>
    readFileSync(path(name), 'utf8'),
  )
  expect(markdown).toContain('halt release 4.2')
  expect(csv).toMatch(/rework token refresh.*Dana Ito/)
  expect(ics.replaceAll('\r\n ', '')).toMatch(/BEGIN:VTODO|BEGIN:VEVENT/)
  expect(ics.replaceAll('\r\n ', '')).toContain('rework token refresh')
  expect(JSON.parse(json)).toMatchObject({
    format: 'lectern-record',
    record: { decisions: [{ text: 'halt release 4.2' }] },
  })
  expect(JSON.parse(meeting)).toMatchObject({ format: 'lectern-meeting', status: 'finalised' })
  const privately = 'doNotSay'
  expect(meeting).toContain(privately)
  for (const text of [markdown, csv, ics, json]) expect(text).not.toContain(privately)
})

test('what makes no sense yet says so', async ({ lectern }) => {
  const { desk } = lectern
  await endedMeeting(desk, 'Too early')
  await runAll(desk, [{ type: 'reopen' }])
  await goTo(desk, 'Live')
  await toCaptureLine(desk)
  await capture(desk, 'd go on')
  await goTo(desk, 'Record')
  await press(button(desk, 'Finalise record'))
  await expect(desk.getByRole('alert')).toContainText('End the meeting first')
  await press(button(desk, 'Sign record'))
  await expect(desk.getByRole('alert')).toContainText('a draft cannot be signed')
  const path = join(lectern.folder, 'nothing.pdf')
  lectern.answerDialogs({ open: [path] })
  await press(button(desk, 'Verify a record'))
  await expect(desk.getByRole('dialog').getByRole('alert')).not.toBeEmpty()
  expect(existsSync(path)).toBe(false)
})
