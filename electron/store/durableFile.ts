import { randomBytes } from 'node:crypto'
import fs, { constants } from 'node:fs'
import { access, open, readdir, readlink, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

const TEMP_NAME = /^\..+\.[0-9a-f]{12}\.tmp$/
const MOST_LINKS = 40
const NO_FOLDER_SYNC: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'])

function failure(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/**
 * Writes every byte to an open file, however few the system takes at a time. Without waiting in line for a thread,
 * because the system only copies the bytes: a sync is what takes time. Throws what the write throws, and EIO when
 * it takes none.
 */
export function writeAll(file: number, bytes: Uint8Array): void {
  let offset = 0
  while (offset < bytes.length) {
    const taken = fs.writeSync(file, bytes, offset, bytes.length - offset)
    if (taken <= 0) throw failure('EIO', 'the system took no more bytes')
    offset += taken
  }
}

/** Makes the names in a folder durable. Does nothing where folders cannot be synced (Windows, some network disks). */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(codeOf(error))) throw error
  } finally {
    await handle.close()
  }
}

/** Where a write to `path` ends up: symbolic links are followed, also one whose target is not there yet. */
async function realTarget(path: string): Promise<string> {
  let target = resolve(path)
  for (let links = 0; links < MOST_LINKS; links += 1) {
    try {
      target = resolve(dirname(target), await readlink(target))
    } catch (error) {
      if (['EINVAL', 'ENOENT', 'UNKNOWN'].includes(codeOf(error))) return target
      throw error
    }
  }
  throw failure('ELOOP', `${path} is a link that leads back to itself`)
}

/** The mode of the file that is replaced, or null for a new one. Throws EACCES where nobody may write it. */
async function modeToKeep(target: string): Promise<number | null> {
  const found = await stat(target).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (found === null) return null
  if (found.isDirectory()) throw failure('EISDIR', `${target} is a folder`)
  if (!found.isFile()) throw failure('ENOTFILE', `${target} is a device or a pipe`)
  if ((found.mode & 0o222) === 0) throw failure('EACCES', `${target} is read-only`)
  await access(target, constants.W_OK)
  return found.mode & 0o7777
}

async function writeTemp(temp: string, bytes: Uint8Array, mode: number | null): Promise<void> {
  const file = await open(temp, 'wx', mode === null ? 0o666 : mode & 0o700)
  try {
    if (mode !== null) await file.chmod(mode)
    writeAll(file.fd, bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Replaces a file so that after a crash or a power cut it is either the old or the new one, whole: a new
 * temporary file in the same folder, written and synced, then renamed, then the folder synced. A link is
 * written through, the mode is kept, a file that nobody may write is refused with EACCES even for root.
 * A new file gets the mode `fresh` where one is said: `0o600` for what only its owner may read.
 * Throws the system's error and leaves no temporary file; the old file is untouched then, unless only the
 * folder's sync failed.
 */
export async function writeDurably(
  path: string,
  text: string | Uint8Array,
  fresh: number | null = null,
): Promise<void> {
  const target = await realTarget(path)
  const mode = (await modeToKeep(target)) ?? fresh
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const temp = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeTemp(temp, bytes, mode)
    await rename(temp, target)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') await unlink(temp).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(target))
}

/** Tells which file stands under a name; null where none can be seen. A file that was replaced is another one. */
export async function fileNumber(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  return found === null ? null : `${found.dev}:${found.ino}`
}

/** Removes the temporary files a crash left in a folder; returns their names. Only for the folder's one writer. */
export async function sweepTemps(folder: string): Promise<readonly string[]> {
  const stale = (await readdir(folder)).filter((name) => TEMP_NAME.test(name))
  await Promise.all(stale.map((name) => unlink(join(folder, name))))
  return stale
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'Your share of the disk is used up',
  EFBIG: 'The file would be bigger than this system allows',
  EACCES: 'The file or its folder is read-only',
  EPERM: 'The file or its folder is read-only',
  EROFS: 'The disk is read-only',
  ENOENT: 'The folder is not there',
  ENOTDIR: 'The folder is not there',
  EISDIR: 'There is a folder of that name',
  ENOTFILE: 'There is a device or a pipe of that name',
  ENAMETOOLONG: 'The file name is too long',
  EIO: 'The disk reported an error',
  EMFILE: 'Too many files are open',
  ELOOP: 'The file is a link that leads back to itself',
}

/**
 * What went wrong with a file, for people. `what` is what did not happen, in the past tense and without a
 * full stop: `sentenceFor(error, 'the entry was not saved')` → "The disk is full: the entry was not saved."
 */
export function sentenceFor(error: unknown, what: string): string {
  const code = codeOf(error)
  const known = reasons[code]
  if (known !== undefined) return `${known}: ${what}.`
  return `Something went wrong on the disk (${code === '' ? 'no code' : code}): ${what}.`
}
