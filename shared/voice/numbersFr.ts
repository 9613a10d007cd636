const ONES =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ')
const TENS: Readonly<Record<number, string>> = {
  2: 'vingt',
  3: 'trente',
  4: 'quarante',
  5: 'cinquante',
  6: 'soixante',
  8: 'quatre vingt',
}

const one = (value: number) => ONES[value] ?? ''

function belowHundred(value: number): readonly string[] {
  if (value <= 16) return [one(value)]
  if (value < 20) return ['dix', one(value - 10)]
  const ten = Math.floor(value / 10)
  const base = ten === 7 || ten === 9 ? ten - 1 : ten
  const rest = value - base * 10
  const head = (TENS[base] ?? '').split(' ')
  if (rest === 0) return head
  const joined = base !== 8 && (rest === 1 || rest === 11) ? ['et'] : []
  return [...head, ...joined, ...belowHundred(rest)]
}

function belowThousand(value: number): readonly string[] {
  if (value < 100) return belowHundred(value)
  const hundreds = value < 200 ? ['cent'] : [one(Math.floor(value / 100)), 'cent']
  return value % 100 === 0 ? hundreds : [...hundreds, ...belowHundred(value % 100)]
}

/** A whole number below a trillion in French words. */
export function cardinalFr(value: number): readonly string[] {
  if (value < 1000) return belowThousand(value)
  const [size, name] =
    value >= 1e9
      ? ([1e9, 'milliard'] as const)
      : value >= 1e6
        ? ([1e6, 'million'] as const)
        : ([1e3, 'mille'] as const)
  const count = Math.floor(value / size)
  const head = size === 1e3 && count === 1 ? [name] : [...cardinalFr(count), name]
  return value % size === 0 ? head : [...head, ...cardinalFr(value % size)]
}

const TRILLION = 1e12
const digits = (text: string) => Array.from(text, (digit) => one(Number(digit)))
const wholeWords = (text: string) => (Number(text) >= TRILLION ? digits(text) : cardinalFr(Number(text)))

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '%': ['pour', 'cent'],
  '€': ['euros'],
  $: ['dollars'],
  '£': ['livres'],
  '°': ['degrés'],
}

/** The ways in which a number, with the signs around it, is read aloud in French; none for other text. */
export function numberWaysFr(text: string): readonly (readonly string[])[] {
  const [, before = '', body = '', suffix = '', after = ''] =
    /^([$€£]?)(\d[\d.,]*)(er|re|e|ème)?([%°€£]?)$/i.exec(text) ?? []
  const plain = body.replace(/[.,]+$/, '')
  if (plain === '') return []
  const [whole = '', ...rest] = plain.split(/[.,]/)
  const head = wholeWords(whole)
  if (suffix !== '') return whole === '1' ? [['premier'], ['première'], head] : [[...head, 'ième'], head]
  const ways =
    rest.length === 0
      ? [head]
      : ['virgule', 'point'].map((name) => [...head, ...rest.flatMap((part) => [name, ...wholeWords(part)])])
  const sign = SIGNS[before] ?? SIGNS[after]
  return sign === undefined ? ways : ways.flatMap((words) => [[...words, ...sign], words])
}
