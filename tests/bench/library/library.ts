import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { prepareDataDir } from '../../../electron/store/dataDir'
import { readJsonFile } from '../../../electron/store/jsonFile'
import { toMeetingFile } from '../../../shared/meeting/file'
import { idOf, must } from '../../helpers/meetings'
import { storeOn } from '../live/capture'
import { longMeeting } from '../longMeeting'
import { rowOf, type BenchRow, type Measured } from '../rows'
import { timed, timedNow } from '../timed'

const READINGS = 20
const LOOKS = 10
const MEETINGS = 200
const ENTRIES = 50
const FIRST_ID = 5_000_000

const measured = (name: string): Measured => ({ part: 'library', name, unit: 'ms' })

/** Reading 10 MB with every check, against parsing the same text. */
async function fileRow(folder: string): Promise<BenchRow> {
  const path = join(folder, 'ten.json')
  const body = { type: 'note.captured', text: 'né '.repeat(260) }
  const entry = { seq: 1, id: 'x'.repeat(36), at: '2026-11-23T14:05:00Z', body }
  const text = JSON.stringify({ log: Array.from({ length: 10_000 }, () => entry) }, null, 2)
  await writeFile(path, text)
  const [own, parsing]: [number[], number[]] = [[], []]
  for (let n = 0; n < READINGS; n += 1) {
    must(await timed(own, () => readJsonFile(path)))
    timedNow(parsing, () => JSON.parse(text) as unknown)
  }
  const baseline = { name: 'JSON.parse of the same text', samples: parsing }
  return rowOf(measured('Reading a JSON file of 10 MB, checked'), own, baseline)
}

/** A library of many meetings, as the app lists it after its start and again later. */
async function libraryRows(folder: string, worker: string): Promise<readonly BenchRow[]> {
  const dataDir = await prepareDataDir(await mkdtemp(join(folder, 'data-')))
  const paths: string[] = []
  for (let n = 0; n < MEETINGS; n += 1) {
    const { meeting, log } = longMeeting(ENTRIES, { id: idOf(FIRST_ID + n) })
    const path = join(dataDir.meetings, `${meeting.id}.json`)
    await writeFile(path, `${JSON.stringify(toMeetingFile(meeting, log), null, 2)}\n`)
    paths.push(path)
  }
  const parseAll = async () => {
    for (const path of paths) JSON.parse(await readFile(path, 'utf8'))
  }
  const lookAtAll = async () => {
    for (const path of paths) await stat(path)
  }
  const [first, parsed, second, dated]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let n = 0; n < LOOKS; n += 1) {
    const store = storeOn(dataDir, worker)
    const { meetings } = await timed(first, () => store.list())
    if (meetings.length !== MEETINGS) throw new Error(`The library shows ${meetings.length} meetings`)
    await timed(parsed, parseAll)
    await timed(second, () => store.list())
    await timed(dated, lookAtAll)
    await store.close()
  }
  const what = `a library of ${MEETINGS} meetings of ${ENTRIES} entries`
  const parsing = { name: 'reading and JSON.parse of the same files', samples: parsed }
  const asking = { name: 'stat of the same files, one after the other', samples: dated }
  return [
    rowOf(measured(`First look at ${what}`), first, parsing),
    rowOf(measured(`Second look at ${what}`), second, asking),
  ]
}

/** The part `library`, in plain Node: `node library.mjs RESULT FOLDER SNAPSHOT-WORKER`. */
async function main([result = '', parent = '', worker = '']: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(parent, 'library-'))
  try {
    const rows = [await fileRow(folder), ...(await libraryRows(folder, worker))]
    await writeFile(result, JSON.stringify(rows))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

await main(process.argv.slice(2))
