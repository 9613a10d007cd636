import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { parseCapture } from '../../../shared/capture/parse'
import { must } from '../../helpers/meetings'
import { longMeeting } from '../longMeeting'
import { rowOf, type BenchRow } from '../rows'
import { folderWith, storeOn, type Bench } from './capture'

const OPENINGS = 20
const PARSES = 2_000

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

/** Lines of 500 characters with everything in them that has to be looked at. */
function longLines(): readonly string[] {
  const words = 'the release waits until @dana and @pm have seen p95 > 200 by the end of the sprint '
  const filled = (start: string, end: string) => `${start}${words.repeat(7)}`.slice(0, 500 - end.length) + end
  return [
    filled('a ', ' @dana by fri 17:00'),
    filled('o @pm ', ''),
    filled('at 14:05 d ', ''),
    filled('', ' due in 3 days'),
    filled('a ', ' > end of sprint'),
    `n ${'@'.repeat(498)}`,
  ]
}

/** Reading one line of the capture line, as each key press does. */
export function parseRows(): BenchRow[] {
  const { meeting } = longMeeting(3)
  const context = {
    now: '2026-11-24T14:00:00.000+01:00',
    timeZone: meeting.timeZone,
    attendees: meeting.attendees,
    roles: meeting.playbook.roles,
  }
  const lines = longLines()
  const samples: number[] = []
  for (let n = 0; n < PARSES; n += 1) {
    const line = lines[n % lines.length] ?? ''
    const began = performance.now()
    parseCapture(line, context)
    samples.push(performance.now() - began)
  }
  return [rowOf({ part: 'live', name: 'Parsing a line of 500 characters', unit: 'ms' }, samples)]
}
