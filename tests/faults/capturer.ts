import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { uuidv7 } from 'uuidv7'

import { prepareDataDir } from '../../electron/store/dataDir'
import { MeetingStore } from '../../electron/store/meetingStore'
import { snapshotsHere } from '../../electron/store/snapshot'
import { snapshotsInWorker } from '../../electron/store/snapshotsInWorker'

/**
 * A process that captures as fast as it can, to be killed. It prints `+ID` when an entry has been acknowledged
 * and `-CODE SENTENCE` when one was refused; then it closes the store, prints `closed` and ends.
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    meeting: { type: 'string' },
    worker: { type: 'string' },
    size: { type: 'string' },
  },
})
const { root = '', meeting = '', worker, size = '40' } = values
const AT_ONCE = 5

async function main(): Promise<void> {
  const store = new MeetingStore({
    dataDir: await prepareDataDir(root),
    snapshots: worker === undefined ? snapshotsHere : snapshotsInWorker(worker),
    now: () => new Date(),
    author: () => ({ name: 'Capturer', device: String(process.pid) }),
    onEntry: () => undefined,
    onReplaced: () => undefined,
    onFault: () => undefined,
  })
  const capture = async (): Promise<boolean> => {
    const id = uuidv7()
    const draft = { kind: 'note', text: `captured ${'x'.repeat(Number(size))}`, at: null } as const
    const answer = await store.run(meeting, id, { type: 'capture', draft })
    writeSync(1, answer.ok ? `+${id}\n` : `-${answer.refusal.code} ${answer.refusal.sentence}\n`)
    return answer.ok
  }
  const captureSome = async () => (await Promise.all(Array.from({ length: AT_ONCE }, capture))).every(Boolean)
  while (await captureSome());
  await store.close()
  writeSync(1, 'closed\n')
}

await main()
