import { EventEmitter, once } from 'node:events'
import { readFile } from 'node:fs/promises'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { snapshotsHere } from '../../../electron/store/snapshot'
import { openMeetingFile } from '../../../shared/meeting/file'
import { idOf, must, newMeeting, say } from '../../helpers/meetings'
import { captureNotes, fileMethods, Lab, liveMeeting, lossesOf, noSnapshots, promised } from './lab'

let lab: Lab
beforeEach(async () => {
  lab = await Lab.open()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await lab.clear()
})

describe('a meeting', () => {
  it('is on the disk once it is made, in a file people can read', async () => {
    const { id } = must(await lab.store().create(newMeeting()))
    const text = await readFile(lab.file(id), 'utf8')
    expect(text).toMatch(/^\{\n {2}"format": "lectern-meeting",\n {2}"version": 1,\n {2}"id": /)
    expect(text).toMatch(/\}\n$/)
    expect(must(openMeetingFile(JSON.parse(text))).faults).toEqual([])
    expect(must(await (await lab.crash()).store().open(id)).meeting.title).toBe('Halt release 4.2')
  })

  it('is not made without a title or in a folder that is gone', async () => {
    expect(await lab.store().create(newMeeting({ title: '' }))).toMatchObject({ ok: false })
    await lab.clear()
    expect(await lab.store().create(newMeeting())).toMatchObject({
      ok: false,
      refusal: {
        code: 'disk',
        sentence: expect.stringMatching(/^The folder is .*there: the meeting was not made\.$/),
      },
    })
  })

  it('opens, runs and lists', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    must(await store.run(id, idOf(1), say.action('write to customers')))
    const open = must(await store.open(id))
    expect(open).toMatchObject({ seq: 3, readOnly: false, notice: null, meeting: { status: 'live' } })
    expect(await store.list()).toMatchObject({
      meetings: [{ id, status: 'live', openActions: 1 }],
      unreadable: [],
    })
    expect(await lab.store().list()).toEqual(await store.list())
  })

  it('refuses what is decided against, and keeps nothing of it', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    expect(await store.run(id, idOf(1), say.note(' '))).toMatchObject({ refusal: { code: 'empty' } })
    expect(await store.run(id, idOf(1), say.note('now with text'))).toMatchObject({ ok: true })
    expect((await promised(store, id)).log).toHaveLength(3)
  })

  it('leaves only its file when the store is closed', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    await captureNotes(store, id, 1, 4)
    const { log, meeting } = await promised(store, id)
    expect(await lab.names()).toEqual([`${id}.journal`, `${id}.json`])
    await store.close()
    expect(await lab.names()).toEqual([`${id}.json`])
    expect(await promised(lab.store(), id)).toStrictEqual({ log, meeting })
  })
})

describe('fifty entries at once', () => {
  it('keep their order, are acknowledged once each, and share the syncs', async () => {
    const told: string[] = []
    const store = lab.store({ onEntry: (_meeting, entry) => told.push(entry.id) })
    const id = await liveMeeting(store)
    const syncs = vi.spyOn(await fileMethods(), 'datasync')
    told.length = 0
    const ids = Array.from({ length: 50 }, (_, index) => idOf(index))
    const answers = await Promise.all(
      ids.map((entry, index) => store.run(id, entry, say.note(`note ${index}`))),
    )
    expect(syncs.mock.calls.length).toBe(1)
    expect(answers.map((answer) => must(answer).entry.id)).toEqual(ids)
    expect(answers.map((answer) => must(answer).entry.seq)).toEqual(ids.map((_, index) => index + 3))
    expect(told).toEqual(ids)
    const crashed = await promised((await lab.crash()).store(), id)
    expect(crashed.meeting.notes.map((note) => note.text)).toEqual(ids.map((_, index) => `note ${index}`))
    expect(
      lossesOf(
        crashed.log,
        answers.map((answer) => must(answer).entry),
      ),
    ).toEqual([])
  })

  it('that come while the disk is busy share the next sync', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    const methods = await fileMethods()
    const { datasync } = methods
    const gate = new EventEmitter()
    const opened = once(gate, 'open')
    const syncs = vi.spyOn(methods, 'datasync').mockImplementationOnce(async function slow(this: unknown) {
      await opened
      return datasync.call(this)
    })
    const first = store.run(id, idOf(0), say.note('first'))
    await vi.waitFor(() => expect(syncs).toHaveBeenCalledTimes(1))
    const rest = Array.from({ length: 49 }, (_, index) => store.run(id, idOf(index + 1), say.note('next')))
    gate.emit('open')
    await Promise.all([first, ...rest])
    expect(syncs).toHaveBeenCalledTimes(2)
    expect((await promised(store, id)).log.map((entry) => entry.seq)).toEqual(
      Array.from({ length: 52 }, (_, n) => n + 1),
    )
  })

  it('see one another: an undo takes back the capture before it', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    const answers = await Promise.all([
      store.run(id, idOf(1), say.note('kept')),
      store.run(id, idOf(2), say.note('slip')),
      store.run(id, idOf(3), say.undo),
    ])
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect((await promised(store, id)).meeting.notes.map((note) => note.text)).toEqual(['kept'])
  })
})

