import { formatMoment } from '../capture/due'
import { readBackState } from '../meeting/decisionSchema'
import { clockOf, type ChapterMaker, type RecordSource } from './chapters'
import { OUTCOMES, stanceLines } from './decisionWords'
import { linkLines } from './linkWords'
import type { PdfNode } from './pdf'
import type { RecordData } from './schema'
import { cell, quiet, section, timeColumn, type Column } from './table'
import { fingerprintWords, listed } from './words'

type Decision = RecordData['decisions'][number]

/** A sentence about a decision; the quiet ones are for those who check. */
export type DecisionLine = { readonly text: string; readonly quiet: boolean }

function said(text: string): DecisionLine {
  return { text, quiet: false }
}

function supersededLine({ decisions }: RecordData, { supersedes }: Decision): readonly DecisionLine[] {
  if (supersedes === null) return []
  const number = decisions.findIndex(({ id }) => id === supersedes) + 1
  const which = number === 0 ? 'a decision that is not in this record' : `decision ${number}`
  return [said(`Takes the place of ${which}`)]
}

function replacedLine({ decisions }: RecordData, { id }: Decision): readonly DecisionLine[] {
  const number = decisions.findIndex(({ supersedes }) => supersedes === id) + 1
  return number === 0 ? [] : [said(`Replaced by decision ${number}`)]
}

function readBackLines(decision: Decision, clock: (moment: string) => string): readonly DecisionLine[] {
  const shown = decision.readBacks.flatMap(({ at, text, hash }) => {
    const words = text === decision.text ? 'in these words' : `as “${text}”`
    return [
      said(`Read back at ${clock(at)} ${words}`),
      { text: `SHA-256 of what was shown: ${fingerprintWords(hash)}`, quiet: true },
    ]
  })
  return readBackState(decision) === 'changed' ? [...shown, said('Changed since it was read back')] : shown
}

/** Everything that is said about a decision beside its text and its time. */
export function decisionLines(source: RecordSource, decision: Decision): readonly DecisionLine[] {
  const { outcome, options, positions, review } = decision
  const { timeZone } = source.data.meeting
  return [
    ...(outcome === null ? [] : [said(`Outcome: ${OUTCOMES[outcome].toLowerCase()}`)]),
    ...(options.length === 0
      ? []
      : [said(`Options considered: ${listed(options.map((option) => `“${option}”`))}`)]),
    ...stanceLines(positions).map(said),
    ...(review === null ? [] : [said(`To be reviewed on ${formatMoment(review, timeZone)}`)]),
    ...supersededLine(source.data, decision),
    ...replacedLine(source.data, decision),
    ...linkLines(source.data, decision.id).map(said),
    ...readBackLines(decision, clockOf(source)),
  ]
}

/** The decisions in the order they were made, each with what is said about it. */
export const decisions: ChapterMaker = (source) => {
  const made = source.data.decisions
  if (made.length === 0) return []
  const clock = clockOf(source)
  const columns: readonly Column[] = [
    { title: 'No.', width: 18 },
    timeColumn(
      made.map(({ at }) => at),
      clock,
    ),
    { title: 'Decision', width: 'rest' },
  ]
  const rows = made.map((decision, index): PdfNode[] => [
    quiet(String(index + 1), { fontSize: 9.5 }),
    cell(clock(decision.at)),
    {
      stack: [
        cell(decision.text, { bold: true }),
        ...decisionLines(source, decision).map((line) =>
          line.quiet ? quiet(line.text) : cell(line.text, { fontSize: 9 }),
        ),
      ],
    },
  ])
  return [section('decisions', columns, rows)]
}
