import { uuidv7 } from 'uuidv7'

import { toDraft, type CapturePart } from '../../shared/capture/parse'
import type { Command } from '../../shared/meeting/commands'
import type { Meeting } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { LONGEST_LINE } from '../../shared/text'
import { draftToKeep, draftToRestore } from './captureDraft'
import { readLine } from './captureReading'
import { draftKeeper, readDraft } from './drafts'
import { observable, type Observable } from './store'

type Sendable =
  | { readonly kind: 'entry'; readonly command: Command }
  | { readonly kind: 'whisper'; readonly text: string }

/** A line on its way to the disk. `refused` says why it did not get there; the same `id` is used again. */
export type SentLine = {
  readonly id: string
  readonly line: string
  readonly asText: readonly CapturePart[]
  readonly what: Sendable
  readonly refused: string | null
}

/**
 * The capture line: its text; `asText`, the parts of it that are meant as text; `shown`, the sent line whose text still stands in it; what was sent and is
 * not yet on the disk; why the last Enter did nothing; and what was captured last.
 */
export type CaptureLineState = {
  readonly line: string
  readonly asText: readonly CapturePart[]
  readonly shown: string | null
  readonly sent: readonly SentLine[]
  readonly refusal: string | null
  readonly saved: string | null
}

export type CaptureLine = {
  readonly state: Observable<CaptureLineState>
  /** The line now reads so. */
  readonly type: (line: string) => void
  /** A part that was understood is meant as text: it stays as it was typed. Too late for a line on its way. */
  readonly takeAsText: (part: CapturePart) => void
  /** Somebody types on: the text of a sent line makes room, to the lines not yet saved. */
  readonly makeRoom: () => void
  readonly send: () => void
  readonly retry: (id: string) => void
  /** Puts a refused line back into the empty capture line. */
  readonly takeBack: (id: string) => void
  readonly discard: (id: string) => void
  readonly restore: () => Promise<void>
}

export type CaptureWays = {
  readonly meeting: () => Meeting | null
  readonly run: (command: Command, id: string) => Promise<Result<unknown>>
  readonly whisper: (text: string) => Promise<Result<unknown>>
}

const EMPTY: CaptureLineState = { line: '', asText: [], shown: null, sent: [], refusal: null, saved: null }

function sendable({ line, asText }: CaptureLineState, meeting: Meeting): Result<Sendable> {
  const reading = readLine(line, asText, meeting, new Date().toISOString())
  if (reading.kind === 'whisper') {
    if (reading.text === '') return refuse('empty', 'Write what the presenter should read after the “!”.')
    return reading.text.length > LONGEST_LINE
      ? refuse(
          'long',
          `A whisper can have at most ${LONGEST_LINE} characters; this one has ${reading.text.length}.`,
        )
      : accept({ kind: 'whisper', text: reading.text })
  }
  const draft = toDraft(reading)
  if (!draft.ok) return draft
  return accept({ kind: 'entry', command: { type: 'capture', draft: draft.value } })
}

function savedSentence({ what }: SentLine): string {
  if (what.kind === 'whisper') return 'Whispered to the presenter.'
  return what.command.type === 'capture' ? `Saved: ${what.command.draft.text}` : 'Saved.'
}

