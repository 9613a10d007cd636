import { standingDecisions } from './decisionWords'
import { ACCENT, INK, QUIET, type PdfNode, type TextNode } from './pdf'
import type { RecordData } from './schema'
import { link } from './table'
import { count, oneLine } from './words'

const LONGEST_HEADLINE = 240
const LONGEST_OF_MANY = 105
/** So many decisions the summary shows. */
export const MOST_HEADLINES = 3

/** Shorter headlines are larger, so that the summary keeps to one page. */
function headlineSize(longest: number, decisions: number): number {
  if (decisions === 1 && longest <= 90) return 23
  if (decisions <= 2 && longest <= 160) return 17
  return decisions <= 2 ? 13 : 12
}

/**
 * The decisions as the loudest thing of the page, but for those that another one replaced; what does not fit is
 * in full under Decisions.
 */
export function headlines(decisions: RecordData['decisions']): readonly PdfNode[] {
  if (decisions.length === 0) {
    return [
      { text: 'No decision was recorded.', fontSize: 18, bold: true, color: QUIET, margin: [0, 6, 0, 0] },
    ]
  }
  const longest = decisions.length < MOST_HEADLINES ? LONGEST_HEADLINE : LONGEST_OF_MANY
  const shown = standingDecisions(decisions)
    .slice(0, MOST_HEADLINES)
    .map(({ number, decision, note }) => ({ number, text: oneLine(decision.text, longest), note }))
  const fontSize = headlineSize(Math.max(...shown.map(({ text }) => text.length)), shown.length)
  const more = decisions.length - shown.length
  const rest: TextNode = {
    text: [link(`and ${count(more, 'more decision')}, listed under Decisions`, 'decisions')],
    fontSize: 8.5,
    margin: [0, 4, 0, 0],
  }
  return [
    ...shown.map(({ number, text, note }, index): TextNode => ({
      text: [
        ...(decisions.length === 1 ? [] : [{ text: `${number}  `, color: ACCENT }]),
        { text },
        ...(note === '' ? [] : [{ text: ` (${note})`, color: QUIET }]),
      ],
      fontSize,
      bold: true,
      lineHeight: 1.15,
      color: INK,
      margin: [0, index === 0 ? 6 : 4, 0, 0],
    })),
    ...(more > 0 ? [rest] : []),
  ]
}
