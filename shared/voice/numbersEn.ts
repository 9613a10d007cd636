const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: readonly (readonly [number, string])[] = [
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
]
const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

const one = (index: number) => ONES[index] ?? ''

function belowHundred(value: number): readonly string[] {
  if (value < 20) return [one(value)]
  const ten = TENS[Math.floor(value / 10) - 2] ?? ''
  return value % 10 === 0 ? [ten] : [ten, one(value % 10)]
}

function belowThousand(value: number): readonly string[] {
  if (value < 100) return belowHundred(value)
  const hundreds = [one(Math.floor(value / 100)), 'hundred']
  return value % 100 === 0 ? hundreds : [...hundreds, ...belowHundred(value % 100)]
}

/** A whole number below a trillion in words. */
export function cardinal(value: number): readonly string[] {
  const scale = SCALES.find(([size]) => value >= size)
  if (scale === undefined) return belowThousand(value)
  const [size, name] = scale
  const head = [...cardinal(Math.floor(value / size)), name]
  return value % size === 0 ? head : [...head, ...cardinal(value % size)]
}

/** The same as a place in a row: twenty fifth. */
export function ordinal(value: number): readonly string[] {
  const words = cardinal(value)
  const last = words.at(-1) ?? ''
  const ending = IRREGULAR[last] ?? `${last.replace(/y$/, 'ie')}th`
  return [...words.slice(0, -1), ending]
}

const digits = (text: string) => Array.from(text, (digit) => one(Number(digit)))

/** With the `and` that many people say after the hundreds. */
function withAnd(words: readonly string[]): readonly string[] {
  const at = words.lastIndexOf('hundred')
  return at < 0 || at === words.length - 1
    ? words
    : [...words.slice(0, at + 1), 'and', ...words.slice(at + 1)]
}

function yearWords(value: number): readonly (readonly string[])[] {
  const [century, rest] = [Math.floor(value / 100), value % 100]
  if (century < 11 || century > 20 || (century === 20 && rest < 10)) return []
  if (rest === 0) return [[...belowHundred(century), 'hundred']]
  return [[...belowHundred(century), ...(rest < 10 ? ['oh'] : []), ...belowHundred(rest)]]
}

const TRILLION = 1e12

function wholeWords(text: string): readonly (readonly string[])[] {
  const value = Number(text)
  if (/^0\d/.test(text)) {
    const plain = value === 0 ? [['hundred'], ['oh', 'oh'], ["o'clock"], []] : [['oh', ...cardinal(value)]]
    return [...plain, cardinal(value), digits(text)]
  }
  if (value >= TRILLION) return [digits(text)]
  const words = cardinal(value)
  const ways = [words, withAnd(words), ...yearWords(value)]
  if (words[0] === 'one' && words.length > 1) ways.push(['a', ...words.slice(1)])
  if (value > 0 && value <= 31) ways.push(ordinal(value), ['the', ...ordinal(value), 'of'])
  if (text.length >= 3) ways.push(digits(text))
  return ways
}

function dotted(parts: readonly string[]): readonly (readonly string[])[] {
  const [whole = '', ...rest] = parts
  const head = wholeWords(whole)[0] ?? []
  const each = rest.map((part) => digits(part))
  const numbers = rest.map((part) => wholeWords(part)[0] ?? [])
  return [
    [...head, ...each.flatMap((words) => ['point', ...words])],
    [...head, ...numbers.flatMap((words) => ['point', ...words])],
    [...head, ...each.flat()],
    [...head, ...each.flatMap((words) => ['dot', ...words])],
  ]
}

const MONEY: Readonly<Record<string, readonly string[]>> = {
  $: ['dollars'],
  '€': ['euros'],
  '£': ['pounds'],
  '¥': ['yen'],
}

/** The ways in which a number, with the signs around it, is read aloud, the usual one first; none for other text. */
export function numberWays(text: string): readonly (readonly string[])[] {
  const [, before = '', body = '', suffix = '', after = ''] =
    /^([$€£¥#]?)(\d[\d.,:]*)(st|nd|rd|th)?([%‰°€£]?)$/i.exec(text) ?? []
  const plain = body.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(/[.,:]+$/, '')
  if (plain === '') return []
  const parts = plain.split(/[.,:]/)
  if (suffix !== '' && parts.length === 1) return [ordinal(Number(plain))]
  const ways = parts.length === 1 ? wholeWords(plain) : dotted(parts)
  const money = MONEY[before] ?? MONEY[after]
  if (money !== undefined) return ways.flatMap((words) => [[...words, ...money], words])
  if (after === '%') return ways.flatMap((words) => [[...words, 'percent'], words])
  if (after === '°') return ways.map((words) => [...words, 'degrees'])
  return before === '#' ? ways.map((words) => ['number', ...words]) : ways
}
