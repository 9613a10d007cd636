import type { VoiceLanguage } from './events'
import { soundOfLetters as englishLetters } from './lettersEn'
import { soundOfLettersFr } from './lettersFr'
import { numberWays as englishNumbers } from './numbersEn'
import { numberWaysFr } from './numbersFr'

/**
 * How a word can sound: some ways, each a row of dictionary words as their phones. A way without any is silence:
 * the word can be passed over unheard.
 */
export type Sounds = readonly (readonly string[])[]

/** All pronunciations that the dictionary has of a word, as phones; empty where it has none. */
export type Lookup = (word: string) => readonly string[]

/** What differs from language to language. */
type Rules = {
  readonly numbers: (text: string) => readonly (readonly string[])[]
  readonly letters: (word: string) => string
  /** The names of the letters, where words of the dictionary do not name them. */
  readonly names: Readonly<Record<string, string>>
}

const LETTERS_FR: Readonly<Record<string, string>> = {
  a: 'aa',
  b: 'bb ei',
  c: 'ss ei',
  d: 'dd ei',
  e: 'ee',
  f: 'ai ff',
  g: 'jj ei',
  h: 'aa ch',
  i: 'ii',
  j: 'jj ii',
  k: 'kk aa',
  l: 'ai ll',
  m: 'ai mm',
  n: 'ai nn',
  o: 'au',
  p: 'pp ei',
  q: 'kk uu',
  r: 'ai rr',
  s: 'ai ss',
  t: 'tt ei',
  u: 'uu',
  v: 'vv ei',
  w: 'dd uu bb ll ee vv ei',
  x: 'ii kk ss',
  y: 'ii gg rr ai kk',
  z: 'zz ai dd',
}

const RULES: Readonly<Record<VoiceLanguage, Rules>> = {
  en: { numbers: englishNumbers, letters: englishLetters, names: { a: 'EY' } },
  fr: { numbers: numberWaysFr, letters: soundOfLettersFr, names: LETTERS_FR },
}

const MOST_WAYS = 8
const SHORTEST_PART = 3

/** Every way through words that each have some pronunciations, up to a few. */
function through(parts: readonly (readonly string[])[]): Sounds {
  return parts.reduce<Sounds>(
    (ways, sounds) =>
      ways.flatMap((way) => sounds.slice(0, 3).map((sound) => [...way, sound])).slice(0, MOST_WAYS),
    [[]],
  )
}

const SUFFIXES: readonly (readonly [string, (stem: string) => string])[] = [
  ["'s", (stem) => (/(?:S|Z|SH|CH|JH|ZH)$/.test(stem) ? 'IH Z' : /(?:P|T|K|F|TH)$/.test(stem) ? 'S' : 'Z')],
  ['s', (stem) => (/(?:S|Z|SH|CH|JH|ZH)$/.test(stem) ? 'IH Z' : /(?:P|T|K|F|TH)$/.test(stem) ? 'S' : 'Z')],
  ['ing', () => 'IH NG'],
  ['ed', (stem) => (/(?:T|D)$/.test(stem) ? 'IH D' : /(?:P|K|F|S|SH|CH|TH)$/.test(stem) ? 'T' : 'D')],
  ['er', () => 'ER'],
  ['able', () => 'AH B AH L'],
  ['ly', () => 'L IY'],
  ['ness', () => 'N AH S'],
]

/** Two known words written as one: rollback, hotfix. */
function compound(word: string, lookup: Lookup): readonly string[] {
  for (let cut = word.length - 2; cut >= 2; cut -= 1) {
    if (Math.max(cut, word.length - cut) < SHORTEST_PART) continue
    const [head, tail] = [lookup(word.slice(0, cut)), lookup(word.slice(cut))]
    if (head[0] !== undefined && tail[0] !== undefined) return [`${head[0]} ${tail[0]}`]
  }
  return []
}

/** A known word with an ending. */
function inflected(word: string, lookup: Lookup): readonly string[] {
  for (const [suffix, sound] of SUFFIXES) {
    if (!word.endsWith(suffix)) continue
    const stem = word.slice(0, -suffix.length)
    const doubled = /(.)\1$/.test(stem) ? [stem.slice(0, -1)] : []
    for (const base of [stem, `${stem}e`, ...doubled]) {
      const found = base.length < 2 ? [] : lookup(base)
      const known = found.length > 0 || base !== stem ? found : compound(base, lookup)
      if (known.length > 0) return known.map((phones) => `${phones} ${sound(phones)}`)
    }
  }
  return []
}

function spelled(text: string, lookup: Lookup, { names }: Rules): Sounds {
  const letters = Array.from(text.toLowerCase(), (letter) => {
    const name = names[letter]
    return name === undefined ? lookup(letter) : [name]
  })
  return letters.every((sounds) => sounds.length > 0) ? through(letters) : []
}

/** How the words of a language sound, by its dictionary and, for what that lacks, by rules. */
export function pronouncer(language: VoiceLanguage, lookup: Lookup): (text: string) => Sounds {
  const rules = RULES[language]
  const sayable = (word: string): readonly string[] => {
    const known = lookup(word)
    if (known.length > 0) return known
    const bare = lookup(word.replaceAll("'", ''))
    if (bare.length > 0) return bare
    const elided = /^((?:[cdjlmnst]|qu)')(.{2,})$/.exec(word)
    if (language === 'fr' && elided !== null) {
      const [heads, tails] = [lookup(elided[1] ?? ''), sayable(elided[2] ?? '')]
      return heads.length === 0 ? tails : tails.map((tail) => `${heads[0] ?? ''} ${tail}`)
    }
    const made = language === 'en' ? [...inflected(word, lookup), ...compound(word, lookup)] : []
    if (made.length > 0) return made
    const letters = rules.letters(word)
    return letters === '' ? [] : [letters]
  }
  const mixed = (text: string): Sounds => {
    const pieces = text.match(/\d+|\p{L}+/gu) ?? []
    const parts = pieces.map((piece) => {
      const [number] = rules.numbers(piece)
      if (number !== undefined) return through(number.map(sayable))
      return spelled(piece, lookup, rules)
    })
    return parts.every((part) => part.length > 0) ? [parts.flatMap(([first]) => first ?? [])] : []
  }
  const sounds = (written: string): Sounds => {
    const text = written.normalize('NFC').replaceAll('’', "'")
    const numbers = rules.numbers(text)
    if (numbers.length > 0) return numbers.flatMap((words) => through(words.map(sayable))).slice(0, MOST_WAYS)
    if (/\d/.test(text) && /\p{L}/u.test(text)) return mixed(text)
    const ways = sayable(text.toLowerCase()).map((phones) => [phones])
    const capitals = /^\p{Lu}{2,6}s?$/u.test(text) || !/[aeiouyàâéèêëîïôöûü]/i.test(text)
    return capitals ? [...spelled(text.replace(/s$/, ''), lookup, rules), ...ways] : ways
  }
  const known = new Map<string, Sounds>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const unique = new Map(sounds(text).map((way) => [way.join('|'), way]))
    const found = [...unique.values()]
    known.set(text, found)
    return found
  }
}
