import type { OpenMeeting } from '../../shared/ipc'
import { apply } from '../../shared/meeting/apply'
import type { Command } from '../../shared/meeting/commands'
import { decide } from '../../shared/meeting/decide'
import type { LogEntry } from '../../shared/meeting/entries'
import { seal, type Stamp } from '../../shared/meeting/log'
import type { Meeting } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { sentenceFor } from './durableFile'
import { Journal } from './journal'
import type { StoredMeeting } from './meetingFolder'
import type { Snapshots, SnapshotsFor } from './snapshot'

const IDLE_MS = 2_000
const JOURNAL_SHARE = 1 / 8
const JOURNAL_LEAST = 64

type Answer = Result<{ entry: LogEntry }>
type Waiting = { readonly id: string; readonly command: Command; readonly answer: (answer: Answer) => void }
type Options = {
  readonly stored: StoredMeeting
  readonly paths: { readonly file: string; readonly journal: string }
  readonly snapshots: SnapshotsFor
  readonly stamp: (entryId: string, timeZone: string) => Stamp
  readonly onEntry: (meeting: Meeting, entry: LogEntry) => void
}

/**
 * The one writer of one open meeting. Commands that arrive while the disk is busy share the next sync;
 * the meeting in memory changes only after the disk said yes.
 */
export class MeetingQueue {
  readonly #options: Options
  readonly #log: LogEntry[]
  readonly #byId: Map<string, LogEntry>
  readonly #journal: Journal
  #snapshots: Snapshots | null = null
  #meeting: Meeting
  #fileBytes: number
  #waiting: Waiting[] = []
  #turn: Promise<void> = Promise.resolve()
  #called = false
  #snapshotting: Promise<void> | null = null
  #idle: ReturnType<typeof setTimeout> | null = null

  constructor(options: Options) {
    this.#options = options
    this.#log = options.stored.log
    this.#byId = new Map(this.#log.map((entry) => [entry.id, entry]))
    this.#meeting = options.stored.meeting
    this.#fileBytes = options.stored.fileBytes
    this.#journal = new Journal(options.paths.journal, options.stored.journal)
    if (this.#journal.length > 0 && !options.stored.readOnly) this.#snapshotSoon()
  }

  /** The meeting as the disk has it. */
  get meeting(): Meeting {
    return this.#meeting
  }

  /** Its log as the disk has it. */
  get log(): readonly LogEntry[] {
    return [...this.#log]
  }

  /** The meeting as a window holds it. */
  view(): OpenMeeting {
    const { readOnly, notice } = this.#options.stored
    return { meeting: this.#meeting, seq: this.#log.at(-1)?.seq ?? 0, readOnly, notice }
  }

  /** See `MeetingStore.run`. */
  run(id: string, command: Command): Promise<Answer> {
    if (this.#options.stored.readOnly) {
      return Promise.resolve(
        refuse('readOnly', this.#options.stored.notice ?? 'This meeting is open for reading only.'),
      )
    }
    return new Promise((answer) => {
      this.#waiting.push({ id, command, answer })
      if (this.#called) return
      this.#called = true
      this.#turn = this.#turn.then(() => this.#work())
    })
  }

  /** Waits for the disk, writes the last snapshot and lets go of the files. A failed snapshot leaves the journal. */
  async close(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle)
    await this.#turn
    await this.#snapshotting
    if (this.#journal.length > 0 && !this.#options.stored.readOnly)
      await this.#snapshot().catch(() => undefined)
    await this.#journal.close()
    await this.#snapshots?.close()
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) await this.#batch(this.#waiting.splice(0))
    this.#called = false
    this.#scheduleSnapshot()
  }

  async #batch(batch: readonly Waiting[]): Promise<void> {
    const start = this.#log.length
    const accepted: { readonly entry: LogEntry; readonly meeting: Meeting }[] = []
    let tentative = this.#meeting
    const outcomes = batch.map(({ id, command, answer }) => {
      const decided = this.#decided(tentative, id, command)
      if (decided.ok && decided.value.fresh) {
        const { entry } = decided.value
        tentative = apply(tentative, entry)
        this.#log.push(entry)
        this.#byId.set(id, entry)
        accepted.push({ entry, meeting: tentative })
      }
      return { answer, decided }
    })
    const failure = accepted.length === 0 ? null : await this.#captureAll(accepted.map(({ entry }) => entry))
    if (failure === null) this.#meeting = tentative
    else for (const { id } of this.#log.splice(start)) this.#byId.delete(id)
    if (failure === null) for (const { entry, meeting } of accepted) this.#options.onEntry(meeting, entry)
    for (const { answer, decided } of outcomes) {
      if (!decided.ok) answer(decided)
      else answer(failure !== null && decided.value.fresh ? failure : accept({ entry: decided.value.entry }))
    }
  }

  #decided(meeting: Meeting, id: string, command: Command): Result<{ entry: LogEntry; fresh: boolean }> {
    const known = this.#byId.get(id)
    if (known !== undefined) return accept({ entry: known, fresh: false })
    const last = this.#log.at(-1)
    const stamp = this.#options.stamp(id, meeting.timeZone)
    const body = decide(meeting, command, { at: stamp.at, id, history: this.#log })
    if (!body.ok) return body
    return accept({
      entry: seal(body.value, { seq: last?.seq ?? 0, hash: last?.hash ?? null }, stamp),
      fresh: true,
    })
  }

  async #captureAll(entries: readonly LogEntry[]): Promise<Result<never> | null> {
    try {
      await this.#journal.append(entries)
      this.#snapshotsOf(entries)
      return null
    } catch (error) {
      return refuse(
        'disk',
        sentenceFor(
          error,
          'nothing was saved, your text is still here. Free some space or check the folder, then press Enter again',
        ),
      )
    }
  }

  #snapshotsOf(added: readonly LogEntry[]): Snapshots {
    if (this.#snapshots === null) {
      const known = this.#log.slice(0, this.#log.length - added.length)
      this.#snapshots = this.#options.snapshots(this.#options.paths.file, this.#meeting, known)
    }
    if (added.length > 0) this.#snapshots.add(added)
    return this.#snapshots
  }

  #scheduleSnapshot(): void {
    const outgrown =
      this.#journal.length >= JOURNAL_LEAST && this.#journal.size > this.#fileBytes * JOURNAL_SHARE
    if (outgrown) this.#snapshotSoon()
    if (this.#idle !== null) clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.#snapshotSoon(), IDLE_MS)
  }

  #snapshotSoon(): void {
    if (this.#snapshotting !== null || this.#journal.length === 0) return
    this.#snapshotting = this.#snapshot()
      .catch(() => undefined)
      .finally(() => {
        this.#snapshotting = null
      })
  }

  /** Rotates the journal inside the queue: never beside a running append. */
  async #snapshot(): Promise<void> {
    const { seq, bytes } = await this.#snapshotsOf([]).write()
    this.#fileBytes = bytes
    const rotation = this.#turn.then(() => this.#journal.rotate(seq))
    this.#turn = rotation.catch(() => undefined)
    await rotation
  }
}
