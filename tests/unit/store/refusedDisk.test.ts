import { mkdir, readFile, rename, rm, truncate, unlink } from 'node:fs/promises'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { readJournal } from '../../../electron/store/journal'
import type { MeetingStore } from '../../../electron/store/meetingStore'
import type { LogEntry } from '../../../shared/meeting/entries'
import { idOf, must, say } from '../../helpers/meetings'
import {
  captureNotes,
  fileMethods,
  halfWriteThen,
  insteadOfWrite,
  Lab,
  liveMeeting,
  lossesOf,
  noSnapshots,
  promised,
  systemError,
} from './lab'

let lab: Lab
let store: MeetingStore
let id: string
let acknowledged: LogEntry[]

beforeEach(async () => {
  lab = await Lab.open()
  store = lab.store({ snapshots: noSnapshots })
  id = await liveMeeting(store)
  acknowledged = await captureNotes(store, id, 1, 4)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await lab.clear()
})

/** What is found by somebody who opens the folder after a crash right now. */
async function afterCrash() {
  return promised((await lab.crash()).store(), id)
}

/** A refused capture: not acknowledged, nothing in memory, nothing after a crash; with a sentence. */
async function expectRefused(run: ReturnType<MeetingStore['run']>, sentence: RegExp): Promise<void> {
  const before = await promised(store, id)
  expect(await run).toMatchObject({
    ok: false,
    refusal: { code: 'disk', sentence: expect.stringMatching(sentence) },
  })
  expect(await promised(store, id)).toStrictEqual(before)
}

const capture = (n = 50) => store.run(id, idOf(n), say.note('refused at first'))

async function expectRetryMakesOne(): Promise<void> {
  must(await capture())
  must(await capture())
  const { log, meeting } = await afterCrash()
  expect(lossesOf(log, acknowledged)).toEqual([])
  expect(meeting.notes.filter((note) => note.text === 'refused at first')).toHaveLength(1)
}

describe('a sync that fails', () => {
  it.each([
    ['EIO', /^The disk reported an error: nothing was saved.*\.$/],
    ['ENOSPC', /^The disk is full: nothing was saved.*\.$/],
    ['EDQUOT', /^Your share of the disk is used up: nothing was saved.*\.$/],
  ])('with %s: not acknowledged, gone after a restart, and a retry makes one', async (code, sentence) => {
    vi.spyOn(await fileMethods(), 'datasync').mockRejectedValueOnce(systemError(code))
    await expectRefused(capture(), sentence)
    expect((await afterCrash()).log).toHaveLength(5)
    await expectRetryMakesOne()
  })

  it('again and again: says no each time and takes the first that can be synced', async () => {
    const syncs = vi.spyOn(await fileMethods(), 'datasync').mockRejectedValue(systemError('EIO'))
    for (const n of [50, 51, 50]) await expectRefused(capture(n), /^The disk reported an error/)
    expect((await afterCrash()).log).toHaveLength(5)
    syncs.mockRestore()
    await expectRetryMakesOne()
  })

  it('refuses the whole batch that shared it, and only that', async () => {
    vi.spyOn(await fileMethods(), 'datasync').mockRejectedValueOnce(systemError('EIO'))
    const batch = Array.from({ length: 10 }, (_, n) => capture(50 + n))
    const refusedByRule = store.run(id, idOf(70), say.note(''))
    const answers = await Promise.all(batch)
    expect(answers.filter((answer) => answer.ok)).toEqual([])
    expect(await refusedByRule).toMatchObject({ refusal: { code: 'empty' } })
    expect((await promised(store, id)).log).toHaveLength(5)
    expect((await afterCrash()).log).toHaveLength(5)
  })

  it('acknowledges neither of two calls with the same id', async () => {
    vi.spyOn(await fileMethods(), 'datasync').mockRejectedValueOnce(systemError('EIO'))
    const answers = await Promise.all([capture(), capture()])
    expect(answers).toMatchObject([{ refusal: { code: 'disk' } }, { refusal: { code: 'disk' } }])
    await expectRetryMakesOne()
  })

  it('still acknowledges what an earlier sync had saved', async () => {
    vi.spyOn(await fileMethods(), 'datasync').mockRejectedValueOnce(systemError('EIO'))
    const [old, fresh] = await Promise.all([store.run(id, idOf(1), say.note('note 1')), capture()])
    expect(old).toStrictEqual({ ok: true, value: { entry: acknowledged[0] } })
    expect(fresh.ok).toBe(false)
  })

  it('on the very first entry leaves no journal behind', async () => {
    await store.close()
    await unlink(lab.journal(id))
    store = lab.store()
    vi.spyOn(await fileMethods(), 'datasync').mockRejectedValueOnce(systemError('EIO'))
    expect(await capture()).toMatchObject({ ok: false })
    await store.close()
    expect(await lab.names()).toEqual([`${id}.json`])
  })
})

