import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { uuidv7 } from 'uuidv7'

import { onClocksOf } from '../../shared/capture/zone'
import type { Library, OpenMeeting } from '../../shared/ipc'
import { replay } from '../../shared/meeting/apply'
import type { Command } from '../../shared/meeting/commands'
import { createMeeting, type NewMeeting } from '../../shared/meeting/decide'
import type { LogEntry, SaidEntry } from '../../shared/meeting/entries'
import { toMeetingFile } from '../../shared/meeting/file'
import { EMPTY_LOG, seal } from '../../shared/meeting/log'
import type { Author, Meeting } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import type { DataDir } from './dataDir'
import { sentenceFor } from './durableFile'
import { meetingPaths, readMeeting } from './meetingFolder'
import { MeetingList } from './meetingList'
import { MeetingQueue } from './meetingQueue'
import { nextSalt } from './salt'
import { durableJson, type SnapshotsFor } from './snapshot'

/** What the store takes from outside: the disk, the clock, who is writing, and whom to tell. */
export type StoreOptions = {
  readonly dataDir: Pick<DataDir, 'meetings' | 'quarantine' | 'backups'>
  readonly snapshots: SnapshotsFor
  readonly now: () => Date
  readonly author: () => Author
  /** An entry that the disk has, in their order; `meeting` is as it is now, after all of its batch. */
  readonly onEntry: (meeting: Meeting, entry: SaidEntry) => void
  /** A meeting was joined with a copy: it is another one now, and every window needs it whole. */
  readonly onReplaced: (meeting: Meeting) => void
  /** A snapshot that failed: nothing is lost, the journal keeps it; the reason is worth keeping too. */
  readonly onFault: (fault: unknown) => void
}

/** A meeting from elsewhere, with its log. */
export type MeetingCopy = { readonly meeting: Meeting; readonly log: readonly LogEntry[] }

/** All meetings on this machine. Each open one has a queue of its own; a meeting changes only through it. */
export class MeetingStore {
  readonly #options: StoreOptions
  readonly #open = new Map<string, Promise<Result<MeetingQueue>>>()
  readonly #queues = new Map<string, MeetingQueue>()
  readonly #list: MeetingList

  constructor(options: StoreOptions) {
    this.#options = options
    this.#list = new MeetingList(options.dataDir.meetings, options.dataDir.quarantine)
  }

  /** Every meeting in the folder, and the files that cannot be read with the reason. */
  async list(): Promise<Library> {
    return this.#list.read((id) => this.#queues.get(id)?.meeting ?? null)
  }

  /** Makes a meeting; when this resolves with its id it is on the disk. */
  async create(wanted: Omit<NewMeeting, 'id'>): Promise<Result<{ id: string }>> {
    const id = uuidv7()
    const body = createMeeting({ ...wanted, id })
    if (!body.ok) return body
    const entry = seal(body.value, EMPTY_LOG, this.#stamp(uuidv7(), wanted.timeZone))
    const meeting = replay([entry])
    if (meeting === null) return refuse('empty', 'The meeting could not be made.')
    try {
      await durableJson(meetingPaths(this.#options.dataDir.meetings, id).file).write(
        toMeetingFile(meeting, [entry]),
      )
    } catch (error) {
      return refuse('disk', sentenceFor(error, 'the meeting was not made'))
    }
    return accept({ id })
  }

  /** A meeting as a window holds it. */
  async open(id: string): Promise<Result<OpenMeeting>> {
    const queue = await this.#queue(id)
    return queue.ok ? accept(queue.value.view()) : queue
  }

  /** The meeting with its log, for the record. */
  async read(id: string): Promise<Result<{ meeting: Meeting; log: readonly LogEntry[] }>> {
    const queue = await this.#queue(id)
    return queue.ok ? accept({ meeting: queue.value.meeting, log: queue.value.log }) : queue
  }

  /**
   * Runs a command. When this resolves with an entry, the disk has it. The same `entryId` again gives the
   * same entry, so a retry never makes two.
   */
  async run(id: string, entryId: string, command: Command): Promise<Result<{ entry: SaidEntry }>> {
    const queue = await this.#queue(id)
    return queue.ok ? queue.value.run(entryId, command) : queue
  }

  /**
   * Takes in a sound copy of a meeting: joins it with the one that is here, or keeps it where there is none. What
   * was here before is kept in `backups`. `added` counts the entries that are new here.
   */
  async takeIn({ meeting, log }: MeetingCopy): Promise<Result<{ joined: boolean; added: number }>> {
    const { file } = meetingPaths(this.#options.dataDir.meetings, meeting.id)
    const there = await stat(file).catch(() => null)
    if (there !== null) {
      const queue = await this.#queue(meeting.id)
      const merged = queue.ok ? await queue.value.merge(log) : queue
      return merged.ok ? accept({ joined: true, ...merged.value }) : merged
    }
    try {
      await durableJson(file).write(toMeetingFile(meeting, log))
    } catch (error) {
      return refuse('disk', sentenceFor(error, 'the copy was not imported'))
    }
    return accept({ joined: false, added: log.length })
  }

  /** Waits for everything acknowledged and leaves one file a meeting where the disk allows it. */
  async close(): Promise<void> {
    await Promise.all(this.#open.values())
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()))
    this.#queues.clear()
    this.#open.clear()
  }

  #stamp(id: string, timeZone: string) {
    const { now, author } = this.#options
    return {
      id,
      at: onClocksOf(timeZone, now()),
      by: author(),
      salt: nextSalt(),
    }
  }

  #queue(id: string): Promise<Result<MeetingQueue>> {
    const known = this.#open.get(id)
    if (known !== undefined) return known
    const opening = this.#read(id).then((queue) => {
      if (queue.ok) this.#queues.set(id, queue.value)
      else this.#open.delete(id)
      return queue
    })
    this.#open.set(id, opening)
    return opening
  }

  async #read(id: string): Promise<Result<MeetingQueue>> {
    const { dataDir, snapshots, onEntry, onReplaced, onFault } = this.#options
    try {
      const stored = await readMeeting(dataDir.meetings, id, dataDir.quarantine)
      if (!stored.ok) return stored
      const stamp = (entryId: string, timeZone: string) => this.#stamp(entryId, timeZone)
      const paths = meetingPaths(dataDir.meetings, id)
      const backup = (head: string) => join(dataDir.backups, `${id}-${head.slice(0, 12)}.json`)
      const told = { onEntry, onReplaced, onFault }
      return accept(new MeetingQueue({ stored: stored.value, paths, backup, snapshots, stamp, ...told }))
    } catch (error) {
      return refuse('disk', sentenceFor(error, 'the meeting was not opened'))
    }
  }
}
