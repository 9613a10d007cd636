/** `npm run bench [-- PART…]`: measures, leaves out/bench.json and docs/benchmarks.md. No figure makes it fail. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { library } from './lib/bench/library.mjs'
import { live } from './lib/bench/live.mjs'
import { machineLines } from './lib/bench/machine.mjs'
import { prompter } from './lib/bench/prompter.mjs'
import { record } from './lib/bench/record.mjs'
import { benchPage, terminalTable } from './lib/bench/report.mjs'
import { voice } from './lib/bench/voice.mjs'
import { isMain, root } from './lib/paths.mjs'
import { Refusal, runMain } from './lib/refusal.mjs'

/** Each from a folder to its rows and what the app ran on. */
const parts = { live, prompter, voice, record, library }
const PAGE = join(root, 'docs', 'benchmarks.md')

/** The parts asked for; all without any. */
export function chosenParts(args, known = Object.keys(parts)) {
  const unknown = args.find((name) => !known.includes(name))
  if (unknown) throw new Refusal(`There is no bench part ${unknown}: the parts are ${known.join(', ')}.`)
  return args.length === 0 ? known : known.filter((name) => args.includes(name))
}

/** Measures one part in a folder of its own. */
async function measure(name, folder) {
  mkdirSync(folder)
  const before = os.loadavg()[0]
  const { rows, runtime } = await parts[name](folder)
  const machine = machineLines(folder, [before, os.loadavg()[0]], runtime)
  return { name, rows, machine }
}

/** Measures the chosen parts one after the other. The page keeps what it says of the others. */
export async function bench(args) {
  const chosen = chosenParts(args)
  await ensureNodeModules()
  await ensureBuild()
  const out = join(root, 'out')
  mkdirSync(out, { recursive: true })
  const folder = mkdtempSync(join(out, 'bench-'))
  const measured = []
  try {
    for (const name of chosen) measured.push(await measure(name, join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const rows = measured.flatMap((part) => part.rows)
  writeFileSync(join(out, 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`)
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''
  writeFileSync(PAGE, benchPage(measured, page, Object.keys(parts)))
  process.stdout.write(`${terminalTable(rows)}\n`)
}

if (isMain(import.meta.url)) await runMain(() => bench(process.argv.slice(2)))
