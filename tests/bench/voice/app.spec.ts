import { test } from 'playwright/test'

import type { Lectern } from '../../helpers/lectern'
import { record, type Frame } from '../prompter/compositor'
import { closeWindow, EMPTY_TITLE, openEmptyPage } from '../prompter/windows'
import { leaveRows, leaveRuntime, runtimeOf } from '../results'
import { rowOf, type BenchRow } from '../rows'
import { APP_RECIPES } from './appRecipes'
import { play, type Played } from './play'
import { recordingOf, type Recording } from './recordings'
import { scoreOf, type Told } from './score'
import { RATE } from './wave'

/** Before a recording is played: the app starts, and runs the script by the clock for a while. */
const PATIENCE_MS = 150_000

/** So long the frames are looked at, in seconds: a trace of more than a leg may be larger than one text. */
const FRAMES = 30
const LEG = 10

const folder = process.env['LECTERN_RECORDINGS'] ?? ''

const row = (name: string, unit: string, samples: readonly number[], beside?: readonly [string, number]) =>
  rowOf(
    { part: 'voice', name: `in the app, ${name}`, unit },
    samples,
    beside && { name: beside[0], samples: [beside[1]] },
    'max',
  )

/** How far words and the place of the script were from what had been said, from the beginning of a recording on. */
const toldBy = (items: readonly { readonly at: number; readonly words: number }[], began: number): Told[] =>
  items.map(({ at, words }) => ({ word: words - 1, at: at - began }))

function rowsOf({ name, samples, truth }: Recording, played: Played): readonly BenchRow[] {
  const seconds = samples.length / RATE
  const screen = scoreOf(truth, toldBy(played.looks, played.began), seconds)
  const heard = scoreOf(truth, toldBy(played.heard, played.began), seconds)
  const { timed, followed } = played
  return [
    row(`${name}: off on the screen`, 'words', screen.errors),
    row(`${name}: within 5 words on the screen`, '% of time', [screen.within * 100]),
    row(`${name}: within 5 words as heard`, '% of time', [heard.within * 100]),
    row(`${name}: behind the voice on the screen`, 'ms', screen.lags),
    row(
      `${name}: until found again on the screen`,
      's',
      screen.recoveries.map((each) => each.seconds),
    ),
    row(`${name}: processor, all of the app`, '% of a core', [followed.cpu], [TIMED, timed.cpu]),
    row(`${name}: processor, more than timed`, '% of a core', [Math.max(0, followed.cpu - timed.cpu)]),
    row(`${name}: memory, all of the app`, 'MB', [followed.memory], [TIMED, timed.memory]),
  ].filter(({ n }) => n > 0)
}

const TIMED = 'the same script by the clock, in the same app'

/** What cannot be measured leaves a row that says so. */
async function leave(name: string, file: string, measure: () => Promise<readonly BenchRow[]>): Promise<void> {
  try {
    leaveRows(file, await measure())
  } catch (error) {
    leaveRows(file, [row(`${name}: not measured`, 'words', [])])
    throw error
  }
}

/** The beginning of a recording. */
function cut(recording: Recording, seconds: number): Recording {
  const { said, events } = recording.truth
  return {
    ...recording,
    samples: recording.samples.slice(0, seconds * RATE),
    truth: { said: said.filter(({ end }) => end < seconds), events: events.filter(({ at }) => at < seconds) },
  }
}

APP_RECIPES.forEach(({ recipe, written, seconds }, index) => {
  test(recipe.name, async () => {
    await leave(recipe.name, `voice-${index}`, async () => {
      const recording = cut(recordingOf(recipe, folder), seconds ?? Infinity)
      test.setTimeout(PATIENCE_MS + (recording.samples.length / RATE) * 1000)
      return rowsOf(recording, await play(recording, written))
    })
  })
})

/** Slower than this the script is at rest or about to be, and frames come only with the clock. In pixels a second. */
const MOVES = 8
/** A layer put together anew stands elsewhere on its own ruler, in pixels. */
const ANEW = 200

/** The times between frames in which the script moved, in milliseconds. */
function movingTimes(frames: readonly Frame[]): readonly number[] {
  return frames.slice(1).flatMap(({ at, y }, index) => {
    const before = frames[index] ?? { at, y }
    const [time, way] = [at - before.at, Math.abs(y - before.y)]
    return way < ANEW && (way / time) * 1000 > MOVES ? [time] : []
  })
}

async function framesOf(lectern: Lectern, title: string, seconds: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let left = seconds; left > 0; left -= LEG)
    times.push(...movingTimes(await record(lectern, title, LEG)))
  return times
}

test('how even the movement is while a voice is followed', async () => {
  test.setTimeout(PATIENCE_MS * 2)
  const [first] = APP_RECIPES
  if (first === undefined) throw new Error('Nothing to play')
  await leave('frame time', 'voice-frames', async () => {
    let empty: readonly number[] = []
    let following: readonly number[] = []
    await play(cut(recordingOf(first.recipe, folder), FRAMES * 2), first.written, {
      before: async (lectern) => {
        leaveRuntime(await runtimeOf(lectern.electron))
        await openEmptyPage(lectern)
        empty = await framesOf(lectern, EMPTY_TITLE, FRAMES / 2)
        await closeWindow(lectern, EMPTY_TITLE)
      },
      meanwhile: async (lectern) => {
        following = await framesOf(lectern, 'Prompter', FRAMES)
      },
    })
    const measured = { part: 'voice', name: 'in the app: frame time while a voice is followed', unit: 'ms' }
    return [rowOf(measured, following, { name: 'an empty page: frame time', samples: empty }, 'p99')]
  })
})
