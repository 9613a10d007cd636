import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { cancelRecord, exportRecord, previewRecord } from '../../../electron/exportRecord'
import type { Parts } from '../../../electron/parts'
import { renderInWorker } from '../../../electron/record/renderInWorker'
import { signedRecord } from '../../../electron/store/dataDir'
import { askToConfirm, askWhereToSave } from '../../../electron/system/dialogs'
import type { ExportForm } from '../../../shared/ipcRecord'
import { accept } from '../../../shared/result'
import { openMeetingFile } from '../../../shared/meeting/file'
import { openRecordFile } from '../../../shared/record/file'
import { idOf, must, Rehearsal, say } from '../../helpers/meetings'
import { endedMeeting, onRecord } from '../../helpers/records'

vi.mock('../../../electron/system/dialogs', () => ({
  askToConfirm: vi.fn<typeof askToConfirm>(),
  askWhereToSave: vi.fn<typeof askWhereToSave>(),
}))
vi.mock('../../../electron/record/renderInWorker', () => ({
  renderInWorker: vi.fn<typeof renderInWorker>(),
}))

const PDF = new TextEncoder().encode('%PDF-1.7 made')
const SIGNED = new TextEncoder().encode('%PDF-1.7 signed')
const PAPER = { paper: 'A4' } as const
let folder = ''

/** The running app's parts as far as an export uses them. */
function partsWith({ meeting, log }: Rehearsal) {
  const told: unknown[] = []
  const parts = {
    store: { read: async () => accept({ meeting, log }) },
    windows: { get: () => null },
    tell: (event: string, payload: unknown) => told.push([event, payload]),
    dataDir: { records: folder },
    resources: '',
    bundle: '',
  } as unknown as Parts
  return { parts, told }
}

const finalised = () => endedMeeting().do(onRecord.finalise())
const wanted = (form: ExportForm, revision: number | null = 1) => ({
  meeting: idOf(0),
  revision,
  form,
  ...PAPER,
})

/** Exports into a file of that name; null when there is none afterwards. */
async function exported(rehearsal: Rehearsal, form: ExportForm, revision: number | null = 1) {
  const path = join(folder, 'out')
  vi.mocked(askWhereToSave).mockResolvedValue(path)
  const answer = await exportRecord(partsWith(rehearsal).parts, wanted(form, revision))
  return { answer, text: await readFile(path, 'utf8').catch(() => null) }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-export-'))
  vi.mocked(askToConfirm).mockResolvedValue(true)
  vi.mocked(renderInWorker).mockResolvedValue({ bytes: PDF, warnings: ['as U+1'] })
})
afterEach(async () => {
  vi.clearAllMocks()
  await rm(folder, { recursive: true })
})

