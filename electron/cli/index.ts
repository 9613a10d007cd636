import { join } from 'node:path'

import { oneLine } from './outcome'
import { run } from './run'

async function main(): Promise<void> {
  const { out, err, code } = await run(
    process.argv.slice(2),
    join(__dirname, '../../resources'),
    new Date().toISOString(),
  )
  for (const line of out) process.stdout.write(`${line}\n`)
  for (const line of err) process.stderr.write(`${oneLine(line)}\n`)
  process.exitCode = code
}

void main()
