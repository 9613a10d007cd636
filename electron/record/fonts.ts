import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { coverageOf, type Coverage } from './cmap'

/** A font family as pdfmake takes it: a file for each of the four faces. */
export type FontFiles = {
  readonly normal: string
  readonly bold: string
  readonly italics: string
  readonly bolditalics: string
}

/** A family and the code points that every one of its faces can show. */
export type Family = { readonly name: string; readonly files: FontFiles; readonly covers: Coverage }

/** The families in the order they are asked for a character. */
export type Fonts = readonly [Family, ...Family[]]

/** A stretch of text in one family, or one that no family can show (`font: null`). */
export type FontRun = { readonly text: string; readonly font: string | null }

type Faces = { readonly name: string; readonly faces: readonly [string, string, string, string] }

/** DejaVu's bold covers a little less than its regular face, which then stands in for all four. */
const FAMILIES: readonly [Faces, ...Faces[]] = [
  {
    name: 'NotoSans',
    faces: ['NotoSans-Regular', 'NotoSans-Bold', 'NotoSans-Italic', 'NotoSans-BoldItalic'],
  },
  { name: 'DejaVuSans', faces: ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSans', 'DejaVuSans-Bold'] },
  { name: 'DejaVuSansBook', faces: ['DejaVuSans', 'DejaVuSans', 'DejaVuSans', 'DejaVuSans'] },
]

/** The folder of the font files inside the resources folder. */
export function fontFolder(resources: string): string {
  return join(resources, 'fonts')
}

async function loadFamily(folder: string, { name, faces }: Faces): Promise<Family> {
  const file = (face: string) => join(folder, `${face}.ttf`)
  const [first = new Set<number>(), ...others] = await Promise.all(
    [...new Set(faces)].map(async (face) => coverageOf(await readFile(file(face)))),
  )
  const covers = new Set([...first].filter((code) => others.every((other) => other.has(code))))
  const [normal, bold, italics, bolditalics] = faces
  const files = {
    normal: file(normal),
    bold: file(bold),
    italics: file(italics),
    bolditalics: file(bolditalics),
  }
  return { name, files, covers }
}

/** Reads the record's fonts from a resources folder. Throws the system's error where one is missing. */
export async function loadFonts(resources: string): Promise<Fonts> {
  const folder = fontFolder(resources)
  const [main, ...fallbacks] = FAMILIES
  return [
    await loadFamily(folder, main),
    ...(await Promise.all(fallbacks.map((family) => loadFamily(folder, family)))),
  ]
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const CHOOSES_PRESENTATION = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/** Tabs and line breaks in the forms that pdfmake lays out; nothing visible is lost. */
function layoutText(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(/\t/g, '    ')
}

function familyFor(text: string, fonts: Fonts): Family | undefined {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  return fonts.find(({ covers }) => codes.every((code) => code === 0x0a || covers.has(code)))
}

function runsOfCluster(cluster: string, fonts: Fonts): readonly FontRun[] {
  const whole = familyFor(cluster, fonts)
  if (whole !== undefined) return [{ text: cluster, font: whole.name }]
  const bare = cluster.replace(CHOOSES_PRESENTATION, '')
  const characters = Array.from(bare === '' ? cluster : bare)
  return characters.map((text) => ({ text, font: familyFor(text, fonts)?.name ?? null }))
}

/**
 * Parts a text into runs of one font each: the first family that shows a whole character, accents and all.
 * The texts of the runs add up to the text, but for tabs, the kind of line breaks, and selectors of a
 * presentation no font has.
 */
export function fontRuns(text: string, fonts: Fonts): readonly FontRun[] {
  const laidOut = layoutText(text)
  if (familyFor(laidOut, fonts) === fonts[0]) return [{ text: laidOut, font: fonts[0].name }]
  const runs: { text: string; font: string | null }[] = []
  for (const { segment } of clusters.segment(laidOut)) {
    for (const run of runsOfCluster(segment, fonts)) {
      const last = runs.at(-1)
      if (last !== undefined && last.font === run.font && run.font !== null) last.text += run.text
      else runs.push({ ...run })
    }
  }
  return runs
}
