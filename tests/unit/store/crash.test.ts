import { appendFile, copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readJournal } from '../../../electron/store/journal'
import type { LogEntry } from '../../../shared/meeting/entries'
import { seal } from '../../../shared/meeting/log'
import { asSeen } from '../../helpers/asked'
import { historyArb } from '../../helpers/histories'
import { author, idOf, momentOf, must, say } from '../../helpers/meetings'
import { captureNotes, Lab, liveMeeting, lossesOf, noSnapshots, promised, snapshotsWith } from './lab'

let lab: Lab
beforeEach(async () => {
  lab = await Lab.open()
})
afterEach(() => lab.clear())

const crash = (from: Lab = lab) => from.crash()

describe('a crash at any moment', () => {
  it('leaves every acknowledged entry once, and the meeting they add up to', async () => {
    await fc.assert(
      fc.asyncProperty(
        historyArb,
        fc.array(fc.constantFrom('go on', 'wait', 'crash', 'close'), { minLength: 24, maxLength: 24 }),
        async (commands, moments) => {
          const first = await Lab.open()
          let place = first
          let store = place.store()
          const id = await liveMeeting(store)
          const { meeting: started } = must(await store.open(id))
          const acknowledged: LogEntry[] = []
          const running: Promise<unknown>[] = []
          for (const [index, command] of commands.entries()) {
            const run = store.run(id, idOf(index + 1), asSeen(started, command)).then((answer) => {
              if (answer.ok) acknowledged.push(answer.value.entry)
            })
            running.push(run)
            const moment = moments[index % moments.length]
            if (moment === 'wait') await run
            if (moment === 'close') await store.close()
            if (moment === 'crash') {
              const before = [...acknowledged]
              place = await crash(place)
              await Promise.all(running.splice(0))
              store = place.store()
              const { log } = await promised(store, id)
              expect(lossesOf(log, before)).toEqual([])
              acknowledged.splice(0, acknowledged.length, ...log)
            }
          }
          await Promise.all(running)
          const memory = await promised(store, id)
          expect(lossesOf(memory.log, acknowledged)).toEqual([])
          expect(await promised((await crash(place)).store(), id)).toStrictEqual(memory)
          await first.clear()
        },
      ),
      { numRuns: 40, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
    )
  })

  it('between a snapshot and the rotation of the journal makes no entry twice', async () => {
    const left: Lab[] = []
    const snapshots = snapshotsWith({
      after: async () => {
        left.push(await crash())
      },
    })
    const store = lab.store({ snapshots })
    const id = await liveMeeting(store)
    const entries = await captureNotes(store, id, 1, 5)
    await store.close()
    const [found = lab] = left
    expect(await found.names()).toEqual([`${id}.journal`, `${id}.json`])
    expect(await readFile(found.file(id), 'utf8')).toContain('note 4')
    const reopened = found.store()
    expect(await reopened.open(id)).toMatchObject({
      ok: true,
      value: { seq: 6, notice: null, readOnly: false },
    })
    await captureNotes(reopened, id, 5, 7)
    expect(lossesOf((await promised(reopened, id)).log, entries)).toEqual([])
    expect((await promised((await crash(found)).store(), id)).log).toHaveLength(8)
    await reopened.close()
    expect(await found.names()).toEqual([`${id}.json`])
  })

  it('during a snapshot leaves the old file, and what was half written is swept at the next start', async () => {
    const left: Lab[] = []
    const snapshots = snapshotsWith({
      before: async (path) => {
        await writeFile(path.replace(/([^/]+)$/, '.$1.0123456789ab.tmp'), '{"format": "lectern-mee')
        left.push(await crash())
      },
    })
    const store = lab.store({ snapshots })
    const id = await liveMeeting(store)
    const entries = await captureNotes(store, id, 1, 5)
    await store.close()
    const [found = lab] = left
    expect(found).not.toBe(lab)
    expect(await found.names()).toEqual([`${id}.journal`, `${id}.json`])
    expect(lossesOf((await promised(found.store(), id)).log, entries)).toEqual([])
  })

  it('while a meeting with a journal is folded in loses nothing either', async () => {
    const store = lab.store({ snapshots: noSnapshots })
    const id = await liveMeeting(store)
    const entries = await captureNotes(store, id, 1, 5)
    const second = await crash()
    await second.store().open(id)
    const third = await crash(second)
    expect(lossesOf((await promised(third.store(), id)).log, entries)).toEqual([])
  })
})

describe('a last line that was cut off', () => {
  it('at any byte: the lines before it are all there, none is invented, and work goes on', async () => {
    const store = lab.store({ snapshots: noSnapshots })
    const id = await liveMeeting(store)
    const entries = await captureNotes(store, id, 1, 3)
    const whole = await readFile(lab.journal(id))
    const lastLine = whole.subarray(0, -1).lastIndexOf(0x0a) + 1
    expect(whole.length - lastLine).toBeGreaterThan(300)
    for (let cut = lastLine; cut < whole.length; cut += 1) {
      await writeFile(join(lab.dataDir.root, 'cut'), whole.subarray(0, cut))
      const found = await readJournal(join(lab.dataDir.root, 'cut'))
      expect([found.entries.length, found.damage, found.torn]).toEqual([2, null, cut > lastLine])
      expect(found.ends.at(-1)).toBe(lastLine)
    }
    for (const cut of [lastLine + 1, Math.floor((lastLine + whole.length) / 2), whole.length - 1]) {
      const left = await crash()
      await writeFile(left.journal(id), whole.subarray(0, cut))
      const reopened = left.store()
      expect(await reopened.open(id)).toMatchObject({
        ok: true,
        value: { seq: 3, notice: null, readOnly: false },
      })
      expect(await left.setAside()).toEqual([whole.subarray(0, cut)])
      const later = await captureNotes(reopened, id, 10, 12)
      const { log } = await promised((await crash(left)).store(), id)
      expect(lossesOf(log, [...entries.slice(0, 1), ...later])).toEqual([])
      expect(log).toHaveLength(5)
    }
  })

  it('that never became an entry is gone after the store is closed', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    await store.close()
    await writeFile(lab.journal(id), '{"seq":3,"id":"0000')
    const reopened = lab.store()
    await reopened.open(id)
    await reopened.close()
    expect(await lab.names()).toEqual([`${id}.json`])
    expect((await lab.setAside()).map(String)).toEqual(['{"seq":3,"id":"0000'])
  })
})

