import { join } from 'node:path'

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** The built command line, which runs under plain Node. */
export const CLI = join(ROOT, 'out', 'main', 'cli.cjs')
