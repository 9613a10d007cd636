/**
 * Finds out which system libraries and programs are missing on Linux. As root on Debian and Ubuntu
 * (as in CI) it installs them; anyone else gets the exact line to run.
 */
import { dirname } from 'node:path'
import { ensureElectron } from './ensure-electron.mjs'
import { run, which } from './lib/child.mjs'
import { hasDisplay } from './lib/display.mjs'
import { isMain } from './lib/paths.mjs'
import { withProgress } from './lib/progress.mjs'
import { Refusal, runMain } from './lib/refusal.mjs'
import { failure } from './lib/sentences.mjs'
import {
  displayPrograms,
  hasProgram,
  missingLibraries,
  packagesFor,
  testPrograms,
} from './lib/systemNeeds.mjs'

/**
 * Makes sure that the binary can be run.
 * @param {{ electron?: string, forTests?: boolean, display?: boolean, programs?: string[] }} needs the
 *   binary to look at; whether the programs of the tests are needed; whether a display (a virtual one
 *   if need be) is; other programs
 */
export async function ensureSystem(needs) {
  if (process.platform !== 'linux') return
  const missing = await whatIsMissing(needs)
  if (missing.libraries.length + missing.programs.length === 0) return
  if (!which('apt-get')) throw new Refusal(byHand(missing))
  if (process.getuid() !== 0) throw new Refusal(aptLine(await packageNames(missing)))

  await withProgress('Installing system libraries', () => install(missing))
  const still = await whatIsMissing(needs)
  const left = [...still.libraries, ...still.programs]
  if (left.length > 0) {
    throw new Refusal(
      `Still missing after the installation: ${left.join(', ')}; install what brings them and run the command again.`,
    )
  }
}

async function whatIsMissing({ electron, forTests = false, display = true, programs: others = [] }) {
  const ofDisplay = display && !hasDisplay() ? displayPrograms : []
  const wanted = [...ofDisplay, ...(forTests ? testPrograms : []), ...others]
  const programs = wanted.filter((program) => !hasProgram(program, which))
  if (!electron || !which('ldd')) return { libraries: [], programs }
  const env = { ...process.env, LD_LIBRARY_PATH: dirname(electron), LC_ALL: 'C' }
  const { stdout } = await run('ldd', [electron], { env })
  return { libraries: missingLibraries(stdout), programs }
}

async function packageNames(missing) {
  const { stdout } = await run('apt-cache', ['--no-generate', 'pkgnames'])
  const known = new Set(stdout.split('\n'))
  return packagesFor(missing, (name) => known.has(name))
}

async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  const wait = ['-o', 'DPkg::Lock::Timeout=120']
  const update = await run('apt-get', ['update', '-qq', ...wait], { env })
  const names = await packageNames(missing)
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...wait, ...names]
  const result = await run('apt-get', args, { env })
  if (result.code === 0) return
  const output = `${result.stderr}\n${update.stderr}`
  if (/Failed to fetch|Could not resolve|Unable to locate|no installation candidate/i.test(output)) {
    throw new Refusal(
      `The system's packages cannot be reached: connect to the network, or have ${names.join(' ')} installed, and run the command again.`,
    )
  }
  throw new Refusal(failure('Installing system libraries', output))
}

/** The sentence for a user who may install packages with sudo. */
export function aptLine(names) {
  return `System libraries are missing; install them, then run the command again: sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`
}

function byHand({ libraries, programs }) {
  return `Missing on this system: ${[...libraries, ...programs].join(', ')}; install what brings them with your package manager and run the command again.`
}

if (isMain(import.meta.url)) {
  const forTests = process.argv.includes('--tests')
  await runMain(async () => ensureSystem({ electron: await ensureElectron(), forTests }))
}
