/** Part `library`: reading files, and the list of all meetings. */
import { say } from '../progress.mjs'
import { builtWorker, measured, programRows } from './rows.mjs'

function libraryRows(folder) {
  say('Measuring the library: half a minute or so.')
  return programRows('tests/bench/library/library.ts', folder, [builtWorker('snapshotWorker')])
}

export const library = (folder) => measured(folder, [libraryRows])
