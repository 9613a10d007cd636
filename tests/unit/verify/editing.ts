import { pageTexts, type PageText } from '../../../shared/pdf/pageText'
import { pagesOf } from '../../../shared/pdf/pages'
import { refAt } from '../../../shared/pdf/access'
import { latin1, pdfRef } from '../../../shared/pdf/values'
import { valueOf } from '../identity/identities'
import { opened, updated } from './forging'

/** A text of a page: what it says, and the operators it is drawn with, from BT to ET. */
export type Block = { readonly text: string; readonly code: string }

function contentOf(
  bytes: Uint8Array,
  page: number,
): { readonly num: number; readonly parts: readonly string[] } {
  const document = opened(bytes)
  const num = refAt(pagesOf(document)[page]?.dict ?? null, 'Contents')?.num ?? 0
  const value = document.resolve(pdfRef(num))
  const data = value.kind === 'stream' ? valueOf(document.streamData(value)) : new Uint8Array()
  return { num, parts: latin1(data).split(/(BT\n[\s\S]*?ET)/) }
}

function blocksOf(parts: readonly string[], texts: PageText): readonly Block[] {
  const codes = parts.filter((_part, at) => at % 2 === 1)
  return codes.map((code, at) => ({ code, text: texts[at] ?? '' }))
}

/** The file with the texts of a page drawn otherwise, and `more` behind everything else of it. */
export function editedPage(
  bytes: Uint8Array,
  page: number,
  edit: (blocks: readonly Block[]) => readonly Block[],
  more = '',
): Uint8Array {
  const { num, parts } = contentOf(bytes, page)
  const texts = valueOf(pageTexts(opened(bytes)))[page] ?? []
  const edited = edit(blocksOf(parts, texts))
  const content =
    parts.map((part, at) => (at % 2 === 1 ? (edited[(at - 1) / 2]?.code ?? '') : part)).join('') + more
  return updated(bytes, {
    num,
    gen: 0,
    text: `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  })
}

/** The operators of the first text like that on any page, put into the page's corner and drawn small. */
export function drawnOtherwise(
  bytes: Uint8Array,
  pages: readonly PageText[],
  isLike: (text: string) => boolean,
): string {
  const page = pages.findIndex((texts) => texts.some(isLike))
  const { parts } = contentOf(bytes, page)
  const code = blocksOf(parts, pages[page] ?? []).find(({ text }) => isLike(text))?.code ?? ''
  return sized(moved(code, 580, 3), 5)
}

/** A text at another place. */
export function moved(code: string, x: number, y: number): string {
  return code.replace(/1 0 0 1 \S+ \S+ Tm/, `1 0 0 1 ${x} ${y} Tm`)
}

/** A text in another size. */
export function sized(code: string, size: number): string {
  return code.replace(/(\/F\d+) \S+ Tf/, `$1 ${size} Tf`)
}