describe('a write that fails', () => {
  it.each(['ENOSPC', 'EIO', 'EFBIG'])('half way with %s: the half is cut off again', async (code) => {
    const before = await readFile(lab.journal(id))
    halfWriteThen(code)
    await expectRefused(capture(), /nothing was saved.*\.$/)
    expect(await readFile(lab.journal(id))).toEqual(before)
    await expectRetryMakesOne()
  })

  it('that only takes a few bytes at a time is finished', async () => {
    const spy = insteadOfWrite(
      (write) => (file, bytes, offset, length) => write(file, bytes, offset, Math.min(7, length)),
    )
    must(await capture())
    expect(spy.mock.calls.length).toBeGreaterThan(30)
    spy.mockRestore()
    await expectRetryMakesOne()
  })

  it('and is cut off without the disk saying so leaves nothing before the next one', async () => {
    const syncs = vi.spyOn(await fileMethods(), 'datasync')
    syncs.mockRejectedValueOnce(systemError('EIO')).mockRejectedValueOnce(systemError('EIO'))
    await expectRefused(capture(), /nothing was saved/)
    expect((await readJournal(lab.journal(id))).entries.map((entry) => entry.seq)).toEqual([2, 3, 4, 5])
    must(await capture())
    expect((await readJournal(lab.journal(id))).entries.map((entry) => entry.seq)).toEqual([2, 3, 4, 5, 6])
  })
})

describe('a journal that somebody else touches', () => {
  it('removes: refused with a sentence, works again, and what had been acknowledged is on the disk again', async () => {
    await unlink(lab.journal(id))
    await expectRefused(capture(), /nothing was saved.*\.$/)
    expect(lossesOf((await afterCrash()).log, acknowledged)).toEqual([])
    await expectRetryMakesOne()
  })

  it('empties: refused, works again, and nothing acknowledged is missing', async () => {
    await truncate(lab.journal(id), 0)
    await expectRefused(capture(), /nothing was saved.*\.$/)
    expect(lossesOf((await afterCrash()).log, acknowledged)).toEqual([])
    await expectRetryMakesOne()
  })

  it('replaces: refused, works again, and nothing acknowledged is missing', async () => {
    await rename(lab.journal(id), `${lab.journal(id)}.old`)
    await rename(`${lab.journal(id)}.old`, lab.journal(id))
    must(await store.run(id, idOf(49), say.note('moved and back')))
    await unlink(lab.journal(id))
    await captureNotesRefused()
    await expectRetryMakesOne()
  })
})

async function captureNotesRefused(): Promise<void> {
  const answers = await Promise.all([capture(60), capture(61)])
  expect(answers.map((answer) => answer.ok)).toEqual([false, false])
}

describe('a folder that goes away while the app runs', () => {
  it('and comes back: refused with a sentence meanwhile, works again, nothing lost', async () => {
    const away = `${lab.dataDir.meetings}-away`
    await store.close()
    store = lab.store({ snapshots: noSnapshots })
    must(await store.open(id))
    await rename(lab.dataDir.meetings, away)
    await expectRefused(capture(), /^The folder is .*there: nothing was saved.*\.$/)
    await rename(away, lab.dataDir.meetings)
    await expectRetryMakesOne()
  })

  it('for good, and is made anew: everything acknowledged is in it again', async () => {
    await rm(lab.dataDir.meetings, { recursive: true })
    await expectRefused(capture(), /nothing was saved.*\.$/)
    await mkdir(lab.dataDir.meetings)
    must(await capture())
    expect((await readJournal(lab.journal(id))).entries.map((entry) => entry.seq)).toEqual([2, 3, 4, 5, 6])
  })
})

describe('the meeting in memory', () => {
  it('can be read and exported while the disk refuses everything', async () => {
    vi.spyOn(await fileMethods(), 'datasync').mockRejectedValue(systemError('EIO'))
    expect(await capture()).toMatchObject({ ok: false })
    const { log, meeting } = await promised(store, id)
    expect(lossesOf(log, acknowledged)).toEqual([])
    expect(meeting.notes).toHaveLength(3)
  })
})
