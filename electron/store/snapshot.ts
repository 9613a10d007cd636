import { Low, type Adapter } from 'lowdb'

import { fold } from '../../shared/meeting/apply'
import type { LogEntry } from '../../shared/meeting/entries'
import { toMeetingFile, type MeetingFile } from '../../shared/meeting/file'
import type { Meeting } from '../../shared/meeting/schema'
import { writeDurably } from './durableFile'
import { readJsonFile } from './jsonFile'

/** What a snapshot left on the disk: the last entry it holds and its size in bytes. */
export type SnapshotDone = { readonly seq: number; readonly bytes: number }

/** Keeps a copy of one meeting and writes it when asked, away from the capture path. */
export type Snapshots = {
  readonly add: (entries: readonly LogEntry[]) => void
  /** Rejects with the system's error; the file on the disk is then the old one. */
  readonly write: () => Promise<SnapshotDone>
  readonly close: () => Promise<void>
}

/** Where snapshots are made, in this thread or in a worker: the caller's choice. */
export type SnapshotsFor = (path: string, meeting: Meeting, log: readonly LogEntry[]) => Snapshots

/** A lowdb adapter for one JSON file that survives a crash at any moment. Reading refuses by throwing. */
export function durableJson<T>(path: string, written: (bytes: number) => void = () => undefined): Adapter<T> {
  return {
    read: async () => {
      const found = await readJsonFile(path)
      if (!found.ok) throw new Error(found.refusal.sentence)
      return found.value as T
    },
    write: async (data) => {
      const bytes = Buffer.from(`${JSON.stringify(data, null, 2)}\n`, 'utf8')
      await writeDurably(path, bytes)
      written(bytes.length)
    },
  }
}

/** Snapshots made in this thread. */
export const snapshotsHere: SnapshotsFor = (path, meeting, log) => {
  let bytes = 0
  let current = meeting
  const entries = [...log]
  const database = new Low<MeetingFile>(
    durableJson(path, (size) => {
      bytes = size
    }),
    toMeetingFile(meeting, entries),
  )
  return {
    add: (added) => {
      current = fold(current, added)
      entries.push(...added)
    },
    write: async () => {
      const seq = entries.at(-1)?.seq ?? 0
      database.data = toMeetingFile(current, entries)
      await database.write()
      return { seq, bytes }
    },
    close: async () => undefined,
  }
}
