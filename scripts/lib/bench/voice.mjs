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
  say(
    'Measuring the engine that follows the voice: six minutes or so, and more the first time to make the recordings.',
  )
  return programRows('tests/bench/voice/engine.ts', folder, [recordings])
}

async function followedRows(folder) {
  await ensureSystem({ programs: speechPrograms, display: false })
  say('Playing a choice of the recordings to the app, as long as they were spoken: 15 minutes or so.')
  return appRows('voice', folder, { LECTERN_RECORDINGS: recordings })
}

export const voice = (folder) => measured(folder, [engineRows, followedRows])
