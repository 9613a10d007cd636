import { readFileSync } from 'node:fs'

import type { Lectern } from '../../helpers/lectern'

/** What the processes of an app have taken so far: seconds of a core, and when that was. */
export type Taken = { readonly seconds: number; readonly at: number }

/** Linux counts the time of processes in hundredths of a second. */
const TICKS = 100

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const processes = (lectern: Lectern): Promise<number[]> =>
  lectern.electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))

/** The time of a process in and for the system, in seconds, from the text of /proc/PID/stat. */
function secondsIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS
}

/** What all processes of the app have taken of the processor until now. */
export async function takenBy(lectern: Lectern): Promise<Taken> {
  const pids = await processes(lectern)
  const seconds = pids.reduce((sum, pid) => sum + secondsIn(textOf(`/proc/${pid}/stat`)), 0)
  return { seconds, at: performance.now() / 1000 }
}

/** The share of one core between two moments, in percent. */
export function share(before: Taken, after: Taken): number {
  return ((after.seconds - before.seconds) / (after.at - before.at)) * 100
}

/** The memory of all processes of the app in MB; what several share is counted once. */
export async function memoryOf(lectern: Lectern): Promise<number> {
  const pids = await processes(lectern)
  const kilobytes = pids.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
}
