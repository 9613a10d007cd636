import { constants, fstatSync } from 'node:fs'
import { open, readFile, stat, truncate, unlink, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

import { logEntrySchema, type LogEntry } from '../../shared/meeting/entries'
import { syncFolder, writeAll, writeDurably } from './durableFile'

/**
 * A journal as found on the disk. `ends` is where each entry's line ends, in bytes; `damage` where it stops
 * being readable; `torn` says that the last line was cut off while it was written.
 */
export type JournalContent = {
  readonly entries: readonly LogEntry[]
  readonly ends: readonly number[]
  readonly torn: boolean
  readonly damage: { readonly line: number; readonly unreadLines: number } | null
}

const LINE_FEED = 0x0a

function linesOf(entries: readonly LogEntry[]): Buffer {
  return Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), 'utf8')
}

function entryOf(line: string): LogEntry | null {
  try {
    const value: unknown = JSON.parse(line)
    return logEntrySchema.safeParse(value).success ? (value as LogEntry) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What `work` gives, or `absent` where there is no such file. */
async function unlessMissing<T>(work: Promise<T>, absent: T): Promise<T> {
  return work.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return absent
  })
}

/** Reads a journal, one entry a line. A missing file is an empty journal. Throws the system's error. */
export async function readJournal(path: string): Promise<JournalContent> {
  const bytes = await unlessMissing<Buffer>(readFile(path), Buffer.alloc(0))
  const entries: LogEntry[] = []
  const ends: number[] = []
  let start = 0
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    const entry = entryOf(bytes.toString('utf8', start, end))
    if (entry === null) {
      const unreadLines = bytes.subarray(start).filter((byte) => byte === LINE_FEED).length
      return { entries, ends, torn: false, damage: { line: entries.length + 1, unreadLines } }
    }
    start = end + 1
    entries.push(entry)
    ends.push(start)
  }
  return { entries, ends, torn: start < bytes.length, damage: null }
}

/**
 * The entries of a journal that a log does not hold. Where copies were joined the log holds those of an older
 * journal at other places than they had.
 */
export function notHeldIn(log: readonly LogEntry[], entries: readonly LogEntry[]): readonly LogEntry[] {
  const held = new Set(entries.length === 0 ? [] : log.map(({ hash }) => hash))
  return entries.filter(({ hash }) => !held.has(hash))
}

/**
 * The journal of one open meeting: entries that wait for the next snapshot. Calls must not overlap; the
 * meeting's queue sees to that.
 */
export class Journal {
  readonly #path: string
  #file: FileHandle | null = null
  #size: number
  #waiting: LogEntry[]
  #trusted = true

  /** `found` is what the file holds already; what lies behind its `bytes` is cut off at the first append. */
  constructor(path: string, found: { readonly entries: readonly LogEntry[]; readonly bytes: number }) {
    this.#path = path
    this.#waiting = [...found.entries]
    this.#size = found.bytes
  }

  /** Bytes of the entries that wait for a snapshot. */
  get size(): number {
    return this.#size
  }

  /** How many entries wait for a snapshot. */
  get length(): number {
    return this.#waiting.length
  }

  /**
   * Writes entries and waits until the disk has them: one sync for the batch. On failure nothing of the
   * batch stays behind and the system's error is thrown; the next call may succeed.
   */
  async append(entries: readonly LogEntry[]): Promise<void> {
    const bytes = linesOf(entries)
    const file = this.#file ?? (await this.#open())
    try {
      writeAll(file.fd, bytes)
      await file.datasync()
      this.#checkEnd(file, this.#size + bytes.length)
    } catch (error) {
      await this.close().catch(() => undefined)
      await this.#mend().catch(() => undefined)
      throw error
    }
    this.#size += bytes.length
    for (const entry of entries) this.#waiting.push(entry)
  }

  /** Forgets the entries up to `seq`, which a snapshot now holds; removes the file when none are left. */
  async rotate(seq: number): Promise<void> {
    const kept = this.#waiting.filter((entry) => entry.seq > seq)
    const bytes = linesOf(kept)
    await this.close()
    if (kept.length > 0) await writeDurably(this.#path, bytes)
    else if (
      await unlessMissing(
        unlink(this.#path).then(() => true),
        false,
      )
    )
      await syncFolder(dirname(this.#path))
    this.#waiting = kept
    this.#size = bytes.length
  }

  /** Lets go of the file; the next append opens it again. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close()
  }

  async #open(): Promise<FileHandle> {
    await this.#mend()
    const file = await open(this.#path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT)
    try {
      if (this.#size === 0) await syncFolder(dirname(this.#path))
    } catch (error) {
      await file.close()
      throw error
    }
    this.#file = file
    return file
  }

  /** Nobody else writes here: a file of another length, or one without a name, was changed from outside. */
  #checkEnd(file: FileHandle, end: number): void {
    const { nlink, size } = fstatSync(file.fd)
    if (nlink > 0 && size === end) return
    this.#trusted = false
    throw Object.assign(new Error('The journal was changed'), { code: nlink === 0 ? 'ENOENT' : 'EIO' })
  }

  /**
   * Makes the file hold the waiting entries and nothing else, whatever a failed write, a crash or another
   * program left: more is cut off, and what is no longer there is written anew.
   */
  async #mend(): Promise<void> {
    const size = await unlessMissing(
      stat(this.#path).then((found) => found.size),
      0,
    )
    if (this.#trusted && size > this.#size) await this.#cut()
    if (this.#trusted && size >= this.#size) return
    const bytes = linesOf(this.#waiting)
    await writeDurably(this.#path, bytes)
    this.#size = bytes.length
    this.#trusted = true
  }

  async #cut(): Promise<void> {
    await truncate(this.#path, this.#size)
    const file = await open(this.#path, 'r+')
    try {
      await file.datasync()
    } finally {
      await file.close()
    }
  }
}