/** The capture line of one meeting. It clears only once the disk has said yes. */
export function captureLine(id: string, ways: CaptureWays): CaptureLine {
  const state = observable<CaptureLineState>(EMPTY)
  const keep = draftKeeper(id)

  function update(change: Partial<CaptureLineState>) {
    const next = { ...state.get(), ...change }
    state.set(next)
    const waiting = next.sent.flatMap(({ what, ...sent }) =>
      what.kind === 'entry'
        ? [{ id: sent.id, line: sent.line, asText: [...sent.asText], command: what.command }]
        : [],
    )
    const meeting = ways.meeting()
    if (meeting === null) return
    const line = next.shown === null ? next.line : ''
    keep(draftToKeep({ line, asText: [...next.asText], waiting }, meeting, new Date().toISOString()))
  }

  const find = (sentId: string | null) => state.get().sent.find((sent) => sent.id === sentId)
  const others = (sentId: string) => state.get().sent.filter((sent) => sent.id !== sentId)

  const clearedOf = (sentId: string) =>
    state.get().shown === sentId ? { line: '', asText: [], shown: null, refusal: null } : {}

  function settled(sent: SentLine) {
    update({ ...clearedOf(sent.id), sent: others(sent.id), saved: savedSentence(sent) })
  }

  function refused(sent: SentLine, reason: string) {
    const { shown, line } = state.get()
    const waiting = state
      .get()
      .sent.map((each) => (each.id === sent.id ? { ...each, refused: reason } : each))
    const comesBack = shown === sent.id || (shown === null && line === '')
    update({
      sent: waiting,
      saved: null,
      ...(comesBack ? { line: sent.line, asText: sent.asText, shown: sent.id, refusal: reason } : {}),
    })
  }

  async function deliver(sent: SentLine) {
    const { what } = sent
    const asked = what.kind === 'entry' ? ways.run(what.command, sent.id) : ways.whisper(what.text)
    const answer = await asked.catch(() =>
      refuse('broken', 'Lectern could not reach its own store. Nothing is lost: try again.'),
    )
    if (answer.ok) settled(sent)
    else refused(sent, answer.refusal.sentence)
  }

  function retry(sentId: string) {
    const sent = find(sentId)
    if (sent === undefined || sent.refused === null) return
    const again = { ...sent, refused: null }
    const shown = state.get().shown === sentId ? { refusal: null } : {}
    update({ ...shown, sent: state.get().sent.map((each) => (each.id === sentId ? again : each)) })
    void deliver(again)
  }

  return {
    state,
    type: (line) => {
      const now = state.get()
      const shown = find(now.shown)
      if (shown === undefined) {
        update({ line, asText: line === '' ? [] : now.asText, refusal: null })
      } else if (shown.refused === null) {
        update({ line, asText: [], shown: null, refusal: null })
      } else if (line !== shown.line) {
        update({
          line,
          asText: line === '' ? [] : now.asText,
          shown: null,
          refusal: null,
          sent: others(shown.id),
        })
      }
    },
    takeAsText: (part) => {
      const now = state.get()
      const shown = find(now.shown)
      const asText = [...now.asText, part]
      if (shown === undefined) update({ asText })
      else if (shown.refused !== null) update({ asText, shown: null, refusal: null, sent: others(shown.id) })
    },
    makeRoom: () => update({ line: '', asText: [], shown: null, refusal: null }),
    send: () => {
      const { line, asText, shown, sent } = state.get()
      if (shown !== null) {
        retry(shown)
        return
      }
      const meeting = ways.meeting()
      if (meeting === null || line.trim() === '') return
      const what = sendable(state.get(), meeting)
      if (!what.ok) {
        update({ refusal: what.refusal.sentence, saved: null })
        return
      }
      const next: SentLine = { id: uuidv7(), line, asText, what: what.value, refused: null }
      update({ sent: [...sent, next], shown: next.id, refusal: null })
      void deliver(next)
    },
    retry,
    takeBack: (sentId) => {
      const sent = find(sentId)
      if (sent === undefined || state.get().line !== '') return
      update({ line: sent.line, asText: sent.asText, shown: sent.id, refusal: sent.refused })
    },
    discard: (sentId) => update({ ...clearedOf(sentId), sent: others(sentId) }),
    restore: async () => {
      const kept = await readDraft(id).catch(() => undefined)
      const meeting = ways.meeting()
      if (meeting === null) return
      const draft = draftToRestore(kept, meeting, new Date().toISOString())
      if (draft === null) return
      const again = draft.waiting.map(({ command, ...sent }): SentLine => ({
        ...sent,
        what: { kind: 'entry', command },
        refused: null,
      }))
      const untouched = state.get().line === '' && state.get().shown === null
      update({
        sent: [...again, ...state.get().sent],
        ...(untouched ? { line: draft.line, asText: draft.asText } : {}),
      })
      for (const sent of again) void deliver(sent)
    },
  }
}
