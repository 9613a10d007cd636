import fs, { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { vi } from 'vitest'

import { prepareDataDir, type DataDir } from '../../../electron/store/dataDir'
import { MeetingStore, type StoreOptions } from '../../../electron/store/meetingStore'
import { snapshotsHere, type SnapshotsFor } from '../../../electron/store/snapshot'
import type { Command } from '../../../shared/meeting/commands'
import type { LogEntry } from '../../../shared/meeting/entries'
import { chainFaults } from '../../../shared/meeting/log'
import type { Meeting } from '../../../shared/meeting/schema'
import { author, BERLIN, idOf, must, say } from '../../helpers/meetings'
import { smallPlaybook } from '../../fixtures/playbook-small'

/** What a store must never forget: what it had acknowledged by some moment. */
export type Promised = { readonly log: readonly LogEntry[]; readonly meeting: Meeting }

/** Copies a folder in one go, so that nothing but a call already with the system can happen meanwhile. */
function copyNow(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const found of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, found.name), join(to, found.name)]
    if (found.isDirectory()) copyNow(source, target)
    else copyUnlessGone(source, target)
  }
}

function copyUnlessGone(source: string, target: string): void {
  try {
    copyFileSync(source, target)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** A data folder of its own; `clear` closes its stores and removes its files, and what its crashes left. */
export class Lab {
  readonly dataDir: DataDir
  readonly #stores: MeetingStore[] = []
  readonly #crashed: Lab[] = []

  private constructor(dataDir: DataDir) {
    this.dataDir = dataDir
  }

  static async open(root?: string): Promise<Lab> {
    return new Lab(await prepareDataDir(root ?? (await mkdtemp(join(tmpdir(), 'lectern-store-')))))
  }

  store(options: Partial<StoreOptions> = {}): MeetingStore {
    let seconds = 0
    const store = new MeetingStore({
      dataDir: this.dataDir,
      snapshots: snapshotsHere,
      now: () => new Date(Date.parse('2026-11-24T13:00:00Z') + (seconds += 1) * 1000),
      author: () => author,
      onEntry: () => undefined,
      onReplaced: () => undefined,
      onFault: () => undefined,
      ...options,
    })
    this.#stores.push(store)
    return store
  }

  /** What a crash at this moment leaves, opened like the app opens it. */
  async crash(): Promise<Lab> {
    const root = await mkdtemp(join(tmpdir(), 'lectern-crash-'))
    copyNow(this.dataDir.root, root)
    const left = await Lab.open(root)
    this.#crashed.push(left)
    return left
  }

  journal(id: string): string {
    return join(this.dataDir.meetings, `${id}.journal`)
  }

  file(id: string): string {
    return join(this.dataDir.meetings, `${id}.json`)
  }

  async names(): Promise<readonly string[]> {
    return (await readdir(this.dataDir.meetings)).toSorted()
  }

  async setAside(): Promise<readonly Buffer[]> {
    const { quarantine } = this.dataDir
    return Promise.all((await readdir(quarantine)).map((name) => readFile(join(quarantine, name))))
  }

  async clear(): Promise<void> {
    await Promise.all(this.#stores.map((store) => store.close().catch(() => undefined)))
    await Promise.all(this.#crashed.map((left) => left.clear()))
    await rm(this.dataDir.root, { recursive: true, force: true })
  }
}

/** Makes a meeting and starts it. */
export async function liveMeeting(store: MeetingStore): Promise<string> {
  const { id } = must(
    await store.create({
      title: 'Halt release 4.2',
      plannedStart: null,
      place: '',
      timeZone: BERLIN,
      playbook: smallPlaybook,
    }),
  )
  must(await store.run(id, idOf(1000), say.start))
  return id
}

/** Captures notes one after the other; returns the entries that were acknowledged. */
export async function captureNotes(
  store: MeetingStore,
  id: string,
  from: number,
  to: number,
  padding = '',
): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for (let n = from; n < to; n += 1)
    entries.push(must(await store.run(id, idOf(n), say.note(`note ${n}${padding}`))).entry)
  return entries
}

export async function runAll(
  store: MeetingStore,
  id: string,
  commands: readonly Command[],
  from = 1,
): Promise<void> {
  await Promise.all(commands.map((command, index) => store.run(id, idOf(from + index), command)))
}

export async function promised(store: MeetingStore, id: string): Promise<Promised> {
  return must(await store.read(id))
}

/** What is wrong with a log after a crash: entries that are missing, doubled, invented, or a broken chain. */
export function lossesOf(found: readonly LogEntry[], acknowledged: readonly LogEntry[]): string[] {
  const ids = found.map((entry) => entry.id)
  return [
    ...acknowledged.filter((entry) => !ids.includes(entry.id)).map((entry) => `lost ${entry.id}`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice ${id}`),
    ...chainFaults(found).map(({ index, reason }) => `log[${index}]: ${reason}`),
  ]
}

/** Snapshots in this thread, with something done right before and right after each is written. */
export function snapshotsWith(hooks: {
  readonly before?: (path: string) => Promise<void>
  readonly after?: () => Promise<void>
}): SnapshotsFor {
  return (path, meeting, log) => {
    const inner = snapshotsHere(path, meeting, log)
    return {
      ...inner,
      write: async () => {
        await hooks.before?.(path)
        const done = await inner.write()
        await hooks.after?.()
        return done
      },
    }
  }
}

/** A disk that never takes a snapshot, so that everything stays in the journal. */
export const noSnapshots: SnapshotsFor = (...from) => ({
  ...snapshotsHere(...from),
  write: () => Promise.reject(systemError('ENOSPC')),
})

type FileMethods = {
  sync: (this: unknown) => Promise<void>
  datasync: (this: unknown) => Promise<void>
}

/** The methods that every open file shares, to be spied on. */
export async function fileMethods(): Promise<FileMethods> {
  const handle = await open(process.execPath, 'r')
  await handle.close()
  return Object.getPrototypeOf(handle) as FileMethods
}

/** A system error with its code. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

type Write = (file: number, bytes: Uint8Array, offset: number, length: number) => number

/** Puts something in the place of the system's write; `write` is the real one. Gives what takes it away again. */
export function insteadOfWrite(made: (write: Write) => Write) {
  const { writeSync } = fs
  const write: Write = (file, bytes, offset, length) => writeSync(file, bytes, offset, length)
  return vi.spyOn(fs, 'writeSync').mockImplementation(made(write) as typeof writeSync)
}

/** Lets the next write take half of its bytes and then fail with the code; what it took stays in the file. */
export function halfWriteThen(code: string): void {
  let calls = 0
  const spy = insteadOfWrite((write) => (file, bytes, offset, length) => {
    calls += 1
    if (calls === 1) return write(file, bytes, offset, Math.ceil(length / 2))
    spy.mockRestore()
    throw systemError(code)
  })
}
