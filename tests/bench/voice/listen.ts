import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import createModule from 'soundswallower'

import type { VoiceEvent } from '../../../shared/voice/events'
import {
  Engine,
  loadModule,
  SAMPLE_RATE,
  SEARCH_TUNING,
  type SearchTuning,
} from '../../../renderer/voice/follow/engine'
import { createFollower, FOLLOWER_TUNING, type FollowerTuning } from '../../../renderer/voice/follow/follower'
import type { MakeModule } from '../../../renderer/voice/follow/module'
import { PHONES } from '../../../shared/voice/phones'
import type { Recording } from './recordings'

/** As the app hands it over, in samples. */
export const BLOCK = 1_440

export type Listened = {
  readonly events: readonly (VoiceEvent & { readonly told: number })[]
  readonly cpu: number
  readonly blocks: readonly number[]
  readonly megabytes: number
}

export async function engineForNode(tuning: SearchTuning = SEARCH_TUNING): Promise<Engine> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('soundswallower')), 'model', 'en-us')
  const file = (name: string) => join(folder, name)
  const files = {
    featparams: file('feat_params.json'),
    mdef: file('mdef'),
    mean: file('means'),
    var: file('variances'),
    tmat: file('transition_matrices'),
    sendump: file('sendump'),
    dict: file('dict.txt'),
    fdict: file('noisedict.txt'),
  }
  const make = createModule as unknown as MakeModule
  return Engine.load(await loadModule(make), files, PHONES.en, tuning)
}

/** Plays a recording to a follower as fast as it can hear. */
export function listen(
  engine: Engine,
  recording: Recording,
  tuning: FollowerTuning = FOLLOWER_TUNING,
): Listened {
  const follower = createFollower({ engine, language: 'en', words: recording.words, place: 0, tuning })
  const events: (VoiceEvent & { readonly told: number })[] = []
  const blocks: number[] = []
  const before = process.cpuUsage()
  const { samples } = recording
  for (let at = 0; at < samples.length; at += BLOCK) {
    const began = performance.now()
    const told = follower.hear(samples.subarray(at, at + BLOCK))
    const took = performance.now() - began
    blocks.push(took)
    const when = Math.min(at + BLOCK, samples.length) / SAMPLE_RATE + took / 1000
    for (const event of told) events.push({ ...event, told: when })
  }
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1e6 / (samples.length / SAMPLE_RATE)
  return { events, cpu, blocks, megabytes: engine.module.HEAPU8.length / 2 ** 20 }
}
