import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LogEntry } from '../../shared/meeting/entries'
import { openMeetingFile } from '../../shared/meeting/file'
import { idOf, must, say } from '../helpers/meetings'
import { Lab, liveMeeting, lossesOf, promised } from '../unit/store/lab'
import { buildChildren, Capturer, type Built } from './child'

const DISK = 'size=4m'
const FILLER = 3 * 1024 * 1024

/** Why no small disk can be mounted here, or null where it can. */
function whyNoMount(): string | null {
  if (process.platform !== 'linux') return 'a small disk is mounted on Linux only'
  if (process.getuid?.() !== 0) return 'mounting a small disk needs root'
  const args = ['--mount', 'mount', '-t', 'tmpfs', '-o', DISK, 'none', '/mnt']
  return spawnSync('unshare', args).status === 0 ? null : 'this system does not allow mounting a disk'
}

describe('a disk that is full', () => {
  it('refuses with a sentence, loses nothing, and takes captures again once there is room', async (context) => {
    const reason = whyNoMount()
    if (reason !== null) {
      context.skip(reason)
      return
    }
    const disk = await mkdtemp(join(tmpdir(), 'lectern-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', DISK, 'none', disk])
    const lab = await Lab.open(join(disk, 'data'))
    try {
      await fillAndFree(lab, join(disk, 'filler'))
    } finally {
      await lab.clear()
      execFileSync('umount', [disk])
      await rm(disk, { recursive: true, force: true })
    }
  })
})

async function fillAndFree(lab: Lab, filler: string): Promise<void> {
  await writeFile(filler, Buffer.alloc(FILLER))
  const store = lab.store()
  const id = await liveMeeting(store)
  const acknowledged: LogEntry[] = []
  let refusals = 0
  while (refusals < 5) {
    const answer = await store.run(id, idOf(acknowledged.length + 1), say.note('x'.repeat(9_000)))
    refusals = answer.ok ? 0 : refusals + 1
    if (answer.ok) acknowledged.push(answer.value.entry)
    else {
      expect(answer.refusal.code).toBe('disk')
      expect(answer.refusal.sentence).toMatch(/^The disk is full: nothing was saved.*\.$/)
      await wait(20)
    }
  }
  expect(acknowledged.length).toBeGreaterThan(20)
  expect(must(openMeetingFile(JSON.parse(await readFile(lab.file(id), 'utf8')))).faults).toEqual([])
  expect((await promised(store, id)).log).toHaveLength(acknowledged.length + 2)

  const crashed = await lab.crash()
  const found = await promised(crashed.store(), id)
  expect(lossesOf(found.log, acknowledged)).toEqual([])
  expect(found.log).toHaveLength(acknowledged.length + 2)
  await crashed.clear()

  await unlink(filler)
  acknowledged.push(must(await store.run(id, idOf(900), say.note('there is room again'))).entry)
  await store.close()
  expect(await lab.names()).toEqual([`${id}.json`])
  const reopened = lab.store()
  const after = await promised(reopened, id)
  expect(lossesOf(after.log, acknowledged)).toEqual([])
  expect(after.log).toHaveLength(acknowledged.length + 2)
  await reopened.close()
}

describe.skipIf(process.platform === 'win32')(
  'a limit on the size of files (ulimit -f; skipped: not on Windows)',
  () => {
    let built: Built
    beforeAll(async () => {
      built = await buildChildren()
    }, 60_000)
    afterAll(() => rmSync(built.folder, { recursive: true, force: true }))

    it.each([
      [12, false],
      [40, true],
      [100, false],
    ])(
      'of %i kB (snapshots in a worker: %s): short writes are never taken for whole ones',
      async (limit, inWorker) => {
        const lab = await Lab.open()
        const first = lab.store()
        const id = await liveMeeting(first)
        await first.close()
        const node = [
          process.execPath,
          built.capturer,
          `--root=${lab.dataDir.root}`,
          `--meeting=${id}`,
          '--size=700',
          ...(inWorker ? [`--worker=${built.worker}`] : []),
        ]
        const child = new Capturer('bash', ['-c', `ulimit -f ${limit} && exec "$@"`, 'bash', ...node])
        await child.ended()
        expect(child.errors).toBe('')
        expect(child.lines().at(-1)).toBe('closed')
        const refusal = child.lines().find((line) => line.startsWith('-'))
        expect(refusal).toMatch(
          /^-disk The file would be bigger than this system allows: nothing was saved.*\.$/,
        )

        expect(must(openMeetingFile(JSON.parse(await readFile(lab.file(id), 'utf8')))).faults).toEqual([])
        const store = lab.store()
        expect(must(await store.open(id))).toMatchObject({ readOnly: false, notice: null })
        const { log } = await promised(store, id)
        expect(log.slice(2).map((entry) => entry.id)).toEqual(child.acknowledged())
        expect(lossesOf(log, [])).toEqual([])
        must(await store.run(id, idOf(1), say.note('without the limit')))
        await store.close()
        expect(await lab.names()).toEqual([`${id}.json`])
        await lab.clear()
      },
    )
  },
)
