/** The command-line tools of the installed packages, run with this Node (no shell on any platform). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

/** The script behind a package's command. */
export function toolScript(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** Program and arguments that run a package's command. */
export function tool(packageName, args, command = packageName) {
  return { command: process.execPath, args: [toolScript(packageName, command), ...args] }
}
