import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { meetingFileSchema, type MeetingFile } from '../../shared/meeting/file'
import { CLI } from './paths'

const run = promisify(execFile)

/** The paths of all meeting files in a data folder. */
export function meetingPaths(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'meetings')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
}

/** The path of the one meeting in a data folder. */
export function meetingPath(dataDir: string): string {
  const [path, ...more] = meetingPaths(dataDir)
  if (path === undefined || more.length > 0) throw new Error(`${dataDir} does not hold exactly one meeting`)
  return path
}

/** A meeting file as it lies on the disk. */
export function readMeetingFile(path: string): MeetingFile {
  return meetingFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

export type Outcome = { readonly code: number; readonly out: string; readonly err: string }

/** Runs the command line under plain Node. */
export async function cli(...args: readonly string[]): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(process.execPath, [CLI, ...args])
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number') throw error
    const of = (name: string) => String(Reflect.get(error, name) ?? '')
    return { code: error.code, out: of('stdout'), err: of('stderr') }
  }
}

/** The text of a PDF as poppler reads it, with every run of white space as one space. */
export async function pdfText(path: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', path, '-'])
  return stdout.replaceAll(/\s+/g, ' ')
}

/** The paper of a PDF's first page as poppler names it: `A4` or `letter`. */
export async function pdfPaper(path: string): Promise<string> {
  const { stdout } = await run('pdfinfo', [path])
  return /^Page size:.*\((\w+)\)$/m.exec(stdout)?.[1] ?? stdout
}
