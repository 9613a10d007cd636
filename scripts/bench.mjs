/** `npm run bench [-- PART…]`: measures, leaves out/bench.json and docs/benchmarks.md. No figure makes it fail. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { live } from './lib/bench/live.mjs'
import { machineLines } from './lib/bench/machine.mjs'
import { benchPage, terminalTable } from './lib/bench/report.mjs'
import { isMain, root } from './lib/paths.mjs'
import { Refusal, runMain } from './lib/refusal.mjs'

/** Each from a folder to its rows and what the app ran on. */
const parts = { live }

/** The parts asked for; all without any. */
export function chosenParts(args, known = Object.keys(parts)) {
  const unknown = args.find((name) => !known.includes(name))
  if (unknown) throw new Refusal(`There is no bench part ${unknown}: the parts are ${known.join(', ')}.`)
  return args.length === 0 ? known : known.filter((name) => args.includes(name))
}

/** Measures the chosen parts one after the other. */
export async function bench(args) {
  const chosen = chosenParts(args)
  await ensureNodeModules()
  await ensureBuild()
  const out = join(root, 'out')
  mkdirSync(out, { recursive: true })
  const folder = mkdtempSync(join(out, 'bench-'))
  const before = os.loadavg()[0]
  const rows = []
  const runtime = {}
  try {
    for (const name of chosen) {
      const measured = await parts[name](folder)
      rows.push(...measured.rows)
      Object.assign(runtime, measured.runtime)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  writeFileSync(join(out, 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`)
  const machine = machineLines(out, [before, os.loadavg()[0]], runtime)
  writeFileSync(join(root, 'docs', 'benchmarks.md'), benchPage(rows, machine))
  process.stdout.write(`${terminalTable(rows)}\n`)
}

if (isMain(import.meta.url)) await runMain(() => bench(process.argv.slice(2)))
