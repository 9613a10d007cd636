/** The parts of `npm test`, each a function from its context to a tally. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { passThrough, run } from './child.mjs'
import { onDisplay } from './display.mjs'
import { hashSources } from './hash.mjs'
import { stderrFilter } from './noise.mjs'
import { root } from './paths.mjs'
import { readStamp } from './stamp.mjs'
import { emptyTally, judge, sum, tallyPlaywright, tallyVitest } from './tally.mjs'
import { tool } from './tools.mjs'

const projects = ['shared', 'electron', 'renderer', 'tests']
const notesReporter = fileURLToPath(new URL('vitestNotes.mjs', import.meta.url))
const print = (text) => process.stdout.write(`${text.trimEnd()}\n`)

/** One tool run that counts as one check; its output is shown when it fails. */
async function check(name, { command, args }) {
  const { code, all } = await run(command, args)
  if (code === 0) return { ...emptyTally(), passed: 1 }
  print(`${all}\n${name} failed`)
  return { ...emptyTally(), failed: 1 }
}

/** The compiler over every project, one check each. */
async function types() {
  const checks = projects.map((name) =>
    check(
      `types of ${name}`,
      tool('typescript', ['-p', `${name}/tsconfig.json`, '--noEmit', '--pretty', 'false'], 'tsc'),
    ),
  )
  return sum(await Promise.all(checks))
}

const lint = () => check('lint', tool('oxlint', ['--type-aware', '--deny-warnings']))
const format = () => check('format', tool('oxfmt', ['--check', '.']))

/** Runs a test runner that leaves JSON in a folder of its own, and reads it. */
async function withReport(part, runner, read) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'))
  try {
    const code = await runner(folder)
    const report = readStamp(join(folder, 'report.json'))
    return judge({ code, part, tally: report && read(report, folder) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What random tests begin with: another number for other sources, unless `LECTERN_SEED` says which. */
function seed() {
  const own = () => parseInt(hashSources(root, ['electron', 'renderer', 'shared', 'tests']).slice(0, 7), 16)
  return process.env.LECTERN_SEED ?? String(own())
}

function unit() {
  const chosen = seed()
  print(`Random tests begin with LECTERN_SEED=${chosen}.`)
  return withReport(
    'unit',
    (folder) => {
      const reporters = ['default', 'json', notesReporter].map((name) => `--reporter=${name}`)
      const config = [
        'run',
        '--config',
        'vitest.config.ts',
        `--outputFile.json=${join(folder, 'report.json')}`,
      ]
      const { command, args } = tool('vitest', [...config, ...reporters])
      const env = {
        ...process.env,
        LECTERN_SEED: chosen,
        LECTERN_SKIP_NOTES: join(folder, 'notes.json'),
        VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
      }
      return passThrough(command, args, { env, stdin: 'ignore' })
    },
    (report, folder) => tallyVitest(report, readStamp(join(folder, 'notes.json'))),
  )
}

function e2e({ electron }) {
  return withReport(
    'e2e',
    (folder) => {
      const player = tool('playwright', [
        'test',
        '-c',
        'tests/e2e/playwright.config.ts',
        '--reporter=list,json',
      ])
      const { command, args } = onDisplay(player.command, player.args)
      const env = {
        ...process.env,
        LECTERN_ELECTRON: electron,
        PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'report.json'),
      }
      return passThrough(command, args, { env, stdin: 'ignore', onStderrLine: stderrFilter(electron) })
    },
    tallyPlaywright,
  )
}

/** In the order they run. */
export const parts = { types, lint, format, unit, e2e }
