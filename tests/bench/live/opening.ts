import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { must } from '../../helpers/meetings'
import { longMeeting } from '../longMeeting'
import { rowOf, type BenchRow } from '../rows'
import { folderWith, storeOn, type Bench } from './capture'

const OPENINGS = 20

/** Opening a long meeting: read, checked for everything, replayed; against reading its bytes as JSON. */
export async function openingRows(bench: Bench): Promise<BenchRow[]> {
  const long = longMeeting(10_000)
  const dataDir = await folderWith(bench, long)
  const opening: number[] = []
  const reading: number[] = []
  for (let n = 0; n < OPENINGS; n += 1) {
    const store = storeOn(dataDir, bench.worker)
    const began = performance.now()
    must(await store.open(long.meeting.id))
    opening.push(performance.now() - began)
    await store.close()
    const before = performance.now()
    JSON.parse(await readFile(join(dataDir.meetings, `${long.meeting.id}.json`), 'utf8'))
    reading.push(performance.now() - before)
  }
  const name = 'Opening a meeting of 10,000 entries (read, checked, replayed)'
  const baseline = { name: 'JSON.parse of the same file, nothing checked', samples: reading }
  return [rowOf({ part: 'live', name, unit: 'ms' }, opening, baseline)]
}
