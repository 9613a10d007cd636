import { constants } from 'node:fs'
import { open, readFile, unlink, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

import { logEntrySchema, type LogEntry } from '../../shared/meeting/entries'
import { syncFolder, writeAll, writeDurably } from './durableFile'

/**
 * A journal as found on the disk. `bytes` is how far it can be read, `damage` where it stops being readable,
 * `torn` says that the last line was cut off while it was written.
 */
export type JournalContent = {
  readonly entries: readonly LogEntry[]
  readonly bytes: number
  readonly torn: boolean
  readonly damage: { readonly line: number; readonly unreadLines: number } | null
}

function lineOf(entry: LogEntry): string {
  return `${JSON.stringify(entry)}\n`
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

/** Reads a journal, one entry a line. A missing file is an empty journal. Throws the system's error. */
export async function readJournal(path: string): Promise<JournalContent> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n')
  const tail = lines.pop() ?? ''
  const entries: LogEntry[] = []
  let bytes = 0
  for (const [index, line] of lines.entries()) {
    const entry = entryOf(line)
    if (entry === null) {
      return { entries, bytes, torn: false, damage: { line: index + 1, unreadLines: lines.length - index } }
    }
    entries.push(entry)
    bytes += Buffer.byteLength(line, 'utf8') + 1
  }
  return { entries, bytes, torn: tail !== '', damage: null }
}

/**
 * The journal of one open meeting: entries that wait for the next snapshot. Calls must not overlap; the
 * meeting's queue sees to that.
 */
export class Journal {
  readonly #path: string
  #file: FileHandle | null = null
  #size = 0
  #cutBack = false
  #waiting: LogEntry[]

  /** `found` is what the file holds already; what lies behind its good bytes is cut off at the first append. */
  constructor(path: string, found: Pick<JournalContent, 'entries' | 'bytes'>) {
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
    const bytes = Buffer.from(entries.map(lineOf).join(''), 'utf8')
    const file = await this.#open()
    try {
      await writeAll(file, bytes)
      await file.datasync()
      if ((await file.stat()).nlink === 0)
        throw Object.assign(new Error('The journal was removed'), { code: 'ENOENT' })
    } catch (error) {
      this.#cutBack = true
      await this.#restore(file).catch(() => undefined)
      throw error
    }
    this.#size += bytes.length
    this.#waiting.push(...entries)
  }

  /** Forgets the entries up to `seq`, which a snapshot now holds; removes the file when none are left. */
  async rotate(seq: number): Promise<void> {
    const kept = this.#waiting.filter((entry) => entry.seq > seq)
    await this.close()
    if (kept.length === 0) {
      await unlink(this.#path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
      await syncFolder(dirname(this.#path))
    } else {
      await writeDurably(this.#path, kept.map(lineOf).join(''))
    }
    this.#waiting = kept
    this.#size = Buffer.byteLength(kept.map(lineOf).join(''), 'utf8')
  }

  /** Lets go of the file; the next append opens it again. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close()
  }

  async #open(): Promise<FileHandle> {
    if (this.#file !== null && this.#cutBack) await this.#restore(this.#file)
    if (this.#file !== null) return this.#file
    const file = await open(this.#path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT)
    const { size } = await file.stat()
    if (size === 0) await syncFolder(dirname(this.#path))
    this.#file = file
    if (size !== this.#size) await this.#restore(file)
    return file
  }

  /** Cuts the file back to its last good byte; a file that is gone is let go of. */
  async #restore(file: FileHandle): Promise<void> {
    const { nlink, size } = await file.stat()
    if (nlink === 0) {
      this.#cutBack = false
      await this.close()
      return
    }
    if (size > this.#size) await file.truncate(this.#size)
    await file.datasync()
    this.#cutBack = false
  }
}
