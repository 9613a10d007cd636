import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright'
import { expect } from 'playwright/test'

import { Lectern } from '../../helpers/lectern'
import { newMeeting, Rehearsal, say } from '../../helpers/meetings'
import { openWindow } from '../../helpers/openWindow'
import { writeRehearsed } from '../../helpers/pictured'
import { smallPlaybook } from '../../fixtures/playbook-small'
import { memoryOf, share, takenBy } from './cost'
import { AUDIBLE, awaitSound, seen, soundFrom, watchScript, type Watched } from './onScreen'
import type { Recording } from './recordings'
import { RATE, writeWave } from './wave'

/** Silence before a recording: until then the microphone is open in all its parts. In seconds. */
const LEAD = 1.5

const LOOK_EVERY = 50

/** So long the same script is run by the clock, to see what that takes, in seconds. */
const TIMED = 8

export type Played = Watched & {
  /** When the recording began, in seconds of the page's clock. */
  readonly began: number
  readonly timed: { readonly cpu: number; readonly memory: number }
  readonly followed: { readonly cpu: number; readonly memory: number }
}

/** A text as a script of some cues of three paragraphs, each with a heading. */
function cuesOf(text: string) {
  const paragraphs = text.split('\n\n')
  return Array.from({ length: Math.ceil(paragraphs.length / 3) }, (_, cue) => ({
    kind: 'spoken' as const,
    id: `part-${cue + 1}`,
    heading: `Part ${cue + 1}`,
    agenda: `Part ${cue + 1}`,
    text: paragraphs.slice(cue * 3, cue * 3 + 3).join('\n\n'),
    mustSay: [],
    tips: [],
    timebox: 5,
  }))
}

/** What is read out, as a script has it. */
export type Written = { readonly text: string; readonly language: string }

function writeMeeting(dataDir: string, { text, language }: Written): string {
  const { playbook, ...rest } = newMeeting({ title: 'Followed', playbook: smallPlaybook })
  const own = new Rehearsal({ ...rest, playbook: { ...playbook, language, script: cuesOf(text) } })
  return writeRehearsed(dataDir, own.do(say.start))
}

const pace = (prompter: Page) => prompter.getByRole('status', { name: 'Pace' })

async function runTimed(lectern: Lectern, prompter: Page): Promise<Played['timed']> {
  await prompter.keyboard.press('Space')
  await prompter.waitForTimeout(2_000)
  const before = await takenBy(lectern)
  await prompter.waitForTimeout(TIMED * 1000)
  const cpu = share(before, await takenBy(lectern))
  const memory = await memoryOf(lectern)
  await prompter.keyboard.press('Space')
  await prompter.keyboard.press('Home')
  return { cpu, memory }
}

/** Waits until something was heard, and gives when the recording began. */
async function beginning(prompter: Page, samples: Float32Array): Promise<number> {
  await expect.poll(() => soundFrom(prompter), { timeout: 20_000, intervals: [200] }).not.toBeNull()
  const first = samples.findIndex((sample) => Math.abs(sample) > AUDIBLE)
  return Number(await soundFrom(prompter)) - first / RATE
}

/** Writes what the microphone is to hear, and gives the switches that make Chromium hear it, once. */
function heardFrom(folder: string, samples: Float32Array): readonly string[] {
  const file = join(folder, 'played.wav')
  const whole = new Float32Array(Math.round(LEAD * RATE) + samples.length)
  whole.set(samples, Math.round(LEAD * RATE))
  writeWave(file, { rate: RATE, samples: whole })
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}%noloop`]
}

/** What is done besides: before the prompter opens, and while so many seconds are played. */
export type Besides = {
  readonly before: (lectern: Lectern) => Promise<void>
  readonly meanwhile: (lectern: Lectern, seconds: number) => Promise<void>
}

const NOTHING: Besides = {
  before: async () => undefined,
  meanwhile: ({ desk }, seconds) => desk.waitForTimeout(seconds * 1000),
}

/** Plays a recording to the app, which follows it on its prompter, and looks on. */
export async function play(
  { samples }: Recording,
  written: Written,
  { before, meanwhile }: Besides = NOTHING,
): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-played-'))
  const lectern = new Lectern(undefined, heardFrom(folder, samples))
  try {
    await lectern.start()
    await before(lectern)
    const prompter = await openWindow(lectern, 'prompter', writeMeeting(lectern.dataDir, written))
    await expect(pace(prompter)).not.toBeEmpty()
    const timed = await runTimed(lectern, prompter)
    await prompter.keyboard.press('v')
    await prompter.keyboard.press('v')
    await expect(pace(prompter)).toHaveAttribute('data-voice', 'ready')
    await awaitSound(prompter)
    await watchScript(prompter, LOOK_EVERY)
    await prompter.keyboard.press('Space')
    const began = await beginning(prompter, samples)
    const taken = await takenBy(lectern)
    const now = await prompter.evaluate(() => performance.now() / 1000)
    await meanwhile(lectern, began + samples.length / RATE - now)
    const followed = { cpu: share(taken, await takenBy(lectern)), memory: await memoryOf(lectern) }
    return { ...(await seen(prompter)), began, timed, followed }
  } finally {
    await lectern.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}
