import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { keepRun, readRehearsals, removeRun } from '../../../electron/store/rehearsalStore'
import { MOST_RUNS, withRun, type Run } from '../../../shared/rehearsal/schema'
import { must } from '../../helpers/meetings'
import { Reader, runBy, WORDS } from '../rehearsal/runs'
import { Lab } from './lab'

const MEETING = '0197a000-0000-7000-8000-0000000000aa'
const OTHER = '0197a000-0000-7000-8000-0000000000bb'

let lab: Lab
beforeEach(async () => {
  lab = await Lab.open()
})
afterEach(() => lab.clear())

const path = () => join(lab.dataDir.rehearsals, `${MEETING}.json`)
const numbered = (number: number) =>
  runBy(new Reader().reads(WORDS, 140), {
    id: `0197a000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    at: new Date(Date.UTC(2026, 10, 23, 9, number)).toISOString(),
  })
const ids = async () => must(await readRehearsals(lab.dataDir, MEETING)).runs.map(({ id }) => id.slice(-2))

describe('rehearsals', () => {
  it('are none at first, are kept by meeting, and forgotten one by one', async () => {
    expect(must(await readRehearsals(lab.dataDir, MEETING))).toEqual({ runs: [], notice: null })
    await Promise.all([2, 1, 3].map((number) => keepRun(lab.dataDir, MEETING, numbered(number))))
    expect(await ids()).toEqual(['01', '02', '03'])
    expect(must(await readRehearsals(lab.dataDir, OTHER)).runs).toEqual([])
    must(await removeRun(lab.dataDir, MEETING, numbered(2).id))
    expect(await ids()).toEqual(['01', '03'])
    const file: unknown = JSON.parse(await readFile(path(), 'utf8'))
    expect(file).toMatchObject({ format: 'lectern-rehearsals', version: 1, meeting: MEETING })
  })

  it('keep what a run became', async () => {
    must(await keepRun(lab.dataDir, MEETING, numbered(0)))
    must(await keepRun(lab.dataDir, MEETING, { ...numbered(0), questions: 12 }))
    expect(must(await readRehearsals(lab.dataDir, MEETING)).runs).toMatchObject([{ questions: 12 }])
  })

  it('are the newest where there are too many', () => {
    const numbers = Array.from({ length: MOST_RUNS + 2 }, (_, number) => number)
    const kept = numbers.reduce<readonly Run[]>((runs, number) => withRun(runs, numbered(number)), [])
    expect(kept).toHaveLength(MOST_RUNS)
    expect(kept[0]?.id).toBe(numbered(2).id)
  })

  it.each([
    ['damaged', '{"format": "lectern-reh'],
    ['empty', ''],
    [
      'of another meeting',
      JSON.stringify({ format: 'lectern-rehearsals', version: 1, meeting: OTHER, runs: [] }),
    ],
    ['of another shape', '{"format":"lectern-rehearsals","version":1,"runs":[{}]}'],
  ])('that are %s are set aside with a sentence, and new ones can be kept', async (_, text) => {
    await writeFile(path(), text)
    const read = must(await readRehearsals(lab.dataDir, MEETING))
    expect(read.runs).toEqual([])
    expect(read.notice).toMatch(/^Earlier rehearsals of this meeting cannot be read\. .+ A copy is at .+\.$/)
    expect((await lab.setAside()).map(String)).toEqual([text])
    expect(must(await readRehearsals(lab.dataDir, MEETING)), 'said once').toEqual({ runs: [], notice: null })
    must(await keepRun(lab.dataDir, MEETING, numbered(1)))
    expect(must(await readRehearsals(lab.dataDir, MEETING))).toMatchObject({ runs: [{}], notice: null })
    expect((await lab.setAside()).map(String)).toEqual([text])
  })

  it('that were damaged meanwhile do not keep a new one from being kept, and are spoken of afterwards', async () => {
    await writeFile(path(), 'no rehearsals')
    must(await keepRun(lab.dataDir, MEETING, numbered(1)))
    const read = must(await readRehearsals(lab.dataDir, MEETING))
    expect(read).toMatchObject({ runs: [{}], notice: expect.stringContaining('A copy is at') })
    expect((await lab.setAside()).map(String)).toEqual(['no rehearsals'])
  })

  it('of a newer version are left as they are', async () => {
    const text = '{"format":"lectern-rehearsals","version":2}'
    await writeFile(path(), text)
    const newer = { refusal: { code: 'newer', sentence: expect.stringContaining('newer Lectern') } }
    expect(await readRehearsals(lab.dataDir, MEETING)).toMatchObject(newer)
    expect(await keepRun(lab.dataDir, MEETING, numbered(1))).toMatchObject(newer)
    expect(await readFile(path(), 'utf8')).toBe(text)
  })

  it('say why they were not saved', async () => {
    must(await keepRun(lab.dataDir, MEETING, numbered(1)))
    await chmod(path(), 0o444)
    expect(await keepRun(lab.dataDir, MEETING, numbered(2))).toMatchObject({
      refusal: { code: 'disk', sentence: expect.stringMatching(/: the rehearsal was not saved\.$/) },
    })
  })
})
