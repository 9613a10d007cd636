import { join } from 'node:path'

import { oneLine } from './outcome'
import { run } from './run'

async function main(): Promise<void> {
  const { out, err, code } = await run(process.argv.slice(2), {
    resources: join(__dirname, '../../resources'),
    now: new Date().toISOString(),
    dataDir: process.env['LECTERN_DATA_DIR'] || null,
    verifyWorker: join(__dirname, 'verifyWorker.cjs'),
  })
  for (const line of out) process.stdout.write(`${line}\n`)
  for (const line of err) process.stderr.write(`${oneLine(line)}\n`)
  process.exitCode = code
}

void main()