describe('the same id again', () => {
  it('gives the same entry, at once and later and after a restart', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    const capture = () => store.run(id, idOf(1), say.note('once'))
    const [one, two] = await Promise.all([capture(), capture()])
    expect(one).toStrictEqual(two)
    expect(await capture()).toStrictEqual(one)
    const crashed = (await lab.crash()).store()
    expect(await crashed.run(id, idOf(1), say.note('once'))).toStrictEqual(one)
    expect((await promised(crashed, id)).meeting.notes).toHaveLength(1)
  })
})

describe('closing', () => {
  it('waits for what was asked in the same moment', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    const asked = store.run(id, idOf(1), say.note('right before quitting'))
    await store.close()
    expect(await lab.names()).toEqual([`${id}.json`])
    expect(await asked).toMatchObject({ ok: true })
    expect((await promised(lab.store(), id)).meeting.notes).toHaveLength(1)
  })

  it('waits for a meeting that is still being opened', async () => {
    const first = lab.store()
    const id = await liveMeeting(first)
    await first.close()
    const store = lab.store()
    const asked = store.run(id, idOf(1), say.note('right before quitting'))
    await store.close()
    expect(await asked).toMatchObject({ ok: true })
    expect(await lab.names()).toEqual([`${id}.json`])
  })

  it('refuses what comes too late, instead of losing it', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    await captureNotes(store, id, 1, 3)
    const closing = store.close()
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
    const late = await store.run(id, idOf(9), say.note('late'))
    await closing
    const { meeting } = await promised(lab.store(), id)
    expect(meeting.notes.some((note) => note.text === 'late')).toBe(late.ok)
    expect(await lab.names()).toEqual([`${id}.json`])
  })

  it('leaves the journal where the last snapshot cannot be written, and loses nothing', async () => {
    const store = lab.store({ snapshots: noSnapshots })
    const id = await liveMeeting(store)
    const entries = await captureNotes(store, id, 1, 4)
    await store.close()
    expect(await lab.names()).toEqual([`${id}.journal`, `${id}.json`])
    expect(lossesOf((await promised(lab.store(), id)).log, entries)).toEqual([])
  })
})

describe('snapshots', () => {
  /** So long that a journal is full before there is a pause. */
  const LONG = 'x'.repeat(9_000)

  it('are written while captures go on, and the journal then starts anew', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    const entries = await captureNotes(store, id, 1, 200, LONG)
    const journal = (await readFile(lab.journal(id), 'utf8').catch(() => '')).split('\n').length
    expect(journal).toBeLessThan(190)
    expect(lossesOf((await promised((await lab.crash()).store(), id)).log, entries)).toEqual([])
  })

  it('that cannot even begin never turn a saved entry into a refusal', async () => {
    const store = lab.store({
      snapshots: () => {
        throw new Error('no worker')
      },
    })
    const id = await liveMeeting(store)
    const entries = await captureNotes(store, id, 1, 160, LONG)
    await store.close()
    expect(lossesOf((await promised(lab.store(), id)).log, entries)).toEqual([])
  })

  it('that fail once are tried again', async () => {
    let failures = 1
    const store = lab.store({
      snapshots: (...from) => {
        const inner = snapshotsHere(...from)
        return { ...inner, write: () => (failures-- > 0 ? Promise.reject(new Error('once')) : inner.write()) }
      },
    })
    const id = await liveMeeting(store)
    await captureNotes(store, id, 1, 160, LONG)
    await store.close()
    expect(failures).toBeLessThan(0)
    expect(await lab.names()).toEqual([`${id}.json`])
  })
})

describe('a listener that throws', () => {
  it('is reported and cannot keep an entry from being acknowledged, nor the next one from being taken', async () => {
    const reported: unknown[] = []
    const others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.on('uncaughtException', (error) => reported.push(error))
    try {
      const store = lab.store({
        onEntry: () => {
          throw new Error('the window is gone')
        },
      })
      const id = await liveMeeting(store)
      await captureNotes(store, id, 1, 4)
      expect((await promised(store, id)).meeting.notes).toHaveLength(3)
      expect(reported).toHaveLength(4)
    } finally {
      process.removeAllListeners('uncaughtException')
      for (const listener of others) process.on('uncaughtException', listener)
    }
  })

  it('and a clock that throws fails the one call, not the queue', async () => {
    let broken = false
    const store = lab.store({
      now: () => {
        if (broken) throw new Error('no clock')
        return new Date('2026-11-24T13:00:00Z')
      },
    })
    const id = await liveMeeting(store)
    broken = true
    await expect(store.run(id, idOf(1), say.note('x'))).rejects.toThrow('no clock')
    broken = false
    expect(await store.run(id, idOf(2), say.note('y'))).toMatchObject({ ok: true })
    expect(lossesOf((await promised((await lab.crash()).store(), id)).log, [])).toEqual([])
  })
})
