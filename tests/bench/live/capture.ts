import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { prepareDataDir, type DataDir } from '../../../electron/store/dataDir'
import { MeetingStore } from '../../../electron/store/meetingStore'
import { snapshotsInWorker } from '../../../electron/store/snapshotsInWorker'
import type { LogEntry } from '../../../shared/meeting/entries'
import { toMeetingFile } from '../../../shared/meeting/file'
import { author, idOf, must, say } from '../../helpers/meetings'
import { longMeeting, type LongMeeting } from '../longMeeting'
import { rowOf, type BenchRow } from '../rows'
import { timed } from '../timed'
import { rawFile, sqlite, type Keeper } from './baselines'

/** Where a bench may write, the built snapshot worker, and the folder where better-sqlite3 is, or why not. */
export type Bench = {
  readonly folder: string
  readonly worker: string
  readonly sqlite: { readonly folder: string } | { readonly missing: string }
}

/** As long as a meeting that nobody has captured anything in. */
const EMPTY = 3
const FIRST_OWN_ID = 1_000_000
/** So many entries go into one meeting before a fresh one is opened: it should not grow under the bench. */
const MOST_OWN = 1_000

export function storeOn(dataDir: DataDir, worker: string): MeetingStore {
  return new MeetingStore({
    dataDir,
    snapshots: snapshotsInWorker(worker),
    now: () => new Date(),
    author: () => author,
    onEntry: () => undefined,
    onReplaced: () => undefined,
    onFault: (fault) => {
      throw fault
    },
  })
}

/** A data folder with this meeting in it. */
export async function folderWith({ folder }: Bench, { meeting, log }: LongMeeting): Promise<DataDir> {
  const dataDir = await prepareDataDir(await mkdtemp(join(folder, 'data-')))
  const text = `${JSON.stringify(toMeetingFile(meeting, log), null, 2)}\n`
  await writeFile(join(dataDir.meetings, `${meeting.id}.json`), text)
  return dataDir
}

/** The store with a meeting open, as often as needed with a fresh copy of it. */
class Captures {
  readonly #bench: Bench
  readonly #long: LongMeeting
  #store: MeetingStore | null = null
  #captured = 0
  #ids = FIRST_OWN_ID

  constructor(bench: Bench, entries: number) {
    this.#bench = bench
    this.#long = longMeeting(entries)
  }

  /** Opens a fresh copy where the one at hand has taken enough. */
  async ready(): Promise<void> {
    if (this.#store !== null && this.#captured < MOST_OWN) return
    await this.close()
    this.#store = storeOn(await folderWith(this.#bench, this.#long), this.#bench.worker)
    this.#captured = 0
    must(await this.#store.open(this.#long.meeting.id))
  }

  /** Captures notes that are all sent at once; resolves when the last one is acknowledged. */
  async keep(batch: number): Promise<readonly LogEntry[]> {
    const store = this.#store
    if (store === null) throw new Error('Nothing is open')
    const first = this.#ids
    this.#ids += batch
    this.#captured += batch
    const answers = await Promise.all(
      Array.from({ length: batch }, (_, n) =>
        store.run(
          this.#long.meeting.id,
          idOf(first + n),
          say.note(`the token refresh is tested again ${first + n}`),
        ),
      ),
    )
    return answers.map((answer) => must(answer).entry)
  }

  async close(): Promise<void> {
    await this.#store?.close()
    this.#store = null
  }
}

/** How many batches of what size, and how many of them in a row before the next one has its turn. */
const SHAPES = [
  { batch: 1, turns: 20, each: 50, words: 'one at a time' },
  { batch: 50, turns: 10, each: 20, words: '50 at once' },
] as const
type Shape = (typeof SHAPES)[number]

type Samples = { readonly store: number[]; readonly raw: number[]; readonly sqlite: number[] }

/** The three take turns, in blocks: what one leaves to the disk to do lies mostly in its own block. */
async function measure(bench: Bench, entries: number, shape: Shape): Promise<Samples> {
  const samples: Samples = { store: [], raw: [], sqlite: [] }
  const captures = new Captures(bench, entries)
  const folder = await mkdtemp(join(bench.folder, 'baselines-'))
  const keepers: { readonly samples: number[]; readonly keeper: Keeper }[] = [
    { samples: samples.raw, keeper: rawFile(folder) },
    ...('folder' in bench.sqlite
      ? [{ samples: samples.sqlite, keeper: sqlite(bench.sqlite.folder, folder) }]
      : []),
  ]
  await captures.ready()
  for (let n = 0; n < 20; n += 1) await captures.keep(shape.batch)
  for (let turn = 0; turn < shape.turns; turn += 1) {
    await captures.ready()
    const batches: (readonly LogEntry[])[] = []
    for (let n = 0; n < shape.each; n += 1)
      await timed(samples.store, async () => batches.push(await captures.keep(shape.batch)))
    for (const { samples: own, keeper } of keepers)
      for (const batch of batches) await timed(own, () => keeper.keep(batch))
  }
  await captures.close()
  for (const { keeper } of keepers) keeper.close()
  await rm(folder, { recursive: true })
  return samples
}

const RAW = 'raw write + fdatasync'
const SQLITE = 'better-sqlite3 (WAL, FULL)'

/** Enter → durable, in plain Node: the store against a raw file and against SQLite, in the same folder. */
export async function captureRows(bench: Bench): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  const sqliteName = 'missing' in bench.sqlite ? `${SQLITE}: ${bench.sqlite.missing}` : SQLITE
  for (const shape of SHAPES) {
    for (const entries of [EMPTY, 1_000, 10_000]) {
      const { store, raw, sqlite: other } = await measure(bench, entries, shape)
      const size = entries === EMPTY ? 'an empty meeting' : `${entries.toLocaleString('en')} entries`
      const row = (what: string) => ({
        part: 'live',
        name: `${what}, ${size}, ${shape.words}`,
        unit: 'ms',
      })
      const name = row('Enter to durable')
      rows.push(
        rowOf(name, store, { name: RAW, samples: raw }),
        rowOf(name, store, { name: sqliteName, samples: other }),
        rowOf(row(RAW), raw),
        rowOf(row(sqliteName), other),
      )
    }
  }
  return rows
}
