const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** The words of a name without case, diacritics and punctuation: `Jean-Luc Ł.` is `jean`, `luc`, `l`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** The first letter of each word. */
export function initialsOf(words: readonly string[]): string {
  return words.map((word) => /^./u.exec(word)?.[0] ?? '').join('')
}

/** One form for comparing names: word by word, or for a query typed as one word without the gaps. */
export type Fold = (name: string) => string
export const wordByWord: Fold = (name) => wordsOf(name).join(' ')
export const asOneWord: Fold = (name) => wordsOf(name).join('')

/** `dana.fox` and `DanaFox` are `Dana Fox`, but `jo an` is not `Joan`. */
export function foldFor(query: string): Fold {
  return /\s/.test(query.trim()) ? wordByWord : asOneWord
}
