/** How groups of letters sound in French, the longest first: a rough guide for what the dictionary lacks. */
const GROUPS: Readonly<Record<string, string>> = {
  eaux: 'au',
  tion: 'ss yy on',
  eau: 'au',
  ain: 'in',
  ein: 'in',
  oin: 'ww in',
  ien: 'yy in',
  ill: 'ii yy',
  oeu: 'oe',
  sch: 'ch',
  ch: 'ch',
  ph: 'ff',
  gn: 'gn',
  qu: 'kk',
  th: 'tt',
  an: 'an',
  am: 'an',
  en: 'an',
  em: 'an',
  in: 'in',
  im: 'in',
  on: 'on',
  om: 'on',
  un: 'un',
  ou: 'ou',
  oi: 'ww aa',
  au: 'au',
  ai: 'ai',
  ei: 'ai',
  eu: 'oe',
  er: 'ai rr',
  ez: 'ei',
  et: 'ai',
  ss: 'ss',
  ll: 'll',
  tt: 'tt',
  nn: 'nn',
  mm: 'mm',
  pp: 'pp',
  rr: 'rr',
  cc: 'kk',
  ff: 'ff',
  a: 'aa',
  b: 'bb',
  c: 'kk',
  d: 'dd',
  e: 'ee',
  é: 'ei',
  è: 'ai',
  ê: 'ai',
  f: 'ff',
  g: 'gg',
  h: '',
  i: 'ii',
  j: 'jj',
  k: 'kk',
  l: 'll',
  m: 'mm',
  n: 'nn',
  o: 'oo',
  p: 'pp',
  q: 'kk',
  r: 'rr',
  s: 'ss',
  t: 'tt',
  u: 'uu',
  v: 'vv',
  w: 'ww',
  x: 'kk ss',
  y: 'ii',
  z: 'zz',
  ç: 'ss',
}
const LONGEST = 4
const SILENT_END = /(?:e|es|ent|s|t|d|x|p|z)$/
const VOWEL = /^[aeiouyéèê]/
const NASAL = /^[aeiou][nm]/

/** How an unknown French word may sound, in the phones of the dictionary. */
export function soundOfLettersFr(word: string): string {
  const lower = word.toLowerCase().replace(/[âà]/g, 'a').replace(/[îï]/g, 'i').replace(/[ôö]/g, 'o')
  const letters = lower
    .replace(/[ûùü]/g, 'u')
    .replace(/œ/g, 'oe')
    .replace(/ë/g, 'è')
    .replace(/[^a-zéèêç]/g, '')
  const stem = letters.length > 3 ? letters.replace(SILENT_END, '') : letters
  const sounds: string[] = []
  for (let at = 0; at < stem.length;) {
    const rest = stem.slice(at)
    let length = Math.min(LONGEST, rest.length)
    while (length > 1) {
      const vowelFollows = VOWEL.test(rest.slice(length)) || /^[nm]/.test(rest.slice(length))
      const nasal = length === 2 && NASAL.test(rest) && vowelFollows
      if (GROUPS[rest.slice(0, length)] !== undefined && !nasal) break
      length -= 1
    }
    const soft = /^[cg][eiyéèê]/.test(rest) && length === 1
    const sound = soft ? (rest.startsWith('c') ? 'ss' : 'jj') : (GROUPS[rest.slice(0, length)] ?? '')
    if (sound !== '') sounds.push(sound)
    at += length
  }
  return sounds.join(' ')
}
