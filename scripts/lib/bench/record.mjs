/** Part `record`: rendering, signing and verifying decision records. */
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { say } from '../progress.mjs'
import { builtWorker, bundled, measured, programRows } from './rows.mjs'

async function recordRows(folder) {
  const plain = await bundled('tests/bench/record/plainWorker.ts')
  say('Measuring the record: two minutes or so.')
  const workers = [builtWorker('pdfWorker'), builtWorker('verifyWorker'), plain]
  return programRows('tests/bench/record/record.ts', folder, [join(root, 'resources'), ...workers])
}

export const record = (folder) => measured(folder, [recordRows])
