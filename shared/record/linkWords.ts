import { linksOf } from '../meeting/links'
import type { RecordData } from './schema'
import { clipped } from './words'

const LONGEST_QUOTE = 100

function quoted(text: string): string {
  return `“${clipped(text.trim().replace(/\s+/g, ' '), LONGEST_QUOTE)}”`
}

/** What a decision settles or an action carries out, one line for each link; the other end is printed in full too. */
export function linkLines(data: RecordData, from: string): readonly string[] {
  const texts = new Map([...data.objections, ...data.decisions].map(({ id, text }) => [id, text]))
  return linksOf(data).flatMap((link) =>
    link.from === from
      ? [`${link.kind === 'settles' ? 'Settles' : 'Carries out'}: ${quoted(texts.get(link.to) ?? '')}`]
      : [],
  )
}
