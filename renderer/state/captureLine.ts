import type { CapturePart } from '../../shared/capture/parse'
import { draftToKeep, draftToRestore } from './captureDraft'
import { leftBehind, lookFurther, remember, remembered, type LookBack } from './captureHistory'
import {
  deliver,
  savedSentence,
  toSend,
  unread,
  type CaptureWays,
  type SentLine,
  type TypedLine,
} from './captureSent'
import { draftKeeper, readDraft } from './drafts'
import { observable, type Observable } from './store'

/**
 * The capture line: its text; `asText`, the parts of it that are meant as text; `shown`, the sent line whose text still stands in it; what was sent and is
 * not yet on the disk; why the last Enter did nothing; what was captured last; the earlier lines being looked
 * back on; and `aside`, a line that was begun before that and comes back once the line is empty.
 */
export type CaptureLineState = TypedLine & {
  readonly shown: string | null
  readonly sent: readonly SentLine[]
  readonly refusal: string | null
  readonly saved: string | null
  readonly back: LookBack | null
  readonly aside: TypedLine | null
}

export type CaptureLine = {
  readonly state: Observable<CaptureLineState>
  /** The line now reads so. */
  readonly type: (line: string) => void
  /** A part that was understood is meant as text: it stays as it was typed. Too late for a line on its way. */
  readonly takeAsText: (part: CapturePart) => void
  /** A part that was meant as text is understood again. */
  readonly takeAsPart: (part: CapturePart) => void
  /** Says which prepared objection the line is, or that it is none; `undefined` lets its words decide. */
  readonly takeFor: (prepared: string | null | undefined) => void
  /**
   * Begins a line for somebody; what stood there comes back after it. False where one is put aside already, and
   * nothing happens.
   */
  readonly begin: (typed: TypedLine) => boolean
  /** Somebody types on: the text of a sent line makes room, to the lines not yet saved. */
  readonly makeRoom: () => void
  readonly send: () => void
  /**
   * Sends many lines in their order, beside what stands in the line; what cannot be sent stays with the
   * reason.
   */
  readonly sendAll: (lines: readonly string[]) => void
  /** Shows an earlier line (`-1`) or a later one (`1`), the one not yet sent last; says whether there was one. */
  readonly look: (step: -1 | 1) => boolean
  readonly retry: (id: string) => void
  /** Puts a refused line back into the empty capture line. */
  readonly takeBack: (id: string) => void
  readonly discard: (id: string) => void
  readonly restore: () => Promise<void>
}

const TYPED_BEFORE = 'It was typed before Lectern stopped.'
const BLANK: TypedLine = { line: '', asText: [], prepared: undefined }
const EMPTY: CaptureLineState = {
  ...BLANK,
  shown: null,
  sent: [],
  refusal: null,
  saved: null,
  back: null,
  aside: null,
}

