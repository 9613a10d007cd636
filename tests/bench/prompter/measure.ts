import { Lectern } from '../../helpers/lectern'
import { writeLongMeeting } from '../../helpers/longScript'
import { runtimeOf, type Runtime } from '../results'
import { rowOf, type BenchRow, type Measured } from '../rows'
import { boardRow } from './board'
import { whileBusy } from './busy'
import { movementOf, record, type Frame, type Movement } from './compositor'
import { closeWindow, EMPTY_TITLE, openEmptyPage, openPrompter, read } from './windows'

const PART = 'prompter'

/** Ten minutes at 150 words per minute. */
const TEN_MINUTES = 1_500
const SHORT = 1_000
const VERY_LONG = 100_000

/** A trace of a minute is larger than one text may be: it is taken in legs, in seconds. */
const LEG = 10

export type PrompterBench = {
  /** How long each of the movements is looked at, in seconds. */
  readonly seconds: number
  /** How many times the very long script is opened, and one of a hundredth of its words. */
  readonly openings: number
  /** How many entries are put on the Board. */
  readonly entries: number
}

async function watch(lectern: Lectern, title: string, seconds: number): Promise<Movement> {
  const legs: (readonly Frame[])[] = []
  for (let left = seconds; left > 0; left -= LEG) legs.push(await record(lectern, title, Math.min(LEG, left)))
  return movementOf(legs)
}

const measured = (name: string, unit = 'ms'): Measured => ({ part: PART, name, unit })

/** A movement, and the words of its rows. */
type Seen = { readonly name: string; readonly movement: Movement }

/** The rows of a movement, compared with another one frame by frame where there is one. */
function movementRows({ name, movement }: Seen, beside?: Seen): readonly BenchRow[] {
  const row = (what: string, unit: string, samplesOf: (of: Movement) => readonly number[]) => {
    const other = beside && { name: `${beside.name}: ${what}`, samples: samplesOf(beside.movement) }
    return rowOf(measured(`${name}: ${what}`, unit), samplesOf(movement), other, 'p99')
  }
  return [
    row('frame time', 'ms', ({ frameTimes }) => frameTimes),
    row('advance error', 'px', ({ advanceErrors }) => advanceErrors),
  ]
}

/** How long the window of a meeting takes to show its script, from outside. */
async function openings(lectern: Lectern, meeting: string, times: number): Promise<readonly number[]> {
  const took: number[] = []
  for (let time = 0; time < times; time += 1) {
    const began = performance.now()
    await openPrompter(lectern, meeting)
    took.push(performance.now() - began)
    await closeWindow(lectern, 'Prompter')
  }
  return took
}

async function withApp<T>(work: (lectern: Lectern) => Promise<T>): Promise<T> {
  const lectern = new Lectern()
  try {
    await lectern.start()
    const done = await work(lectern)
    await lectern.close()
    return done
  } finally {
    await lectern.dispose()
  }
}

type TenMinutes = { readonly runtime: Runtime; readonly empty: Seen; readonly rows: readonly BenchRow[] }

/**
 * The empty page is looked at twice: while the app is idle, and under the same load as the prompter. How much the
 * second differs from the first is the machine's own part.
 */
async function tenMinutes(lectern: Lectern, seconds: number): Promise<TenMinutes> {
  const runtime = await runtimeOf(lectern.electron)
  const meeting = writeLongMeeting(lectern.dataDir, TEN_MINUTES)
  const look = (title: string) => watch(lectern, title, seconds)
  const lookWhileBusy = (title: string) => whileBusy(lectern, meeting, () => look(title))

  await openEmptyPage(lectern)
  const empty = { name: 'an empty page', movement: await look(EMPTY_TITLE) }
  const emptyLoaded = { name: 'an empty page, loaded', movement: await lookWhileBusy(EMPTY_TITLE) }
  await closeWindow(lectern, EMPTY_TITLE)
  await read(await openPrompter(lectern, meeting))
  const idle = { name: 'ten minutes, idle', movement: await look('Prompter') }
  const loaded = { name: 'ten minutes, loaded', movement: await lookWhileBusy('Prompter') }
  const rows = [
    ...movementRows(empty),
    ...movementRows(emptyLoaded, empty),
    ...movementRows(idle, empty),
    ...movementRows(loaded, empty),
    ...movementRows(loaded, emptyLoaded),
  ]
  return { runtime, empty, rows }
}

/** The very long script opens in an app of its own, and so does a short one to compare with. */
async function openingRow(bench: PrompterBench, long: readonly number[]): Promise<BenchRow> {
  const short = await withApp((lectern) =>
    openings(lectern, writeLongMeeting(lectern.dataDir, SHORT), bench.openings),
  )
  const baseline = { name: 'a script of 1,000 words opens', samples: short }
  return rowOf(measured('a script of 100,000 words opens'), long, baseline, 'p50')
}

async function veryLong(lectern: Lectern, { seconds, openings: times }: PrompterBench) {
  const meeting = writeLongMeeting(lectern.dataDir, VERY_LONG)
  const opened = await openings(lectern, meeting, times)
  await read(await openPrompter(lectern, meeting))
  return { opened, movement: await watch(lectern, 'Prompter', seconds) }
}

/** How evenly the prompter moves, idle and under load, against an empty page in the same run; and what it ran on. */
export async function measurePrompter(
  bench: PrompterBench,
): Promise<{ readonly rows: readonly BenchRow[]; readonly runtime: Runtime }> {
  const { empty, rows, runtime } = await withApp((lectern) => tenMinutes(lectern, bench.seconds))
  const board = await withApp((lectern) =>
    boardRow(lectern, writeLongMeeting(lectern.dataDir, SHORT), bench.entries),
  )
  const { opened, movement } = await withApp((lectern) => veryLong(lectern, bench))
  const opening = await openingRow(bench, opened)
  const long = movementRows({ name: '100,000 words, idle', movement }, empty)
  return { rows: [...rows, opening, ...long, board], runtime }
}
