import { formatMoment } from '../../shared/capture/due'
import { ACCENT, HAIRLINE, INK, QUIET } from '../../shared/record/pdf'
import { canShow, outline, type Faces, type Outline } from './outlines'

/** What a signature shows. `at` is a moment with its offset, `fingerprint` the SHA-256 of the certificate. */
export type Shown = {
  readonly name: string
  readonly email: string
  readonly at: string
  readonly fingerprint: string
}

/** The height the drawing is made for; a field from elsewhere may be lower or higher. */
const HEIGHT = 62
const EDGE = 0.5
const LEFT = 11
const RIGHT = 7
const SMALL = 7
const NAME = { most: 14, least: 10, halved: 8.5 } as const

function color(hex: string): string {
  const part = (at: number) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3)
  return `${part(1)} ${part(3)} ${part(5)} rg`
}

/** The start of a text that fits, with `…` where something is missing; whole characters only. */
function fitted(text: string, most: number, measure: (text: string) => Outline): Outline {
  const whole = measure(text)
  if (whole.width <= most) return whole
  const characters = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
  let [fits, fails] = [0, characters.length]
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1
    if (measure(`${characters.slice(0, middle).join('').trimEnd()}…`).width <= most) fits = middle
    else fails = middle
  }
  return measure(`${characters.slice(0, fits).join('').trimEnd()}…`)
}

/** The name as it is where the fonts have it, else the e-mail address, which they always have. */
function written({ name, email }: Shown, faces: Faces): string {
  const line = name.replace(/\s+/g, ' ').trim()
  return canShow(line, faces) || email === '' || !canShow(email, faces) ? line : email
}

/** Where to part a name that is too long for one line: the last blank of what fits the first. */
function parted(text: string, fits: (text: string) => boolean): readonly [string, string] {
  const blanks = Array.from(text.matchAll(/ /g), ({ index }) => index)
  const at = blanks.findLast((index) => fits(text.slice(0, index)))
  return at === undefined ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** The name in one line as large as fits, or in two small ones. */
function nameLines(shown: Shown, faces: Faces, room: number): string {
  const text = written(shown, faces)
  const measure = (part: string) => outline(part, faces, 'bold')
  const { width } = measure(text)
  const size = Math.min(NAME.most, room / Math.max(width, 0.01))
  if (size >= NAME.least) return measure(text).operators(LEFT, 38.5, size)
  const most = room / NAME.halved
  const [first, second] = parted(text, (part) => measure(part).width <= most)
  const lines = [fitted(first, most, measure).operators(LEFT, second === '' ? 39 : 45, NAME.halved)]
  if (second !== '') lines.push(fitted(second, most, measure).operators(LEFT, 34.5, NAME.halved))
  return lines.join('\n')
}

/** `2026-11-23T18:10:39+01:00` → `Mon 23 Nov 2026, 18:10 UTC+01:00`. */
function when(at: string): string {
  const offset = /([+-]\d\d:\d\d)$/.exec(at)?.[1] ?? '+00:00'
  const local = new Date(Date.parse(at) + minutes(offset) * 60_000).toISOString()
  return `${formatMoment(local, 'UTC')} UTC${offset === '+00:00' ? '' : offset}`
}

function minutes(offset: string): number {
  const [hours = 0, rest = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + rest)
}

/** The start of a fingerprint, in groups people can read out: `4F2A 9C31 00D7 8B1E`. */
function short(fingerprint: string): string {
  return (fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(' ').toUpperCase()
}

/**
 * What a visible signature looks like, as the content of a form XObject `width` by `height` points: filled
 * outlines only, so that no font is needed; the same input gives the same bytes.
 */
export function appearance(shown: Shown, faces: Faces, width: number, height: number): string {
  const scale = height / HEIGHT
  const wide = width / scale
  const room = wide - LEFT - RIGHT
  if (room < 2 * SMALL) return ''
  const small = (text: string) => fitted(text, room / SMALL, (part) => outline(part, faces, 'regular'))
  const lines = [
    'q',
    `${scale.toFixed(4)} 0 0 ${scale.toFixed(4)} 0 0 cm`,
    `${color(HAIRLINE)} 0 0 ${wide} ${HEIGHT} re ${wide - EDGE} ${EDGE} ${2 * EDGE - wide} ${HEIGHT - 2 * EDGE} re f`,
    `${color(ACCENT)} 0 0 3 ${HEIGHT} re f`,
    color(INK),
    nameLines(shown, faces, room),
    'f',
    color(QUIET),
    small(when(shown.at)).operators(LEFT, 22.5, SMALL),
    small(`Signed with Lectern · certificate ${short(shown.fingerprint)}`).operators(LEFT, 10.5, SMALL),
    'f',
    'Q',
  ]
  return `${lines.join('\n')}\n`
}
