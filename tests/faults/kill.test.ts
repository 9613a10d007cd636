import { readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { openMeetingFile } from '../../shared/meeting/file'
import { chainFaults } from '../../shared/meeting/log'
import { must } from '../helpers/meetings'
import { Lab, liveMeeting, promised } from '../unit/store/lab'
import { buildChildren, Capturer, type Built } from './child'

const ROUNDS = 15
const SWEPT_BY_SURPRISE = 150
/** A snapshot begins once the journal has grown, however slow the machine is. */
const SNAPSHOT_AT_LAST = 8_000
let built: Built
beforeAll(async () => {
  built = await buildChildren()
}, 60_000)
afterAll(() => rmSync(built.folder, { recursive: true, force: true }))

/** A number from 0 to 1 that is the same in every run, so that a failure can be repeated. */
function chance(round: number): number {
  const wave = Math.sin(round * 12.9898) * 43_758.5453
  return wave - Math.floor(wave)
}

function hasTemp(folder: string): boolean {
  return readdirSync(folder).some((name) => name.endsWith('.tmp'))
}

/** Kills at a random moment, or, in every other round, as soon as a snapshot is being written. */
async function killSomewhere(child: Capturer, round: number, folder: string): Promise<boolean> {
  await child.until(1)
  const deadline = Date.now() + SNAPSHOT_AT_LAST
  if (round % 2 === 0) await wait(chance(round) * SWEPT_BY_SURPRISE)
  else while (Date.now() < deadline && !hasTemp(folder)) await wait(1)
  await child.kill()
  return hasTemp(folder)
}

it.each([
  ['in the same thread', false],
  ['in a worker', true],
])(
  'kill -9 while capturing, snapshots %s: nothing acknowledged is lost, nothing is there twice',
  async (_, inWorker) => {
    const lab = await Lab.open()
    const first = lab.store()
    const id = await liveMeeting(first)
    await first.close()
    const acknowledged = new Set<string>()
    let duringSnapshot = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const worker = inWorker ? [`--worker=${built.worker}`] : []
      const options = [`--root=${lab.dataDir.root}`, `--meeting=${id}`, '--size=4000', ...worker]
      const child = new Capturer(process.execPath, [built.capturer, ...options])
      if (await killSomewhere(child, round, lab.dataDir.meetings)) duringSnapshot += 1
      expect(child.errors).toBe('')
      expect(child.acknowledged().length).toBeGreaterThan(0)
      for (const entry of child.acknowledged()) acknowledged.add(entry)

      const file: unknown = JSON.parse(await readFile(lab.file(id), 'utf8'))
      expect(must(openMeetingFile(file)).faults).toEqual([])
      const left = await lab.crash()
      const store = left.store()
      expect(must(await store.open(id))).toMatchObject({ readOnly: false, notice: null })
      const { log } = await promised(store, id)
      const ids = log.map((entry) => entry.id)
      const there = new Set(ids)
      expect([...acknowledged].filter((entry) => !there.has(entry))).toEqual([])
      expect(there.size).toBe(ids.length)
      expect(chainFaults(log)).toEqual([])
      await store.close()
      expect(await left.names()).toEqual([`${id}.json`])
      await left.clear()
    }
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * 5)
    expect(duringSnapshot).toBeGreaterThan(0)
    await lab.clear()
  },
  80_000,
)
