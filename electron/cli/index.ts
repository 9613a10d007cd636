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
  // Whoever reads may have read enough: `verify … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? code : 2),
  )
  for (const line of out) process.stdout.write(`${line}\n`)
  for (const line of err) process.stderr.write(`${oneLine(line)}\n`)
  process.exitCode = code
}

void main()
