import type { Page } from 'playwright'
import { expect } from 'playwright/test'

import { Lectern } from '../../helpers/lectern'
import { writeLongMeeting } from '../../helpers/longScript'
import { openWindow } from '../../helpers/openWindow'
import { runtimeOf, type Runtime } from '../results'
import { rowOf, type BenchRow, type Measured } from '../rows'
import { boardRow } from './board'
import { movementOf, record, type Frame, type Movement } from './compositor'

const PART = 'prompter'

/** Ten minutes at 150 words per minute. */
const TEN_MINUTES = 1_500
const SHORT = 1_000
const VERY_LONG = 100_000
const PACE = 150

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

export async function openPrompter(lectern: Lectern, meeting: string): Promise<Page> {
  const prompter = await openWindow(lectern, 'prompter', meeting)
  await expect(prompter.getByRole('status', { name: 'Pace' })).not.toBeEmpty()
  return prompter
}

export async function closeWindow(lectern: Lectern, title: string): Promise<void> {
  await lectern.electron.evaluate(({ BrowserWindow }, start) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle().startsWith(start))
      ?.destroy()
  }, title)
}

/** Reads from the top at 150 words per minute. */
export async function read(prompter: Page): Promise<void> {
  await prompter.keyboard.press('Home')
  for (let pace = 140; pace < PACE; pace += 5) await prompter.keyboard.press('ArrowDown')
  await prompter.keyboard.press('Space')
  await expect(prompter.getByRole('status', { name: 'Pace' })).toHaveText(/150 .*running/)
}

async function watch(lectern: Lectern, title: string, seconds: number): Promise<Movement> {
  const legs: (readonly Frame[])[] = []
  for (let left = seconds; left > 0; left -= LEG) legs.push(await record(lectern, title, Math.min(LEG, left)))
  return movementOf(legs)
}

export const EMPTY_TITLE = 'An empty page'

/** A page with nothing but one tall block, moved by the same kind of transform at about the same speed. */
export async function openEmptyPage(lectern: Lectern): Promise<void> {
  await lectern.electron.evaluate(async ({ BrowserWindow }, title) => {
    const window = new BrowserWindow({
      width: 1280,
      height: 720,
      useContentSize: true,
      webPreferences: { backgroundThrottling: false },
    })
    await window.loadURL('about:blank')
    window.setTitle(title)
    await window.webContents.executeJavaScript(`
      document.title = ${JSON.stringify(title)}
      const block = document.body.appendChild(document.createElement('div'))
      block.style.cssText = 'position:fixed;inset:0 0 auto;height:20000px;will-change:transform;border:4px solid black'
      block.animate(
        [{ transform: 'translate3d(0, 200px, 0)' }, { transform: 'translate3d(0, -16000px, 0)' }],
        { duration: 600000, fill: 'forwards' })
      undefined`)
  }, EMPTY_TITLE)
}

/** Ten captures a second, a PDF and a window, for as long as `work` takes. */
async function whileBusy<T>(lectern: Lectern, meeting: string, work: () => Promise<T>): Promise<T> {
  const { desk } = lectern
  const stop = new AbortController()
  const captures = (async () => {
    while (!stop.signal.aborted) {
      await desk.evaluate(
        (id) =>
          window.lectern.call('meeting:run', {
            meeting: id,
            id: crypto.randomUUID(),
            command: { type: 'capture', draft: { kind: 'note', text: 'somebody said something', at: null } },
          }),
        meeting,
      )
      await desk.waitForTimeout(100)
    }
  })()
  const others = (async () => {
    while (!stop.signal.aborted) {
      await desk.evaluate(
        (id) => window.lectern.call('record:preview', { meeting: id, revision: null, paper: 'A4' }),
        meeting,
      )
      await desk.evaluate((id) => window.lectern.call('window:open', { kind: 'board', meeting: id }), meeting)
      await desk.waitForTimeout(2_000)
      await closeWindow(lectern, 'Board')
    }
  })()
  try {
    return await work()
  } finally {
    stop.abort()
    await Promise.all([captures, others])
    await closeWindow(lectern, 'Board')
  }
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

async function tenMinutes(lectern: Lectern, seconds: number): Promise<TenMinutes> {
  const runtime = await runtimeOf(lectern.electron)
  await openEmptyPage(lectern)
  const empty = { name: 'an empty page', movement: await watch(lectern, EMPTY_TITLE, seconds) }
  await closeWindow(lectern, EMPTY_TITLE)
  const meeting = writeLongMeeting(lectern.dataDir, TEN_MINUTES)
  await read(await openPrompter(lectern, meeting))
  const idle = { name: 'ten minutes, idle', movement: await watch(lectern, 'Prompter', seconds) }
  const loaded = await whileBusy(lectern, meeting, () => watch(lectern, 'Prompter', seconds))
  const rows = [
    ...movementRows(empty),
    ...movementRows(idle, empty),
    ...movementRows({ name: 'ten minutes, loaded', movement: loaded }, empty),
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
