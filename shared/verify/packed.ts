/**
 * Text without what printing may change: blanks and line breaks, invisible characters, accents apart from
 * their letters or not, ligatures. A character that no font had is printed as `[U+1F680]` and counts as itself.
 */
export function packed(text: string): string {
  return text
    .replace(/\s+/gu, '')
    .replace(/\[U\+([0-9A-F]{4,6})\]/g, (all, hex: string) => {
      const code = Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : all
    })
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cc}\p{Cf}\p{Z}]/gu, '')
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether a text holds words that are written from right to left, whose letters a page may hold in any order. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/** The text with every bracket the same, because brackets are turned in words from right to left. */
export function oneBracket(text: string): string {
  return text.replace(/[()[\]{}<>«»]/g, '|')
}

/** The characters of a text in a fixed order, brackets in no direction: the same for every order of writing. */
export function bagOf(text: string): string {
  return Array.from(oneBracket(text)).toSorted().join('')
}
