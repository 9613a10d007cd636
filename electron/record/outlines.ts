import { readFile } from 'node:fs/promises'

import { create, type Font, type Glyph, type PathCommand } from 'fontkit'

import { fontRuns, loadFonts, type Fonts } from './fonts'

/** The faces a signature is drawn with. */
export type Faces = { readonly fonts: Fonts; readonly regular: Shaped; readonly bold: Shaped }
type Shaped = ReadonlyMap<string, Font>

/** Text as outlines: PDF path operators in text space of one unit an em, and how far it reaches. */
export type Outline = {
  readonly operators: (x: number, y: number, size: number) => string
  readonly width: number
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u

/** A box for what no font shows: an em high, with a hole in it. */
const MISSING = { width: 0.6, box: [0.08, 0, 0.44, 0.7] as const, wall: 0.06 }

async function shaped(fonts: Fonts, face: 'normal' | 'bold'): Promise<Shaped> {
  return new Map(
    await Promise.all(
      fonts.map(async ({ name, files }) => [name, create(await readFile(files[face]))] as const),
    ),
  )
}

async function load(resources: string): Promise<Faces> {
  const fonts = await loadFonts(resources)
  const [regular, bold] = await Promise.all([shaped(fonts, 'normal'), shaped(fonts, 'bold')])
  return { fonts, regular, bold }
}

const loaded = new Map<string, Promise<Faces>>()

/** The faces in a resources folder, read once. Throws the system's error where one is missing. */
export async function loadFaces(resources: string): Promise<Faces> {
  const found = loaded.get(resources) ?? load(resources)
  loaded.set(resources, found)
  found.catch(() => loaded.delete(resources))
  return found
}

/** Whether the fonts show every character of a text. */
export function canShow(text: string, { fonts }: Faces): boolean {
  return fontRuns(text, fonts).every(({ font }) => font !== null)
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function operator({ command, args }: PathCommand, from: readonly [number, number]): [string, number[]] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = args
  if (command === 'moveTo') return ['m', [x1, y1]]
  if (command === 'lineTo') return ['l', [x1, y1]]
  if (command === 'bezierCurveTo') return ['c', [...args]]
  if (command !== 'quadraticCurveTo') return ['h', []]
  const third = (end: number, control: number) => end + (2 / 3) * (control - end)
  return ['c', [third(from[0], x1), third(from[1], y1), third(x2, x1), third(y2, y1), x2, y2]]
}

function glyphPath({ path }: Glyph, scale: number, x: number, y: number): string {
  let from: readonly [number, number] = [0, 0]
  return path.commands
    .map((command) => {
      const [sign, points] = operator(command, from)
      from = [points.at(-2) ?? from[0], points.at(-1) ?? from[1]]
      const placed = points.map((value, index) => number(value * scale + (index % 2 === 0 ? x : y)))
      return [...placed, sign].join(' ')
    })
    .join('\n')
}

function shapedRun(text: string, font: Font): Outline {
  const { glyphs, positions } = font.layout(text)
  const em = font.unitsPerEm
  const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / em
  const operators = (x: number, y: number, size: number) => {
    const scale = size / em
    let at = x
    return glyphs
      .map((glyph, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
        const drawn = glyphPath(glyph, scale, at + xOffset * scale, y + yOffset * scale)
        at += xAdvance * scale
        return drawn
      })
      .filter((drawn) => drawn !== '')
      .join('\n')
  }
  return { operators, width }
}

function missing(): Outline {
  const rectangle = (inset: number, x: number, y: number, size: number) => {
    const [left, bottom, width, height] = MISSING.box
    return [left + inset, bottom + inset, width - 2 * inset, height - 2 * inset]
      .map((value, index) => number(value * size + (index === 0 ? x : index === 1 ? y : 0)))
      .join(' ')
  }
  return {
    width: MISSING.width,
    // Even-odd filling is set by whoever fills; the inner one is drawn the other way round for either rule.
    operators: (x, y, size) => {
      const [left = '', bottom = '', width = '', height = ''] = rectangle(MISSING.wall, x, y, size).split(' ')
      const right = number(Number(left) + Number(width))
      return `${rectangle(0, x, y, size)} re\n${right} ${bottom} ${number(-Number(width))} ${height} re`
    },
  }
}

/** The outlines of one line of text. A text that begins from right to left keeps its runs in that order. */
export function outline(text: string, faces: Faces, face: 'regular' | 'bold'): Outline {
  const runs = fontRuns(text, faces.fonts).map(({ text: run, font }) => {
    const found = font === null ? undefined : faces[face].get(font)
    return found === undefined ? missing() : shapedRun(run, found)
  })
  const ordered = RIGHT_TO_LEFT.test(text) ? runs.toReversed() : runs
  return {
    width: ordered.reduce((sum, { width }) => sum + width, 0),
    operators: (x, y, size) => {
      let at = x
      return ordered
        .map(({ operators, width }) => {
          const drawn = operators(at, y, size)
          at += width * size
          return drawn
        })
        .join('\n')
    },
  }
}
