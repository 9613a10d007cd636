import type { ObjectionStatus } from '../meeting/schema'
import { clockOf, type ChapterMaker } from './chapters'
import { ACCENT, ALARM, QUIET, type PdfNode, type TextNode } from './pdf'
import type { RecordData } from './schema'
import { cell, orUnnamed, quiet, section, timeColumn, type Column } from './table'

type Objection = RecordData['objections'][number]
type Clock = (moment: string) => string

function statusCell(status: ObjectionStatus): TextNode {
  return cell(status, { bold: true, color: status === 'open' || status === 'sustained' ? ALARM : QUIET })
}

/** The answer that was given, under the objection it answers. */
function answered({ answer }: Objection, clock: Clock): readonly TextNode[] {
  if (answer === null) return []
  const { at, sayFirst, evidence } = answer
  const part = (label: string, text: string, above: number): readonly TextNode[] =>
    text === ''
      ? []
      : [
          quiet(label, { color: ACCENT, margin: [10, above, 0, 0] }),
          cell(text, { fontSize: 9, margin: [10, 0, 0, 0] }),
        ]
  return [...part(`Answer given at ${clock(at)}`, sayFirst, 3), ...part('Evidence', evidence, 2)]
}

/** Objections, questions and concerns that were raised: when, by whom, what was answered, what became of them. */
export const objections: ChapterMaker = (source) => {
  const raised = source.data.objections
  if (raised.length === 0) return []
  const clock = clockOf(source)
  const columns: readonly Column[] = [
    timeColumn(
      raised.map(({ at }) => at),
      clock,
    ),
    { title: 'Raised by', width: 108 },
    { title: 'In their words, and what was answered', width: 'rest' },
    { title: 'Status', width: 62 },
  ]
  const rows = raised.map((objection): PdfNode[] => [
    cell(clock(objection.at)),
    { stack: [orUnnamed(objection.who, 'not named'), quiet(objection.kind)] },
    { stack: [cell(objection.text), ...answered(objection, clock)] },
    statusCell(objection.status),
  ])
  return [section('objections', columns, rows)]
}
