import type { ExpectedRow } from './expectedText'
import { canBeDrawnAs, isOtherScript } from './otherScript'
import { bagOf, isRightToLeft, packed } from './packed'
import { asPrinted, brokenRow, cuts, textsOf, type Page } from './pageReader'
import { holdsUnits, sameMixed, unitsOf } from './rightToLeft'

/** Where the printed text and the expected one part: a row that is not printed, or text nobody expected. */
export type Mismatch =
  | { readonly kind: 'missing'; readonly row: ExpectedRow }
  | { readonly kind: 'extra'; readonly page: number; readonly text: string }

type Place = { readonly page: number; readonly position: number }
type Row = {
  readonly expected: ExpectedRow
  readonly cells: readonly string[]
  readonly whole: string
  /** Of a row with words from right to left, what stands on the page in one piece all the same. */
  readonly units: readonly string[]
}

/** Where both part, the first few places; `excused` says that text of other scripts could not be compared. */
export type Matched = { readonly found: readonly Mismatch[]; readonly excused: boolean }

const MOST_MISMATCHES = 5

/** Reads pages row by row; what was skipped over is told, and where rows could not be read. */
class Walk {
  readonly mismatches: Mismatch[] = []
  excused = false
  #place: Place = { page: 0, position: 0 }
  #headers: string[] = []
  /** Rows whose letters stand in an order or form of their own, since the last row that was read. */
  #unread: Row[] = []
  /** Rows that may be cut off, of which not all was read, since the last row that was read whole. */
  #cut: readonly Row[] = []
  readonly #pages: readonly Page[]

  constructor(pages: readonly Page[]) {
    this.#pages = pages
  }