describe('exporting a record', () => {
  it.each<[ExportForm, RegExp]>([
    ['pdf', /^%PDF-1\.7 made$/],
    ['markdown', /^# Halt release 4\.2\n/],
    ['csv', /^\uFEFF"No\."/],
    ['ics', /^BEGIN:VCALENDAR\r\n/],
    ['json', /^\{\n {2}"format": "lectern-record"/],
    ['meeting', /^\{\n {2}"format": "lectern-meeting"/],
  ])('writes %s', async (form, content) => {
    const { answer, text } = await exported(finalised(), form)
    expect(answer).toEqual({ ok: true, value: { path: join(folder, 'out') } })
    expect(text).toMatch(content)
  })

  it('writes data that is sound: a record, and the whole meeting', async () => {
    const { text: record } = await exported(finalised(), 'json')
    expect(must(openRecordFile(JSON.parse(record ?? ''))).faults).toEqual([])
    const { text: meeting } = await exported(finalised(), 'meeting')
    expect(must(openMeetingFile(JSON.parse(meeting ?? ''))).faults).toEqual([])
  })

  it('suggests names that say what is in the file', async () => {
    for (const form of ['pdf', 'meeting'] as const) await exported(finalised(), form)
    await exported(finalised(), 'markdown', null)
    expect(vi.mocked(askWhereToSave).mock.calls.map(([, , name]) => name)).toEqual([
      'Halt release 4.2 - r1, decision record.pdf',
      'Halt release 4.2 - whole meeting, private.json',
      'Halt release 4.2 - decision record.md',
    ])
  })

  it('lets the whole meeting out only after it said what is in it', async () => {
    vi.mocked(askToConfirm).mockResolvedValue(false)
    expect(await exported(finalised(), 'meeting')).toEqual({ answer: accept({ path: null }), text: null })
    expect(askWhereToSave).not.toHaveBeenCalled()
    expect(vi.mocked(askToConfirm).mock.calls[0]?.[1].message).toContain('everything private')
  })

  it('refuses before it asks where to, where there is nothing to export', async () => {
    const { parts } = partsWith(new Rehearsal().do(say.start))
    for (const form of ['csv', 'ics'] as const)
      expect(await exportRecord(parts, wanted(form, null))).toMatchObject({ refusal: { code: 'nothing' } })
    expect(await exportRecord(parts, wanted('json', 3))).toMatchObject({ refusal: { code: 'unknown' } })
    expect(askWhereToSave).not.toHaveBeenCalled()
  })

  it('says so when the disk refuses, and leaves nothing behind', async () => {
    vi.mocked(askWhereToSave).mockResolvedValue(join(folder, 'not', 'there.md'))
    const answer = await exportRecord(partsWith(finalised()).parts, wanted('markdown'))
    expect(answer).toMatchObject({
      refusal: { code: 'disk', sentence: 'The folder is not there: the export was not saved.' },
    })
    expect(await readdir(folder)).toEqual([])
  })
})

describe('the PDF of a record', () => {
  it('is rendered off the main thread, and the Desk hears how far it is', async () => {
    const { parts, told } = partsWith(finalised())
    vi.mocked(renderInWorker).mockImplementation(async (_input, _worker, options) => {
      options?.onProgress?.(0.5)
      return { bytes: PDF, warnings: ['as U+1'] }
    })
    const preview = must(await previewRecord(parts, wanted('pdf')))
    expect([preview.pdf, preview.warnings]).toEqual([PDF, ['as U+1']])
    expect(told).toEqual([['record:progress', { share: 0.5 }]])
  })

  it('of a revision that was signed here is its signed copy; another revision’s is not', async () => {
    const rehearsal = finalised()
    await writeFile(signedRecord(folder, idOf(0), 1), SIGNED)
    const { parts } = partsWith(rehearsal.do(onRecord.reopen, onRecord.finalise()))
    const preview = async (revision: number | null) =>
      must(await previewRecord(parts, wanted('pdf', revision))).pdf
    expect(await preview(1)).toEqual(new Uint8Array(SIGNED))
    expect([await preview(2), await preview(null)]).toEqual([PDF, PDF])
    expect((await exported(rehearsal, 'pdf', 1)).text).toBe('%PDF-1.7 signed')
  })

  it('can be cancelled: nothing is written, and the refusal is a quiet one', async () => {
    vi.mocked(renderInWorker).mockImplementation(async (_input, _worker, options) => {
      await new Promise((_done, failed) => {
        options?.signal?.addEventListener('abort', () => failed(new Error('aborted')))
        queueMicrotask(cancelRecord)
      })
      return { bytes: PDF, warnings: [] }
    })
    const { answer, text } = await exported(finalised(), 'pdf')
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'cancelled' } })
    expect([text, await readdir(folder)]).toEqual([null, []])
  })

  it('that cannot be made is refused with a sentence', async () => {
    vi.mocked(renderInWorker).mockRejectedValue(new Error('no fonts'))
    const { answer } = await exported(finalised(), 'pdf')
    expect(answer).toMatchObject({ refusal: { code: 'render', sentence: expect.stringMatching(/\.$/) } })
  })
})
