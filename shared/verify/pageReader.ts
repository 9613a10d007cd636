import type { PageText } from '../pdf/pageText'
import { canBeDrawnAs, isOtherScript } from './otherScript'
import { packed } from './packed'

/**
 * A page's text, packed, without its foot; `ends` are the places where a text of the page ends, with that text
 * as it is printed.
 */
export type Page = { readonly text: string; readonly ends: ReadonlyMap<number, string> }

/** A character that no font had may be broken over two lines in the middle of `[U+1F680]`. */
const OPEN_CODE = /\[(U(\+[0-9A-F]*)?)?$/

/** The page with its texts packed, one after the other. */
export function pageOf(texts: PageText): Page {
  const ends = new Map([[0, '']])
  let [text, open] = ['', '']
  for (const [index, part] of texts.entries()) {
    const raw = open + part.replace(/\s+/gu, '')
    open = OPEN_CODE.test(raw) && index < texts.length - 1 ? raw : ''
    if (open !== '') continue
    text += packed(raw)
    ends.set(text.length, part)
  }
  return { text, ends }
}

/** A part of the page's text as it is printed, its words apart. */
export function asPrinted({ ends }: Page, from: number, to: number): string {
  const parts = Array.from(ends).filter(([end]) => end > from && end <= to)
  return parts.map(([, part]) => part.trim()).join(' ')
}

/** A part of the page's text, text by text, packed. */
export function textsOf({ text, ends }: Page, from: number, to: number): readonly string[] {
  const inner = Array.from(ends.keys()).filter((end) => end > from && end < to)
  return [from, ...inner].map((start, index) => text.slice(start, inner[index] ?? to))
}

/** What stands at the foot of a page: the running text, the page's number, and a draft's mark. */
export type Foot = { readonly running: string; readonly number: string; readonly mark: string }

function lengthOfFoot({ text }: Page, { running, number, mark }: Foot): number | null {
  const [start, end, drawn] = [running, number, mark].map(packed)
  const whole = [`${start}${end}${drawn}`, `${drawn}${start}${end}`].find((each) => text.endsWith(each))
  if (whole !== undefined) return whole.length
  const tail = text.endsWith(`${end}${drawn}`) ? `${end}${drawn}` : (end ?? '')
  if (!isOtherScript(running) || !text.endsWith(tail)) return null
  const before = text.slice(0, text.length - tail.length)
  // Codes of characters that no font has make a foot so long that the paper's edge cuts it.
  for (let length = start?.length ?? 0; length > 0; length -= 1)
    if (before.endsWith(start?.slice(0, length) ?? '')) return length + tail.length
  return null
}

/**
 * The page without what stands at its foot; where that is not there, as it is. A foot of another script ends
 * the page with whatever it can be drawn as, nearest to its length; `excused` says so.
 */
export function withoutFoot(page: Page, foot: Foot): Page & { readonly excused: boolean } {
  const known = lengthOfFoot(page, foot)
  const until = (position: number) => ({ ...page, text: page.text.slice(0, position) })
  if (known !== null) return { ...until(page.text.length - known), excused: false }
  if (!isOtherScript(foot.running)) return { ...page, excused: false }
  const cells = [foot.running, foot.number, foot.mark]
  const wanted = packed(cells.join('')).length
  const from = page.text.length - wanted
  const start = Array.from(page.ends.keys())
    .filter((end) => Math.abs(end - from) <= wanted)
    .toSorted((one, other) => Math.abs(one - from) - Math.abs(other - from))
    .find((end) => canBeDrawnAs(textsOf(page, end, page.text.length), [{ cells, clipped: false }]))
  return start === undefined ? { ...page, excused: false } : { ...until(start), excused: true }
}

/** How many characters of `wanted` stand at `position`. */
function common(text: string, position: number, wanted: string): number {
  let length = 0
  while (length < wanted.length && text[position + length] === wanted[length]) length += 1
  return length
}

/** The lengths a cell may be cut to at the end of a page or of its box: where a text of the page ends; longest first. */
export function cuts(page: Page, position: number, wanted: string): readonly number[] {
  const most = common(page.text, position, wanted)
  const lengths: number[] = []
  for (let length = most; length > 0; length -= 1) if (page.ends.has(position + length)) lengths.push(length)
  return [...lengths, 0]
}

const MOST_STEPS = 5_000

/**
 * Reads the cells of a row that goes on behind the page: as much of each as stands on it, one after the other,
 * to its very end. Returns what is left of each cell, or null where the page ends otherwise.
 */
export function brokenRow(page: Page, from: number, cells: readonly string[]): readonly string[] | null {
  let steps = 0
  const read = (index: number, position: number): readonly string[] | null => {
    steps += 1
    const wanted = cells[index]
    if (wanted === undefined) return position === page.text.length ? [] : null
    if (steps > MOST_STEPS) return null
    const whole = page.text.startsWith(wanted, position) ? [wanted.length] : []
    for (const length of [...whole, ...cuts(page, position, wanted)]) {
      const rest = read(index + 1, position + length)
      if (rest !== null) return [wanted.slice(length), ...rest]
    }
    return null
  }
  return read(0, from)
}