  #rest({ page, position }: Place): string {
    return this.#pages[page]?.text.slice(position) ?? ''
  }

  /** The places where the next row may begin: here, and where this page is read to its end, on the next one. */
  #starts(): readonly Place[] {
    const here = this.#place
    if (this.#rest(here) !== '' || here.page + 1 >= this.#pages.length) return [here]
    return [...this.#onNextPage(), here]
  }

  /** The top of the next page, behind the headers that are repeated there, then before them. */
  #onNextPage(page = this.#place.page + 1): readonly Place[] {
    const top = { page, position: 0 }
    const repeated = this.#headers.filter((header) => header !== '')
    const behind = [repeated.join(''), repeated.at(-1) ?? '']
      .filter((header) => header !== '' && this.#rest(top).startsWith(header))
      .map((header) => ({ page, position: header.length }))
    return [...behind, top]
  }

  /** The place behind a row that stands at one of these places. */
  #behind({ cells, whole, expected, units }: Row, starts: readonly Place[]): Place | null {
    for (const start of starts) {
      const rest = this.#rest(start)
      const mixed = isRightToLeft(whole) && sameMixed(rest.slice(0, whole.length), whole, units)
      if (mixed || rest.startsWith(whole)) return { ...start, position: start.position + whole.length }
      if (expected.clipped) return this.#behindClipped(cells, start)
      const page = this.#pages[start.page]
      const left = page === undefined ? null : brokenRow(page, start.position, cells)
      if (left === null || start.page + 1 >= this.#pages.length) continue
      const next = { expected, cells: left, whole: left.join(''), units: [] }
      const end = next.whole === whole ? null : this.#behind(next, this.#onNextPage(start.page + 1))
      if (end !== null) return end
    }
    return null
  }

  #behindClipped(cells: readonly string[], start: Place): Place {
    const page = this.#pages[start.page]
    const position = cells.reduce((at, cell) => {
      return page === undefined ? at : at + (cuts(page, at, cell)[0] ?? 0)
    }, start.position)
    return { ...start, position }
  }

  /** The first place from here on where the row stands in one piece. */
  #search({ whole }: Row): Place | null {
    for (const isBeginning of [true, false])
      for (let page = this.#place.page; page < this.#pages.length; page += 1) {
        const from = page === this.#place.page ? this.#place.position : 0
        const position = this.#find(page, whole, from, isBeginning)
        if (position >= 0) return { page, position }
      }
    return null
  }

  #find(page: number, whole: string, from: number, isBeginning: boolean): number {
    const { text, ends } = this.#pages[page] ?? { text: '', ends: new Map<number, string>() }
    let position = text.indexOf(whole, from)
    if (!isBeginning) return position
    while (position >= 0 && !ends.has(position)) position = text.indexOf(whole, position + 1)
    return position
  }

  /** What lies between here and a place further on. */
  #between(to: Place): readonly { page: number; text: string; texts: readonly string[]; printed: string }[] {
    const { page: first, position } = this.#place
    return this.#pages.slice(first, to.page + 1).map((each, index) => {
      const page = first + index
      const from = index === 0 ? position : 0
      const until = page === to.page ? to.position : each.text.length
      const text = each.text.slice(from, until)
      return { page, text, texts: textsOf(each, from, until), printed: asPrinted(each, from, until) }
    })
  }

  /** Notes what was skipped, unless it is what rows that were not read, and repeated headers, are made of. */
  #skipTo(to: Place): void {
    const all = this.#between(to)
    const skipped = all.filter(({ text }) => text !== '')
    const unread = [...this.#cut, ...this.#unread]
    this.#unread = []
    this.#cut = []
    if (unread.every(({ expected: { clipped } }) => clipped) && skipped.length === 0) return
    const letters = (texts: readonly string[]) => bagOf(texts.join(''))
    const headers = skipped.length > 1 ? this.#headers : []
    const expected = unread.map(({ whole }) => whole)
    const actual = letters(skipped.map(({ text }) => text))
    const holds = holdsUnits(
      skipped.map(({ text }) => text).join('\0'),
      unread.flatMap(({ units }) => units).toSorted((one, other) => other.length - one.length),
    )
    const isRead = unread.length > 0 && unread.every(({ whole }) => isRightToLeft(whole))
    if (isRead && holds && (actual === letters(expected) || actual === letters([...expected, ...headers])))
      return
    const rows = unread.map((row) => row.expected)
    if (canBeDrawnAs(this.#withoutHeaders(to), rows)) {
      this.excused = true
      return
    }
    for (const row of rows) this.mismatches.push({ kind: 'missing', row })
    if (unread.length === 0)
      for (const { page, printed } of skipped) this.mismatches.push({ kind: 'extra', page, text: printed })
  }

  /** The texts between here and there, without the headers that are repeated at the top of further pages. */
  #withoutHeaders(to: Place): readonly string[] {
    const repeated = this.#headers.filter((header) => header !== '')
    return this.#between(to).flatMap(({ page, text, texts }) => {
      const [header] =
        page === this.#place.page
          ? []
          : [repeated.join(''), repeated.at(-1) ?? ''].filter((each) => each !== '' && text.startsWith(each))
      if (header === undefined) return texts
      return [text.slice(header.length)]
    })
  }

  read(expected: ExpectedRow): void {
    const cells = expected.cells.map(packed)
    const whole = cells.join('')
    const row = { expected, cells, whole, units: isRightToLeft(whole) ? expected.cells.flatMap(unitsOf) : [] }
    if (row.whole === '' || this.mismatches.length >= MOST_MISMATCHES) return
    const behind = this.#unread.length > 0 ? null : this.#behind(row, this.#starts())
    if (behind === null) this.#lookFor(row)
    else {
      this.#cut = this.#isCut(row, behind) ? [...this.#cut, row] : []
      this.#place = behind
    }
    if (expected.header) this.#headers = [...(this.#wasHeader ? this.#headers : []), row.whole]
    this.#wasHeader = expected.header
  }

  #wasHeader = false

  /** Whether less than all was read of a row that may be cut off, where the rest may be drawn otherwise. */
  #isCut({ expected, whole }: Row, behind: Place): boolean {
    if (!expected.clipped) return false
    const end = { ...behind, position: behind.position - whole.length }
    if (end.position >= 0 && this.#rest(end).startsWith(whole)) return false
    return this.#cut.length > 0 || isOtherScript(expected.cells.join(' '))
  }

  #lookFor(row: Row): void {
    const found = isRightToLeft(row.whole) ? null : this.#search(row)
    if (found !== null) {
      this.#skipTo(found)
      this.#place = { ...found, position: found.position + row.whole.length }
    } else if (row.expected.clipped || isOtherScript(row.expected.cells.join(' '))) this.#unread.push(row)
    else this.mismatches.push({ kind: 'missing', row: row.expected })
  }

  finish(): void {
    const last = this.#pages.length - 1
    this.#skipTo({ page: last, position: this.#pages[last]?.text.length ?? 0 })
  }
}

/** Compares the rows a record prints with its pages, to the end of both. */
export function mismatches(rows: readonly ExpectedRow[], pages: readonly Page[]): Matched {
  const walk = new Walk(pages)
  for (const row of rows) walk.read(row)
  walk.finish()
  return { found: walk.mismatches.slice(0, MOST_MISMATCHES), excused: walk.excused }
}
