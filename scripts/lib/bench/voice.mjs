/** Part `voice`: how well a speaker is followed. The recordings are made here, by synthesisers that know when each word is over. */
import { join } from 'node:path'
import { ensureSystem } from '../../system-libs.mjs'
import { cacheDir } from '../paths.mjs'
import { say } from '../progress.mjs'
import { speechPrograms } from '../systemNeeds.mjs'
import { measured, programRows } from './rows.mjs'

async function engineRows(folder) {
  await ensureSystem({ programs: speechPrograms, display: false })
  say('Measuring the engine that follows the voice: ten minutes or so, and two more to make the recordings.')
  return programRows('tests/bench/voice/engine.ts', folder, [join(cacheDir, 'voice')])
}

export const voice = (folder) => measured(folder, [engineRows])