/** The capture line of one meeting. It clears only once the disk has said yes. */
export function captureLine(id: string, ways: CaptureWays): CaptureLine {
  const state = observable<CaptureLineState>(EMPTY)
  const keptBefore = readDraft(id).catch(() => undefined)
  const keep = draftKeeper(id)

  function update(change: Partial<CaptureLineState>) {
    const next = { ...state.get(), ...change }
    state.set(next)
    const meeting = ways.meeting()
    if (meeting === null) return
    const typed = next.shown === null ? next : { ...BLANK, asText: next.asText }
    const aside = next.aside ?? leftBehind(next.back)
    keep(draftToKeep(typed, aside, next.sent, meeting, new Date().toISOString()))
  }

  const find = (sentId: string | null) => state.get().sent.find((sent) => sent.id === sentId)
  const others = (sentId: string) => state.get().sent.filter((sent) => sent.id !== sentId)

  /** Empties the line of this text, for what was put aside for it. */
  function clearedOf(sentId: string): Partial<CaptureLineState> {
    const { shown, aside } = state.get()
    return shown === sentId ? { ...(aside ?? BLANK), aside: null, shown: null, refusal: null } : {}
  }

  function settled(sent: SentLine) {
    if (sent.what.kind === 'entry') remember(id, sent)
    update({ ...clearedOf(sent.id), sent: others(sent.id), saved: savedSentence(sent) })
  }

  function refused(sent: SentLine, reason: string) {
    const { shown, line, sent: all } = state.get()
    const waiting = all.map((each) => (each.id === sent.id ? { ...each, refused: reason } : each))
    const comesBack = shown === sent.id || (shown === null && line === '')
    update({
      sent: waiting,
      saved: null,
      ...(comesBack
        ? { line: sent.line, asText: sent.asText, prepared: sent.prepared, shown: sent.id, refusal: reason }
        : {}),
    })
  }

  async function carry(sent: SentLine) {
    const answer = await deliver(sent, ways)
    if (answer.ok) settled(sent)
    else refused(sent, answer.refusal.sentence)
  }

  /** The line as it reads now, where it could not be sent before. */
  function again(sent: SentLine): SentLine {
    const meeting = ways.meeting()
    if (sent.what.kind !== 'unread' || meeting === null) return { ...sent, refused: null }
    const read = toSend(sent, meeting, others(sent.id))
    return read.ok ? { ...read.value, id: sent.id } : { ...sent, refused: read.refusal.sentence }
  }

  function retry(sentId: string) {
    const sent = find(sentId)
    if (sent === undefined || sent.refused === null) return
    const next = again(sent)
    const shown = state.get().shown === sentId ? { refusal: next.refused } : {}
    update({ ...shown, sent: state.get().sent.map((each) => (each.id === sentId ? next : each)) })
    if (next.refused === null) void carry(next)
  }

  function type(line: string) {
    const { asText, prepared, shown: shownId } = state.get()
    const shown = find(shownId)
    const typed = line === '' ? BLANK : { line, asText, prepared }
    if (shown === undefined) update({ ...typed, refusal: null })
    else if (shown.refused === null) update({ ...BLANK, line, shown: null, refusal: null })
    else if (line !== shown.line) {
      update({ ...typed, shown: null, refusal: null, sent: others(shown.id) })
    }
  }

  function mean(how: Partial<TypedLine>) {
    const shown = find(state.get().shown)
    if (shown === undefined) update(how)
    else if (shown.refused !== null) update({ ...how, shown: null, refusal: null, sent: others(shown.id) })
  }

  return {
    state,
    type,
    takeAsText: (part) => mean({ asText: [...state.get().asText, part] }),
    takeAsPart: (part) => mean({ asText: state.get().asText.filter((each) => each !== part) }),
    takeFor: (prepared) => mean({ prepared }),
    begin: (typed) => {
      const { line, asText, prepared, shown, aside } = state.get()
      const isOpen = shown === null && line.trim() !== ''
      if (isOpen && aside !== null) return false
      const begun = isOpen ? { line, asText, prepared } : aside
      update({ ...BLANK, ...typed, shown: null, refusal: null, back: null, aside: begun })
      return true
    },
    makeRoom: () => update({ ...BLANK, shown: null, refusal: null }),
    send: () => {
      const { line, asText, prepared, shown, sent, back, aside } = state.get()
      if (shown !== null) {
        retry(shown)
        return
      }
      const meeting = ways.meeting()
      if (meeting === null || line === '') return
      const next = toSend({ line, asText, prepared }, meeting, sent)
      if (!next.ok) {
        update({ refusal: next.refusal.sentence, saved: null })
        return
      }
      update({
        sent: [...sent, next.value],
        shown: next.value.id,
        refusal: null,
        back: null,
        aside: aside ?? leftBehind(back),
      })
      void carry(next.value)
    },
    sendAll: (lines) => {
      const meeting = ways.meeting()
      if (meeting === null) return
      const before = state.get().sent
      const made: SentLine[] = []
      for (const line of lines) {
        const typed = { line, asText: [] }
        const read = toSend(typed, meeting, [...before, ...made])
        made.push(read.ok ? read.value : unread(typed, read.refusal.sentence))
      }
      update({ saved: null, sent: [...before, ...made] })
      for (const each of made) if (each.refused === null) void carry(each)
    },
    look: (step) => {
      const { line, asText, prepared, shown, back } = state.get()
      const typed = { line, asText, prepared }
      const next = shown === null ? lookFurther(back, typed, remembered(id), step) : null
      const found = next?.lines[next.at]
      if (next === null || found === undefined) return false
      update({ ...BLANK, ...found, back: next, refusal: null })
      return true
    },
    retry,
    takeBack: (sentId) => {
      const sent = find(sentId)
      if (sent === undefined || state.get().line !== '') return
      const { line, asText, prepared, refused: refusal } = sent
      update({ line, asText, prepared, shown: sent.id, refusal })
    },
    discard: (sentId) => update({ ...clearedOf(sentId), sent: others(sentId) }),
    restore: async () => {
      const kept = await keptBefore
      const meeting = ways.meeting()
      if (meeting === null) return
      const draft = draftToRestore(kept, meeting, new Date().toISOString())
      if (draft === null) return
      const { line, asText, prepared, sent } = draft
      const typed = { line, asText, prepared }
      const untouched = state.get().line === '' && state.get().shown === null
      // Somebody already types: what was typed before must neither go nor get between the letters.
      const besides = untouched || line === '' ? [] : [unread(typed, TYPED_BEFORE)]
      update({ sent: [...sent, ...besides, ...state.get().sent], ...(untouched ? typed : {}) })
      for (const each of sent) if (each.refused === null) void carry(each)
    },
  }
}
