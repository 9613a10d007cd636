import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Parts } from '../../../electron/parts'
import { renderInWorker } from '../../../electron/record/renderInWorker'
import { renderPdf } from '../../../electron/record/renderPdf'
import { signedFile } from '../../../electron/record/signedFile'
import { verifyHere } from '../../../electron/record/verifyPdf'
import type * as VerifyPdf from '../../../electron/record/verifyPdf'
import { signChosenPdf } from '../../../electron/signChosen'
import { signRecord } from '../../../electron/signing'
import { signedRecord } from '../../../electron/store/dataDir'
import { IdentityStore } from '../../../electron/store/identityStore'
import type { KeyStore } from '../../../electron/store/keySeal'
import { askWhereToSave } from '../../../electron/system/dialogs'
import { chosenPdf } from '../../../electron/verifying'
import type { Command } from '../../../shared/meeting/commands'
import type { MeetingStore } from '../../../electron/store/meetingStore'
import { say as sentences } from '../../../shared/verify/sentences'
import { must, newMeeting, say } from '../../helpers/meetings'
import { Lab } from '../store/lab'
import { refusal, valueOf } from '../identity/identities'
import { hasTools, pdfsig, RESOURCES } from './signing'

vi.mock('../../../electron/system/dialogs', () => ({
  askToConfirm: vi.fn<() => unknown>(),
  askWhereToSave: vi.fn<() => unknown>(),
}))
vi.mock('../../../electron/record/renderInWorker', () => ({ renderInWorker: vi.fn<() => unknown>() }))
vi.mock('../../../electron/record/verifyPdf', async (original) => {
  const verifyPdf = await original<typeof VerifyPdf>()
  const { verifyHere: here } = verifyPdf
  return { ...verifyPdf, verifyInWorker: (input: VerifyPdf.VerifyInput) => here(input) }
})
vi.mock('../../../electron/verifying', () => ({ chosenPdf: vi.fn<() => unknown>() }))

const keyStore: KeyStore = { whyNot: () => null, seal: (secret) => secret, open: (sealed) => sealed }

let lab: Lab
let store: MeetingStore
let parts: Parts
let meeting = ''

async function run(command: Command): Promise<string> {
  return must(await store.run(meeting, crypto.randomUUID(), command)).entry.id
}

async function finalise(): Promise<void> {
  const attendees = must(await store.read(meeting)).meeting.attendees
  await run({ type: 'finalise', leftOut: [], signers: attendees.map(({ id }) => id) })
}

async function identityOf(name: string, email = ''): Promise<string> {
  return valueOf(await parts.identities.make({ name, email }, null)).id
}

async function signAs(identity: string) {
  return signRecord(parts, { meeting, identity, passphrase: null, paper: 'A4' })
}

function keptPath(revision = 1): string {
  return signedRecord(lab.dataDir.records, meeting, revision)
}

async function signatures() {
  return must(await store.read(meeting)).meeting.revisions.at(-1)?.signatures ?? []
}

beforeEach(async () => {
  vi.clearAllMocks()
  lab = await Lab.open()
  store = lab.store()
  const identities = new IdentityStore({ folder: lab.dataDir.identities, keyStore, now: () => new Date() })
  const told = { tell: () => undefined, windows: { get: () => null } }
  parts = {
    store,
    identities,
    dataDir: lab.dataDir,
    resources: RESOURCES,
    bundle: '',
    ...told,
  } as unknown as Parts
  vi.mocked(renderInWorker).mockImplementation(async (input) => renderPdf(input))
  meeting = must(await store.create(newMeeting())).id
  for (const [name, email] of [
    ['Dana Ortiz', ''],
    ['Bo Li', 'bo@example.org'],
  ] as const)
    await run({ type: 'addAttendee', attendee: { name, role: 'Release manager', organisation: '', email } })
  for (const command of [say.start, say.decision('Halt release 4.2'), say.end]) await run(command)
})

afterEach(async () => lab.clear())