describe('a journal that was damaged in the middle', () => {
  const corruptions: readonly [string, (line: string) => string][] = [
    ['is not JSON', (line) => line.replace('{', '[')],
    ['holds another text', (line) => line.replace('note 3', 'note 8')],
    ['lost a key', (line) => line.replace('"salt":', '"sald":')],
    ['is empty', () => ''],
    ['is full of zeros', (line) => '\0'.repeat(line.length)],
    ['is not UTF-8', (line) => line.replace('note 3', 'note \udce9')],
    ['is there twice', (line) => `${line}\n${line}`],
  ]

  it.each(corruptions)(
    'because a line %s: says what is missing, sets it aside, and goes on',
    async (_, corrupt) => {
      const store = lab.store({ snapshots: noSnapshots })
      const id = await liveMeeting(store)
      const entries = await captureNotes(store, id, 1, 7)
      const left = await crash()
      const lines = (await readFile(left.journal(id), 'utf8')).split('\n')
      const damaged = Buffer.from(
        lines.map((line) => (line.includes('note 3') ? corrupt(line) : line)).join('\n'),
      )
      const bytes = damaged.includes('\ufffd') ? Buffer.from(damaged.toString('latin1'), 'latin1') : damaged
      await writeFile(left.journal(id), bytes)

      const reopened = left.store()
      const open = must(await reopened.open(id))
      const sound = open.seq - 2
      expect(sound).toBeGreaterThanOrEqual(2)
      expect(open.readOnly).toBe(false)
      expect(open.notice).toMatch(
        /^The journal of this meeting is damaged: \d of its lines after entry \d cannot be read\. A copy is kept in .+\.$/,
      )
      expect(open.notice).toContain(
        `: ${lines.length - 2 - sound + (corrupt('x').includes('\n') ? 1 : 0)} of its lines after entry ${open.seq} `,
      )
      expect(await left.setAside()).toEqual([bytes])

      const later = await captureNotes(reopened, id, 10, 13)
      const after = await promised((await crash(left)).store(), id)
      expect(lossesOf(after.log, [...entries.slice(0, sound), ...later])).toEqual([])
      expect(after.log).toHaveLength(open.seq + 3)
      expect(must(await (await crash(left)).store().open(id)).notice).toBeNull()
      await reopened.close()
      expect(await left.names()).toEqual([`${id}.json`])
    },
  )

  it('opens for reading only where no copy can be set aside, and stays as it is', async () => {
    const store = lab.store({ snapshots: noSnapshots })
    const id = await liveMeeting(store)
    await captureNotes(store, id, 1, 4)
    const left = await crash()
    await appendFile(left.journal(id), 'rubbish\n')
    const bytes = await readFile(left.journal(id))
    await rm(left.dataDir.quarantine, { recursive: true })
    const reopened = left.store()
    const open = must(await reopened.open(id))
    expect(open).toMatchObject({ readOnly: true, seq: 5 })
    expect(open.notice).toMatch(/kept where it is.*reading only\.$/)
    expect(await reopened.run(id, idOf(9), say.note('x'))).toMatchObject({ refusal: { code: 'readOnly' } })
    await reopened.close()
    expect(await readFile(left.journal(id))).toEqual(bytes)
  })

  it('that belongs to another copy of the meeting is not taken for this one’s, nor dropped unsaid', async () => {
    const store = lab.store()
    const id = await liveMeeting(store)
    const early = await crash()
    await captureNotes(store, id, 1, 4)
    await store.close()
    const theirs = early.store({ snapshots: noSnapshots })
    await captureNotes(theirs, id, 50, 52)
    await copyFile(early.journal(id), lab.journal(id))
    const open = must(await lab.store().open(id))
    expect(open.seq).toBe(5)
    expect(open.notice).toMatch(/damaged: 2 of its lines after entry 5 cannot be read\. A copy is kept in /)
    expect(await lab.setAside()).toEqual([await readFile(early.journal(id))])
  })

  it('with a line of its own number but another story behind it cuts exactly there', async () => {
    const store = lab.store({ snapshots: noSnapshots })
    const id = await liveMeeting(store)
    const entries = await captureNotes(store, id, 1, 4)
    const left = await crash()
    const last = entries[1]
    const stamp = { id: idOf(77), at: momentOf(7), by: author, salt: '0'.repeat(32) }
    const forged = seal({ type: 'meeting.ended' }, { seq: 3, hash: last?.prev[0] ?? null }, stamp)
    await appendFile(left.journal(id), `${JSON.stringify(forged)}\n`)
    const reopened = left.store()
    const later = await captureNotes(reopened, id, 10, 12)
    expect(lossesOf((await promised((await crash(left)).store(), id)).log, [...entries, ...later])).toEqual(
      [],
    )
  })

  it('whose lines end in CRLF is read all the same, and cut at the right byte', async () => {
    const store = lab.store({ snapshots: noSnapshots })
    const id = await liveMeeting(store)
    const entries = await captureNotes(store, id, 1, 4)
    const left = await crash()
    const text = (await readFile(left.journal(id), 'utf8')).replaceAll('\n', '\r\n')
    await writeFile(left.journal(id), `${text}rubbish\n`)
    const reopened = left.store()
    expect(must(await reopened.open(id)).notice).toContain('1 of its lines')
    const later = await captureNotes(reopened, id, 10, 12)
    expect(lossesOf((await promised((await crash(left)).store(), id)).log, [...entries, ...later])).toEqual(
      [],
    )
  })
})

describe('a journal without its meeting file', () => {
  it('is named in the library', async () => {
    await writeFile(lab.journal(idOf(5)), '{}\n')
    const { unreadable } = await lab.store().list()
    expect(unreadable).toEqual([{ file: `${idOf(5)}.journal`, sentence: expect.stringMatching(/\.$/) }])
  })
})
