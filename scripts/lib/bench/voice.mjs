/** Part `voice`: how well a speaker is followed. The recordings are made here, by synthesisers that know when each word is over. */
import { join } from 'node:path'
import { ensureSystem } from '../../system-libs.mjs'
import { cacheDir } from '../paths.mjs'
import { say } from '../progress.mjs'
import { speechPrograms } from '../systemNeeds.mjs'
import { appRows, measured, programRows } from './rows.mjs'

const recordings = join(cacheDir, 'voice')

async function engineRows(folder) {
  await ensureSystem({ programs: speechPrograms, display: false })
  say('Measuring the engine that follows the voice: ten minutes or so, and two more to make the recordings.')
  return programRows('tests/bench/voice/engine.ts', folder, [recordings])
}

async function appInRealTime(folder) {
  await ensureSystem({ programs: speechPrograms, display: false })
  say('Measuring the app with a microphone that plays recordings: ten minutes or so.')
  return appRows('voice', folder)
}

export const voice = (folder) => measured(folder, [engineRows, appInRealTime])