describe.skipIf(!hasTools)('signing a record', () => {
  it('keeps the signed PDF, notes each signature, and uses the field kept for the signer', async () => {
    await finalise()
    expect(await signAs(await identityOf('dana  ORTIZ'))).toMatchObject({ ok: true })
    expect(await signAs(await identityOf('Robert Li', 'BO@example.org'))).toMatchObject({ ok: true })
    expect(await signAs(await identityOf('Somebody Else'))).toMatchObject({ ok: true })
    const kept = await readFile(keptPath())
    expect(pdfsig(kept)).toMatchObject({ valid: 3 })
    const { report } = await verifyHere({
      bytes: new Uint8Array(kept),
      known: { fingerprints: [], names: [] },
      resources: RESOURCES,
    })
    expect(report).toMatchObject({ verdict: 'intact', missing: ['Bo Li'] })
    expect(report.findings).not.toContain(sentences.wordsAlone)
    expect([...valueOf(signedFile(kept)).open]).toEqual(['LecternSigner2'])
    expect((await signatures()).map(({ name }) => name)).toEqual([
      'dana  ORTIZ',
      'Robert Li',
      'Somebody Else',
    ])
    expect(vi.mocked(renderInWorker)).toHaveBeenCalledTimes(1)
  })

  it('is refused for a draft, and a second time with one identity', async () => {
    const dana = await identityOf('Dana Ortiz')
    expect(await refusal(signAs(dana))).toMatch('Finalise the record first')
    await finalise()
    expect(await signAs(dana)).toMatchObject({ ok: true })
    const before = await readFile(keptPath())
    expect(await refusal(signAs(dana))).toBe('Revision 1 is signed with this identity already.')
    expect((await readFile(keptPath())).equals(before)).toBe(true)
    expect(await signatures()).toHaveLength(1)
  })

  it('makes one signature of two clicks', async () => {
    await finalise()
    const [dana, bo] = [await identityOf('Dana Ortiz'), await identityOf('Bo Li')]
    const answers = await Promise.all([signAs(dana), signAs(bo)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, false])
    expect(pdfsig(await readFile(keptPath())).valid).toBe(1)
  })

  it('notes a signature that a crash left in the file alone', async () => {
    await finalise()
    const dana = await identityOf('Dana Ortiz')
    vi.spyOn(store, 'run').mockRejectedValueOnce(new Error('power cut'))
    await expect(signAs(dana)).rejects.toThrow('power cut')
    expect(await signatures()).toHaveLength(0)
    expect(await signAs(dana)).toMatchObject({ ok: true })
    expect(await signatures()).toHaveLength(1)
    expect(pdfsig(await readFile(keptPath())).valid).toBe(1)
  })

  it('starts no second PDF beside one that is signed elsewhere', async () => {
    await finalise()
    await signAs(await identityOf('Dana Ortiz'))
    await rm(keptPath())
    expect(await refusal(signAs(await identityOf('Bo Li')))).toMatch(/^Dana Ortiz has signed this revision/)
  })

  it('refuses a copy of another record, and a damaged one', async () => {
    await finalise()
    const dana = await identityOf('Dana Ortiz')
    await writeFile(keptPath(), 'hello')
    expect(await refusal(signAs(dana))).toMatch('not a PDF')
    expect(await readFile(keptPath(), 'utf8')).toBe('hello')
    await rm(keptPath())
    await signAs(dana)
    const first = await readFile(keptPath(1))
    await run({ type: 'reopenRecord' })
    await finalise()
    await writeFile(keptPath(2), first)
    expect(await refusal(signAs(await identityOf('Bo Li')))).toMatch('is of another record')
  })

  it('refuses a copy that somebody changed after it was signed, and leaves it as it is', async () => {
    await finalise()
    await signAs(await identityOf('Dana Ortiz'))
    const changed = Buffer.concat([await readFile(keptPath()), Buffer.from('% more\n')])
    await writeFile(keptPath(), changed)
    expect(await refusal(signAs(await identityOf('Bo Li')))).toMatch(/^This record is not signed, because/)
    expect(await readFile(keptPath())).toEqual(changed)
    expect(await signatures()).toHaveLength(1)
  })

  it('stops where the record was reopened while its PDF was made', async () => {
    await finalise()
    const dana = await identityOf('Dana Ortiz')
    vi.mocked(renderInWorker).mockImplementationOnce(async (input) => {
      await run({ type: 'reopenRecord' })
      return renderPdf(input)
    })
    expect(await refusal(signAs(dana))).toMatch('Finalise the record first')
    await expect(readFile(keptPath())).rejects.toThrow('ENOENT')
  })
})

describe.skipIf(!hasTools)('signing a chosen PDF', () => {
  async function signChosen(bytes: Uint8Array, identity: string) {
    const path = join(lab.dataDir.root, 'signed.pdf')
    vi.mocked(chosenPdf).mockReturnValue({ ok: true, value: { name: 'record.pdf', bytes } })
    vi.mocked(askWhereToSave).mockResolvedValue(path)
    const token = crypto.randomUUID()
    return { path, answer: await signChosenPdf(parts, { token, identity, passphrase: null, field: null }) }
  }

  it('that is the record kept here brings the copy and the log up to date', async () => {
    await finalise()
    await signAs(await identityOf('Dana Ortiz'))
    const { path, answer } = await signChosen(await readFile(keptPath()), await identityOf('Bo Li'))
    expect(answer).toEqual({ ok: true, value: { path } })
    expect(await readFile(path)).toEqual(await readFile(keptPath()))
    expect(pdfsig(await readFile(path))).toMatchObject({ valid: 2 })
    expect(await signatures()).toHaveLength(2)
  })

  it('leaves the copy here alone where another state of the record was signed', async () => {
    await finalise()
    await signAs(await identityOf('Dana Ortiz'))
    const [kept, unsigned] = [
      await readFile(keptPath()),
      await vi.mocked(renderInWorker).mock.results[0]?.value,
    ]
    const { path } = await signChosen((unsigned as { bytes: Uint8Array }).bytes, await identityOf('Bo Li'))
    expect(pdfsig(await readFile(path))).toMatchObject({ valid: 1 })
    expect(await readFile(keptPath())).toEqual(kept)
    expect(await signatures()).toHaveLength(1)
  })

  it('is refused twice with one identity', async () => {
    await finalise()
    const dana = await identityOf('Dana Ortiz')
    await signAs(dana)
    const { answer } = await signChosen(await readFile(keptPath()), dana)
    expect(answer).toMatchObject({
      ok: false,
      refusal: { sentence: 'This PDF is signed with this identity already.' },
    })
  })
})
