/** `npm test`, or `node scripts/test.mjs PART…`: everything CI runs, or some of it. */
import { ensureBuild } from './build.mjs'
import { ensureElectron } from './ensure-electron.mjs'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { isMain } from './lib/paths.mjs'
import { seconds } from './lib/progress.mjs'
import { Refusal, runMain, sentenceOf } from './lib/refusal.mjs'
import { emptyTally, sum, summaryLine } from './lib/tally.mjs'
import { parts } from './lib/testParts.mjs'
import { ensureSystem } from './system-libs.mjs'

const print = (line) => process.stdout.write(`${line}\n`)

/** The parts asked for, in their own order; all without any. */
export function chosenParts(args, known = Object.keys(parts)) {
  const unknown = args.find((name) => !known.includes(name))
  if (unknown) throw new Refusal(`There is no test part ${unknown}: the parts are ${known.join(', ')}.`)
  return args.length === 0 ? known : known.filter((name) => args.includes(name))
}

/**
 * Gets ready what the parts need. What cannot be had counts as one failure and does not keep
 * the other parts from running.
 */
async function prepare(chosen) {
  /** @type {{ electron: string | undefined, isBuilt: boolean, failures: string[] }} */
  const context = { electron: undefined, isBuilt: false, failures: [] }
  const attempt = async (task) => {
    try {
      return await task()
    } catch (error) {
      context.failures.push(sentenceOf(error))
      return undefined
    }
  }
  if (chosen.includes('e2e')) context.electron = await attempt(ensureElectron)
  if (chosen.includes('e2e') || chosen.includes('unit')) {
    const display = chosen.includes('e2e')
    await attempt(() => ensureSystem({ electron: context.electron, forTests: true, display }))
    context.isBuilt = (await attempt(() => ensureBuild().then(() => true))) ?? false
  }
  return context
}

async function runPart(name, context) {
  const began = Date.now()
  print(`\n${name} …`)
  let tally
  if (name === 'e2e' && (!context.electron || !context.isBuilt)) {
    tally = { ...emptyTally(), failed: 1, problem: 'e2e could not run: what it needs is missing' }
  } else {
    try {
      tally = await parts[name](context)
    } catch (error) {
      tally = { ...emptyTally(), failed: 1, problem: `${name} crashed: ${sentenceOf(error)}` }
    }
  }
  if (tally.problem) print(tally.problem)
  print(`${name}: ${summaryLine(tally)} (${seconds(Date.now() - began)})`)
  return tally
}

/** Runs the parts and prints the summary. @returns {Promise<number>} 0 when nothing failed */
export async function test(args) {
  const chosen = chosenParts(args)
  await ensureNodeModules()
  const context = await prepare(chosen)
  for (const sentence of context.failures) print(sentence)
  const tallies = [{ ...emptyTally(), failed: context.failures.length }]
  for (const name of chosen) tallies.push(await runPart(name, context))

  const total = sum(tallies)
  print('')
  for (const sentence of context.failures) print(`not ready: ${sentence}`)
  for (const { problem } of tallies) if (problem) print(`failed: ${problem}`)
  for (const reason of total.reasons) print(`skipped: ${reason}`)
  print(summaryLine(total))
  return total.failed > 0 ? 1 : 0
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    try {
      return await test(process.argv.slice(2))
    } catch (error) {
      print(sentenceOf(error))
      print('0 passed, 1 failed, 0 skipped')
      return 1
    }
  })
}
