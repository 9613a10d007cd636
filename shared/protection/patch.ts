import { z } from 'zod'

/** The colours of a patch: the corners of the colour cube, far apart however a capture changes them. */
export const PATCH_COLOURS = ['red', 'lime', 'blue', 'cyan', 'magenta', 'yellow'] as const
export type PatchColour = (typeof PATCH_COLOURS)[number]

/** So many stripes that nothing else on a screen is likely to look the same. */
export const PATCH_STRIPES = 8

/** A patch for one test: its stripes from top to bottom, no two beside each other alike. */
export const patchSchema = z
  .array(z.enum(PATCH_COLOURS))
  .length(PATCH_STRIPES)
  .refine((stripes) => stripes.every((each, index) => each !== stripes[index + 1]), 'has two stripes alike')
export type Patch = Readonly<z.infer<typeof patchSchema>>

/** A patch drawn by lot; `random` gives numbers from 0 up to 1. */
export function makePatch(random: () => number): Patch {
  const stripes: PatchColour[] = []
  while (stripes.length < PATCH_STRIPES) {
    const free = PATCH_COLOURS.filter((colour) => colour !== stripes.at(-1))
    const next = free[Math.floor(random() * free.length)]
    if (next !== undefined) stripes.push(next)
  }
  return stripes
}

/** A captured picture: four bytes a pixel, blue first, row by row. */
export type Bitmap = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/** Looked at this far apart, in pixels: a patch is many times as wide. */
const COLUMNS_APART = 8
/** A stripe in a picture is at least so high; less is a seam between two colours. */
const LEAST_STRIPE = 4
/** A byte from here up counts as full, one from here down as empty; in between the colour is no corner. */
const [FULL, EMPTY] = [170, 85]

const OF_CHANNELS: Readonly<Record<number, PatchColour>> = {
  4: 'red',
  2: 'lime',
  1: 'blue',
  3: 'cyan',
  5: 'magenta',
  6: 'yellow',
}

/** The corner of the colour cube a pixel is near to, or null. */
function colourAt(bytes: Uint8Array, at: number): PatchColour | null {
  let channels = 0
  for (const [offset, weight] of [
    [2, 4],
    [1, 2],
    [0, 1],
  ] as const) {
    const value = bytes[at + offset] ?? 0
    if (value >= FULL) channels += weight
    else if (value > EMPTY) return null
  }
  return OF_CHANNELS[channels] ?? null
}

/** The colours of a column from top to bottom, as words; what is between two stripes of a patch is left out. */
function colourWords({ bytes, width, height }: Bitmap, x: number): string {
  const words: string[] = []
  let [colour, run] = [colourAt(bytes, x * 4), 0]
  for (let y = 0; y <= height; y += 1) {
    const next = y < height ? colourAt(bytes, (y * width + x) * 4) : undefined
    if (next === colour) {
      run += 1
      continue
    }
    if (run >= LEAST_STRIPE) words.push(colour ?? 'none')
    if (next !== undefined) [colour, run] = [next, 1]
  }
  return words.join(' ')
}

/** Whether a captured picture shows the patch. */
export function showsPatch(picture: Bitmap, patch: Patch): boolean {
  const wanted = patch.join(' ')
  for (let x = 0; x < picture.width; x += COLUMNS_APART)
    if (colourWords(picture, x).includes(wanted)) return true
  return false
}
