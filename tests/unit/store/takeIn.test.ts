import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { MeetingStore } from '../../../electron/store/meetingStore'
import type { Meeting } from '../../../shared/meeting/schema'
import { Copy } from '../../helpers/copies'
import { idOf, must, say } from '../../helpers/meetings'
import {
  captureNotes,
  fileMethods,
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
const replaced: Meeting[] = []

beforeEach(async () => {
  lab = await Lab.open()
  replaced.length = 0
  store = lab.store({ onReplaced: (meeting) => replaced.push(meeting) })
  id = await liveMeeting(store)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await lab.clear()
})

/** Another machine's copy with two notes of its own. */
async function elsewhere(): Promise<Copy> {
  return new Copy((await promised(store, id)).log, 2, -5).do(say.note('heard there'), say.note('and this'))
}

const textsOf = ({ notes }: Meeting) => notes.map(({ text }) => text).toSorted((a, b) => (a < b ? -1 : 1))

describe('taking in a copy', () => {
  it('joins it with what was captured here, tells the windows, and keeps what was before', async () => {
    const copy = await elsewhere()
    const here = await captureNotes(store, id, 1, 3)
    const before = await promised(store, id)
    expect(must(await store.takeIn(copy))).toEqual({ joined: true, added: 2 })
    const now = await promised(store, id)
    expect(textsOf(now.meeting)).toEqual(['and this', 'heard there', 'note 1', 'note 2'])
    expect(lossesOf(now.log, [...here, ...copy.log])).toEqual([])
    expect(replaced).toEqual([now.meeting])
    expect(await lab.names()).toEqual([`${id}.json`])
    const head = before.log.at(-1)?.hash.slice(0, 12) ?? ''
    const kept = await readFile(join(lab.dataDir.backups, `${id}-${head}.json`), 'utf8')
    expect(JSON.parse(kept)).toMatchObject({ notes: before.meeting.notes })
  })

  it('changes nothing the second time', async () => {
    const copy = await elsewhere()
    must(await store.takeIn(copy))
    const bytes = await readFile(lab.file(id))
    expect(must(await store.takeIn(copy))).toEqual({ joined: true, added: 0 })
    expect(await readFile(lab.file(id))).toEqual(bytes)
    expect(replaced).toHaveLength(1)
  })

  it('goes on: captures before, during and after it are all there, also after a restart', async () => {
    const copy = await elsewhere()
    const [first, taken, second] = await Promise.all([
      captureNotes(store, id, 1, 20),
      store.takeIn(copy),
      captureNotes(store, id, 40, 60),
    ])
    expect(taken.ok).toBe(true)
    const last = await captureNotes(store, id, 80, 85)
    const said = [...first, ...second, ...last]
    await store.close()
    const again = lab.store()
    const { log, meeting } = await promised(again, id)
    const ids = new Set(log.map((entry) => entry.id))
    expect(said.filter((entry) => !ids.has(entry.id))).toEqual([])
    expect(lossesOf(log, [])).toEqual([])
    expect(meeting.notes).toHaveLength(46)
    expect(must(await again.open(id)).notice).toBeNull()
  })

  it('makes a new meeting of a copy that is not here yet', async () => {
    const copy = await elsewhere()
    const other = await Lab.open()
    try {
      const there = other.store()
      expect(must(await there.takeIn(copy))).toMatchObject({ joined: false })
      expect((await promised(there, id)).meeting).toEqual(copy.meeting)
    } finally {
      await other.clear()
    }
  })

  it('is refused for a meeting that is read-only here', async () => {
    const copy = await elsewhere()
    await store.close()
    const text = await readFile(lab.file(id), 'utf8')
    await writeFile(lab.file(id), text.replace('"status": "live"', '"status": "ended"'))
    const again = lab.store()
    expect(await again.takeIn(copy)).toMatchObject({ refusal: { code: 'readOnly' } })
  })
})

describe('a crash beside a merge', () => {
  it('leaves the old or the joined meeting, never less than was acknowledged', async () => {
    const copy = await elsewhere()
    const here = await captureNotes(store, id, 1, 4)
    let left: Promise<Lab> | null = null
    const journal = await readFile(lab.journal(id)).catch(() => null)
    expect(journal).not.toBeNull()
    const merging = store.takeIn(copy)
    const crashes: Lab[] = []
    for (let n = 0; n < 12; n += 1) {
      left = lab.crash()
      crashes.push(await left)
      await new Promise((go) => setImmediate(go))
    }
    must(await merging)
    crashes.push(await lab.crash())
    for (const crashed of crashes) {
      const found = await promised(crashed.store(), id)
      expect(lossesOf(found.log, here)).toEqual([])
      expect([3, 5]).toContain(found.meeting.notes.length)
    }
  })

  it('after the file was written and before the journal was let go of, doubles nothing', async () => {
    const slow = lab.store({ snapshots: noSnapshots })
    await store.close()
    await captureNotes(slow, id, 1, 4)
    const copy = new Copy((await promised(slow, id)).log.slice(0, 3), 2, 7).do(say.note('heard there'))
    const journal = await readFile(lab.journal(id))
    must(await slow.takeIn(copy))
    const after = await captureNotes(slow, id, 10, 12)
    const crashed = await lab.crash()
    const newer = await readFile(crashed.journal(id))
    await writeFile(crashed.journal(id), Buffer.concat([journal, newer]))
    const again = crashed.store()
    const found = await promised(again, id)
    expect(lossesOf(found.log, after)).toEqual([])
    expect(must(await again.open(id)).notice).toBeNull()
    expect(found.meeting.notes).toHaveLength(6)
    must(await again.run(id, idOf(77), say.note('goes on')))
    await again.close()
    expect((await promised(crashed.store(), id)).meeting.notes).toHaveLength(7)
  })

  it('a disk that refuses leaves everything as it was', async () => {
    const copy = await elsewhere()
    await captureNotes(store, id, 1, 3)
    const before = await promised(store, id)
    await rm(lab.dataDir.backups, { recursive: true })
    await writeFile(lab.dataDir.backups, '')
    expect(await store.takeIn(copy)).toMatchObject({ refusal: { code: 'disk' } })
    expect(await promised(store, id)).toEqual(before)
    must(await store.run(id, idOf(50), say.note('goes on')))
  })

  it('a disk that fails after the joined file is in place takes nothing more until that is read again', async () => {
    const copy = await elsewhere()
    const here = await captureNotes(store, id, 1, 3)
    const methods = await fileMethods()
    const { sync } = methods
    let syncs = 0
    vi.spyOn(methods, 'sync').mockImplementation(async function (this: unknown) {
      syncs += 1
      if (syncs === 4) throw systemError('EIO')
      await sync.call(this)
    })
    expect(await store.takeIn(copy)).toMatchObject({
      refusal: { code: 'disk', sentence: expect.stringContaining('open the meeting again') },
    })
    const more = await store.run(id, idOf(50), say.note('not kept'))
    expect(more).toMatchObject({ refusal: { code: 'disk' } })
    expect(await store.takeIn(copy)).toMatchObject({ refusal: { code: 'disk' } })
    vi.restoreAllMocks()
    await store.close()
    const again = lab.store()
    expect(must(await again.open(id)).notice).toBeNull()
    const found = await promised(again, id)
    expect(lossesOf(found.log, [...here, ...copy.log])).toEqual([])
    must(await again.run(id, idOf(51), say.note('goes on')))
    expect(textsOf((await promised(again, id)).meeting)).toContain('goes on')
  })
})
