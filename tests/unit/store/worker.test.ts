import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { snapshotsInWorker } from '../../../electron/store/snapshotsInWorker'
import { idOf, must, Rehearsal, say } from '../../helpers/meetings'
import { captureNotes, Lab, liveMeeting, lossesOf, promised } from './lab'

let lab: Lab
beforeEach(async () => {
  lab = await Lab.open()
})
afterEach(() => lab.clear())

/** A worker that runs this code instead of writing snapshots. */
async function worker(code: string): Promise<string> {
  const path = join(lab.dataDir.root, 'worker.mjs')
  await writeFile(path, `import { parentPort } from 'node:worker_threads'\n${code}\n`)
  return path
}

const deaths = {
  'ends when it is asked': "parentPort.on('message', ({ type }) => type === 'write' && process.exit(0))",
  'throws when it is asked': "parentPort.on('message', () => { throw new Error('out of luck') })",
  'throws at once': "throw new Error('out of luck')",
  'ends at once': 'process.exit(0)',
}

describe('a snapshot worker that dies', () => {
  it.each(Object.entries(deaths))(
    'because it %s rejects what is asked of it, now and later',
    async (_, code) => {
      const { meeting, log } = new Rehearsal().do(say.start)
      const snapshots = snapshotsInWorker(await worker(code))(lab.file(meeting.id), meeting, log)
      await expect(snapshots.write()).rejects.toBeInstanceOf(Error)
      await expect(snapshots.write()).rejects.toBeInstanceOf(Error)
      await snapshots.close()
    },
  )

  it.each(Object.entries(deaths))(
    'because it %s costs no entry and does not hold up closing',
    async (_, code) => {
      const store = lab.store({ snapshots: snapshotsInWorker(await worker(code)) })
      const id = await liveMeeting(store)
      const entries = await captureNotes(store, id, 1, 80)
      must(await store.run(id, idOf(99), say.note('after its death')))
      await store.close()
      expect(await lab.names()).toEqual([`${id}.journal`, `${id}.json`])
      expect(lossesOf((await promised(lab.store(), id)).log, entries)).toEqual([])
    },
  )

  it('is asked with the code of the system’s error, and answers again afterwards', async () => {
    const code = `let asked = 0
parentPort.on('message', ({ type, request }) => {
  if (type !== 'write') return
  asked += 1
  parentPort.postMessage(asked === 1 ? { request, error: { message: 'full', code: 'ENOSPC' } } : { request, done: { seq: 2, bytes: 9 } })
})`
    const { meeting, log } = new Rehearsal().do(say.start)
    const snapshots = snapshotsInWorker(await worker(code))(lab.file(meeting.id), meeting, log)
    await expect(snapshots.write()).rejects.toMatchObject({ message: 'full', code: 'ENOSPC' })
    expect(await snapshots.write()).toEqual({ seq: 2, bytes: 9 })
    await snapshots.close()
  })
})
