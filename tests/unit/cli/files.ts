import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { run } from '../../../electron/cli/run'
import { toMeetingFile } from '../../../shared/meeting/file'
import { MADE_AT, RESOURCES, type Made } from '../record/meetings'

/** A folder that is gone after `work`. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-cli-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The content of a meeting's file, indented as the store writes it. */
export function fileText({ meeting, log }: Made): string {
  return `${JSON.stringify(toMeetingFile(meeting, log), null, 2)}\n`
}

/** Writes files and returns the path of the first. */
export async function write(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return join(folder, Object.keys(files)[0] ?? '')
}

/** Every file of a folder with its bytes, to prove that nothing changed. */
export async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).toSorted()
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')] as const),
    ),
  )
}

/** Runs the command line as the program does. */
export function lectern(...args: readonly string[]) {
  return run(args, { resources: RESOURCES, now: MADE_AT, dataDir: null })
}
