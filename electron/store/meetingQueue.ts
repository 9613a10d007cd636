import type { OpenMeeting } from '../../shared/ipc'
import { folding, replay } from '../../shared/meeting/apply'
import type { Command } from '../../shared/meeting/commands'
import { decide } from '../../shared/meeting/decide'
import { isSaid, type LogEntry, type SaidEntry } from '../../shared/meeting/entries'
import { toMeetingFile } from '../../shared/meeting/file'
import { seal, type Stamp } from '../../shared/meeting/log'
import { mergeLogs } from '../../shared/meeting/merge'
import type { Meeting } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { fileNumber, sentenceFor } from './durableFile'
import { Journal } from './journal'
import type { StoredMeeting } from './meetingFolder'
import { sha256Here } from './sha256'
import { durableJson, type Snapshots, type SnapshotsFor } from './snapshot'

const IDLE_MS = 2_000
const JOURNAL_SHARE = 1 / 8
/** Bytes: a snapshot beside captures costs them disk time, so it waits for a pause of theirs if it can. */
const JOURNAL_LEAST = 1024 * 1024

const UNSURE =
  'The disk failed while the copies were joined, and may hold the joined meeting or the one before. Nothing more is saved here: close Lectern, see to the disk and open the meeting again.'

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
  /** Where what was there before a merge is kept, by the hash of its last entry. */
  readonly backup: (head: string) => string
  readonly snapshots: SnapshotsFor
  readonly stamp: (entryId: string, timeZone: string) => Stamp
  readonly onEntry: (meeting: Meeting, entry: SaidEntry) => void
  readonly onReplaced: (meeting: Meeting) => void
  readonly onFault: (fault: unknown) => void
}

/**
 * The one writer of one open meeting. Commands that arrive while the disk is busy share the next sync;
 * the meeting in memory changes only after the disk said yes.
 */
export class MeetingQueue {
  readonly #options: Options
  /** What the disk has, then what is on its way there: the first `#saved` of it are safe. */
  #log: LogEntry[]
  #byId: Map<string, SaidEntry>
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
  /** Merges that are under way: no snapshot begins beside them. */
  #joining: Promise<unknown> | null = null
  #idle: ReturnType<typeof setTimeout> | null = null
  /** A merge failed once its file had been put in place: memory and disk differ, so nothing more is written. */
  #unsure = false

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

  /** See `MeetingStore.takeIn`: how many entries of the other copy were new here. */
  merge(other: readonly LogEntry[]): Promise<Result<{ added: number }>> {
    const { readOnly, notice } = this.#options.stored
    if (readOnly)
      return Promise.resolve(refuse('readOnly', notice ?? 'This meeting is open for reading only.'))
    if (this.#closed)
      return Promise.resolve(refuse('closed', 'Lectern is closing this meeting: nothing was merged.'))
    const before = this.#joining ?? this.#snapshotting ?? Promise.resolve()
    const joining = before.then(() => {
      const joined = this.#turn.then(() => this.#join(other))
      this.#turn = joined.then(
        () => undefined,
        () => undefined,
      )
      return joined
    })
    const settled = joining.catch(() => undefined)
    this.#joining = settled
    return joining.finally(() => {
      if (this.#joining === settled) this.#joining = null
    })
  }

  /** Inside the queue, where all of the log is on the disk: first what was there is kept, then the file replaced. */
  async #join(other: readonly LogEntry[]): Promise<Result<{ added: number }>> {
    const { paths, backup, onReplaced, onFault } = this.#options
    if (this.#unsure) return refuse('disk', UNSURE)
    const before = this.#log
    const head = before.at(-1)?.hash ?? ''
    const log = mergeLogs(before, other, sha256Here)
    if (!log.ok) return log
    const meeting = log.value.at(-1)?.hash === head ? null : replay(log.value)
    if (meeting === null) return accept({ added: 0 })
    const stood = await fileNumber(paths.file)
    try {
      await durableJson(backup(head)).write(toMeetingFile(this.#meeting, before))
      await durableJson(paths.file, (bytes) => {
        this.#fileBytes = bytes
      }).write(toMeetingFile(meeting, log.value))
    } catch (error) {
      this.#unsure = (await fileNumber(paths.file)) !== stood
      const sentence = sentenceFor(error, 'the copy was not merged, and nothing here was changed')
      return refuse('disk', this.#unsure ? UNSURE : sentence)
    }
    this.#log = log.value
    this.#saved = log.value.length
    const said = log.value.filter(isSaid)
    const added = said.length - this.#byId.size
    this.#byId = new Map(said.map((entry) => [entry.id, entry]))
    this.#meeting = meeting
    await this.#journal.rotate(Infinity).catch(onFault)
    await this.#snapshots?.close()
    this.#snapshots = null
    onReplaced(meeting)
    return accept({ added })
  }

  /** Waits for the disk, writes the last snapshot and lets go of the files. A failed snapshot leaves the journal. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#idle !== null) clearTimeout(this.#idle)
    await this.#joining
    await this.#turn
    await this.#snapshotting
    if (!this.#options.stored.readOnly && !this.#unsure)
      await this.#leaveOneFile().catch(this.#options.onFault)
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
    if (this.#unsure) return refuse('disk', UNSURE)
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
    if (this.#unsure || this.#snapshotting !== null || this.#joining !== null || this.#journal.length === 0)
      return
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
