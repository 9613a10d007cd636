import type { OpenMeeting } from '../../shared/ipc'
import { folding } from '../../shared/meeting/apply'
import type { Command } from '../../shared/meeting/commands'
import { decide } from '../../shared/meeting/decide'
import { isSaid, type LogEntry, type SaidEntry } from '../../shared/meeting/entries'
import { seal, type Stamp } from '../../shared/meeting/log'
import type { Meeting } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { sentenceFor } from './durableFile'
import { Journal } from './journal'
import type { StoredMeeting } from './meetingFolder'
import { sha256Here } from './sha256'
import type { Snapshots, SnapshotsFor } from './snapshot'

const IDLE_MS = 2_000
const JOURNAL_SHARE = 1 / 8
/** Bytes: a snapshot beside captures costs them disk time, so it waits for a pause of theirs if it can. */
const JOURNAL_LEAST = 1024 * 1024

type Answer = Result<{ entry: SaidEntry }>
type Waiting = {
  readonly id: string
  readonly command: Command
  readonly answer: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}
/** The tentative head: the meeting with the entries of one batch, which the disk does not have yet. */
type Head = {
  meeting: Meeting
  readonly entries: SaidEntry[]
  readonly next: (entry: SaidEntry) => Meeting
}
type Options = {
  readonly stored: StoredMeeting
  readonly paths: { readonly file: string; readonly journal: string }
  readonly snapshots: SnapshotsFor
  readonly stamp: (entryId: string, timeZone: string) => Stamp
  readonly onEntry: (meeting: Meeting, entry: SaidEntry) => void
  readonly onFault: (fault: unknown) => void
}

/**
 * The one writer of one open meeting. Commands that arrive while the disk is busy share the next sync;
 * the meeting in memory changes only after the disk said yes.
 */
export class MeetingQueue {
  readonly #options: Options
  /** What the disk has, then what is on its way there: the first `#saved` of it are safe. */
  readonly #log: LogEntry[]
  readonly #byId: Map<string, SaidEntry>
  readonly #journal: Journal
  #snapshots: Snapshots | null = null
  #saved: number
  #meeting: Meeting
  #fileBytes: number
  #waiting: Waiting[] = []
  #turn: Promise<void> = Promise.resolve()
  #called = false
  #closed = false
  #snapshotting: Promise<void> | null = null
  #idle: ReturnType<typeof setTimeout> | null = null

  constructor(options: Options) {
    this.#options = options
    this.#log = [...options.stored.log]
    this.#saved = this.#log.length
    this.#byId = new Map(this.#log.filter(isSaid).map((entry) => [entry.id, entry]))
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
    return this.#log.slice(0, this.#saved)
  }

  /** The meeting as a window holds it. */
  view(): OpenMeeting {
    const { readOnly, notice } = this.#options.stored
    return { meeting: this.#meeting, seq: this.#log[this.#saved - 1]?.seq ?? 0, readOnly, notice }
  }

  /** See `MeetingStore.run`. */
  run(id: string, command: Command): Promise<Answer> {
    const { readOnly, notice } = this.#options.stored
    if (readOnly)
      return Promise.resolve(refuse('readOnly', notice ?? 'This meeting is open for reading only.'))
    if (this.#closed)
      return Promise.resolve(refuse('closed', 'Lectern is closing this meeting: nothing was saved.'))
    return new Promise((answer, fail) => {
      this.#waiting.push({ id, command, answer, fail })
      if (this.#called) return
      this.#called = true
      this.#turn = this.#turn.then(() => this.#work())
    })
  }

  /** Waits for the disk, writes the last snapshot and lets go of the files. A failed snapshot leaves the journal. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#idle !== null) clearTimeout(this.#idle)
    await this.#turn
    await this.#snapshotting
    if (!this.#options.stored.readOnly) await this.#leaveOneFile().catch(this.#options.onFault)
    await this.#journal.close()
    await this.#snapshots?.close()
  }

  async #leaveOneFile(): Promise<void> {
    if (this.#journal.length > 0) await this.#snapshot()
    else await this.#journal.rotate(this.#saved)
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0)
      await this.#batch(batch).catch((error: unknown) => {
        this.#forgetUnsaved()
        batch.forEach(({ fail }) => fail(error))
      })
    }
    this.#called = false
    if (!this.#closed) this.#scheduleSnapshot()
  }

  async #batch(batch: readonly Waiting[]): Promise<void> {
    const head: Head = { meeting: this.#meeting, entries: [], next: folding(this.#meeting) }
    const outcomes = batch.map(({ id, command, answer }) => ({
      answer,
      decided: this.#decided(head, id, command),
    }))
    const failure = head.entries.length === 0 ? null : await this.#captureAll(head)
    const unsaved = new Set(failure === null ? [] : head.entries)
    for (const { answer, decided } of outcomes) {
      answer(failure !== null && decided.ok && unsaved.has(decided.value.entry) ? failure : decided)
    }
  }

  /** What a command makes of the tentative head; a new entry becomes part of it. */
  #decided(head: Head, id: string, command: Command): Answer {
    const known = this.#byId.get(id)
    if (known !== undefined) return accept({ entry: known })
    const { meeting } = head
    const last = this.#log.at(-1)
    const stamp = this.#options.stamp(id, meeting.timeZone)
    const body = decide(meeting, command, { at: stamp.at, id, by: stamp.by, history: this.#log })
    if (!body.ok) return body
    const entry = seal(body.value, { seq: last?.seq ?? 0, hash: last?.hash ?? null }, stamp, sha256Here)
    head.meeting = head.next(entry)
    head.entries.push(entry)
    this.#log.push(entry)
    this.#byId.set(id, entry)
    return accept({ entry })
  }

  /** Puts the head on the disk, and only then into memory. What a listener throws cannot undo that. */
  async #captureAll({ meeting, entries }: Head): Promise<Result<never> | null> {
    try {
      await this.#journal.append(entries)
    } catch (error) {
      this.#forgetUnsaved()
      return refuse(
        'disk',
        sentenceFor(
          error,
          'nothing was saved, your text is still here. Free some space or check the folder, then press Enter again',
        ),
      )
    }
    this.#saved = this.#log.length
    this.#meeting = meeting
    for (const entry of entries) queueMicrotask(() => this.#options.onEntry(meeting, entry))
    this.#snapshots?.add(entries)
    return null
  }

  /** Entries that the disk did not take never happened. */
  #forgetUnsaved(): void {
    for (const { id } of this.#log.splice(this.#saved)) this.#byId.delete(id)
  }

  #scheduleSnapshot(): void {
    if (this.#journal.size > Math.max(JOURNAL_LEAST, this.#fileBytes * JOURNAL_SHARE)) this.#snapshotSoon()
    if (this.#idle !== null) clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.#snapshotSoon(), IDLE_MS)
  }

  #snapshotSoon(): void {
    if (this.#snapshotting !== null || this.#journal.length === 0) return
    this.#snapshotting = this.#snapshot()
      .catch(this.#options.onFault)
      .finally(() => {
        this.#snapshotting = null
      })
  }

  /** Rotates the journal inside the queue: never beside a running append. */
  async #snapshot(): Promise<void> {
    const { snapshots, paths } = this.#options
    const maker = (this.#snapshots ??= snapshots(paths.file, this.#meeting, this.log))
    const { seq, bytes } = await maker.write().catch(async (error: unknown) => {
      this.#snapshots = null
      await maker.close()
      throw error
    })
    this.#fileBytes = bytes
    const rotation = this.#turn.then(() => this.#journal.rotate(seq))
    this.#turn = rotation.catch(() => undefined)
    await rotation
  }
}
