import { readFile, rm, utimes, writeFile } from 'node:fs/promises'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { idOf, must, say } from '../../helpers/meetings'
import { Lab, liveMeeting, noSnapshots } from './lab'

let lab: Lab
beforeEach(async () => {
  lab = await Lab.open()
})
afterEach(() => lab.clear())

describe('the list of meetings', () => {
  it('sees a file that was changed, damaged, mended or removed since the last time', async () => {
    const writing = lab.store()
    const id = await liveMeeting(writing)
    await writing.close()
    const store = lab.store()
    const sound = await readFile(lab.file(id), 'utf8')
    expect(await store.list()).toEqual(await store.list())
    expect((await store.list()).meetings).toMatchObject([{ id, title: 'Halt release 4.2' }])

    await writeFile(lab.file(id), sound.replaceAll('Halt release 4.2', 'Halt release 4.3'))
    expect((await store.list()).meetings).toMatchObject([{ title: 'Halt release 4.3' }])
    await writeFile(lab.file(id), sound.slice(0, 100))
    expect(await store.list()).toMatchObject({ meetings: [], unreadable: [{ file: `${id}.json` }] })
    expect(await store.list()).toMatchObject({ meetings: [], unreadable: [{ file: `${id}.json` }] })
    await writeFile(lab.file(id), sound)
    await utimes(lab.file(id), 0, 0)
    expect((await store.list()).meetings).toHaveLength(1)
    await rm(lab.file(id))
    expect(await store.list()).toEqual({ meetings: [], unreadable: [] })
  })

  it('sees what went to a journal alone', async () => {
    const writing = lab.store({ snapshots: noSnapshots })
    const id = await liveMeeting(writing)
    const left = await lab.crash()
    const store = left.store()
    expect((await store.list()).meetings).toMatchObject([{ status: 'live', openActions: 0 }])
    must(await writing.run(id, idOf(2), say.action('write to customers')))
    await writeFile(left.journal(id), await readFile(lab.journal(id)))
    expect((await store.list()).meetings).toMatchObject([{ openActions: 1 }])
  })
})
