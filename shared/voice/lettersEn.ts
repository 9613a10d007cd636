/** How groups of letters sound, the longest first: a rough guide for names and words that no dictionary has. */
const GROUPS: Readonly<Record<string, string>> = {
  tion: 'SH AH N',
  sion: 'ZH AH N',
  ture: 'CH ER',
  ough: 'AO',
  augh: 'AO',
  eigh: 'EY',
  igh: 'AY',
  tch: 'CH',
  dge: 'JH',
  sch: 'SH',
  eau: 'OW',
  ous: 'AH S',
  cia: 'SH AH',
  tia: 'SH AH',
  qu: 'K W',
  ck: 'K',
  ch: 'CH',
  sh: 'SH',
  th: 'TH',
  ph: 'F',
  wh: 'W',
  gh: 'G',
  kn: 'N',
  wr: 'R',
  ng: 'NG',
  nk: 'NG K',
  cz: 'CH',
  sz: 'SH',
  zh: 'ZH',
  ee: 'IY',
  ea: 'IY',
  ei: 'AY',
  ie: 'IY',
  oo: 'UW',
  ou: 'AW',
  ow: 'OW',
  oi: 'OY',
  oy: 'OY',
  oa: 'OW',
  ai: 'EY',
  ay: 'EY',
  au: 'AO',
  aw: 'AO',
  ew: 'Y UW',
  eu: 'Y UW',
  ue: 'UW',
  ui: 'UW',
  ar: 'AA R',
  er: 'ER',
  ir: 'ER',
  or: 'AO R',
  ur: 'ER',
  bb: 'B',
  cc: 'K',
  dd: 'D',
  ff: 'F',
  gg: 'G',
  ll: 'L',
  mm: 'M',
  nn: 'N',
  pp: 'P',
  rr: 'R',
  ss: 'S',
  tt: 'T',
  zz: 'Z',
  a: 'AE',
  b: 'B',
  c: 'K',
  d: 'D',
  e: 'EH',
  f: 'F',
  g: 'G',
  h: 'HH',
  i: 'IH',
  j: 'JH',
  k: 'K',
  l: 'L',
  m: 'M',
  n: 'N',
  o: 'AA',
  p: 'P',
  q: 'K',
  r: 'R',
  s: 'S',
  t: 'T',
  u: 'AH',
  v: 'V',
  w: 'W',
  x: 'K S',
  y: 'IY',
  z: 'Z',
}
const LONGEST = 4

/** A vowel before one consonant and a silent e says its own name. */
const LONG: Readonly<Record<string, string>> = { a: 'EY', e: 'IY', i: 'AY', o: 'OW', u: 'UW', y: 'AY' }
const MAGIC_E = /^[aeiouy][bcdfgklmnprstvz]e(?:s|d)?$/

/** What stands alone at the end of a word. */
const LAST: Readonly<Record<string, string>> = { a: 'AH', e: '', i: 'IY', o: 'OW', u: 'UW', es: 'Z', ed: 'D' }

const SOFT = /^[eiy]/

function soundAt(word: string, at: number): { readonly sound: string; readonly length: number } {
  const rest = word.slice(at)
  const [first = ''] = rest
  if (at > 0 && LAST[rest] !== undefined) return { sound: LAST[rest], length: rest.length }
  if (MAGIC_E.test(rest)) return { sound: LONG[first] ?? '', length: 1 }
  if (at === 0 && first === 'y') return { sound: 'Y', length: 1 }
  if (at === 0 && first === 'x') return { sound: 'Z', length: 1 }
  for (let length = LONGEST; length > 1; length -= 1) {
    const sound = GROUPS[rest.slice(0, length)]
    if (sound !== undefined && rest.length >= length) return { sound, length }
  }
  if (first === 'c' && SOFT.test(rest.slice(1))) return { sound: 'S', length: 1 }
  if (first === 'g' && SOFT.test(rest.slice(1)) && rest.length <= 3) return { sound: 'JH', length: 1 }
  return { sound: GROUPS[first] ?? '', length: 1 }
}

/** How an unknown English word may sound, in the phones of the dictionary; empty where nothing can be said. */
export function soundOfLetters(word: string): string {
  const letters = word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  const sounds: string[] = []
  for (let at = 0; at < letters.length;) {
    const { sound, length } = soundAt(letters, at)
    if (sound !== '') sounds.push(sound)
    at += length
  }
  return sounds.join(' ')
}
