import { LIMITS, spend, type Budget } from './budget'
import { unreadable } from './fault'
import type { PdfDict, PdfValue } from './values'

/** Unpacks zlib data to at most `most` bytes; null where the data is broken or there would be more. */
export type Inflate = (data: Uint8Array, most: number) => Uint8Array | null

type Resolve = (value: PdfValue | undefined) => PdfValue

/** A number of a dictionary, or what stands for it where it is not said. */
function numberAt(dict: PdfDict | null, key: string, otherwise: number, resolve: Resolve): number {
  const value = resolve(dict?.entries.get(key))
  if (value.kind === 'null') return otherwise
  if (value.kind !== 'number' || !Number.isInteger(value.value) || value.value < 0)
    unreadable(`This PDF says something impossible for /${key}.`)
  return value.value
}

function paeth(a: number, b: number, c: number): number {
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  if (toA <= toB && toA <= toC) return a
  return toB <= toC ? b : c
}

/** What a PNG filter adds to a byte, from the bytes left, above, and above left of it. */
function predicted(type: number, left: number, above: number, corner: number): number {
  switch (type) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return paeth(left, above, corner)
    default:
      return unreadable('This PDF holds data packed with an unknown PNG filter.')
  }
}

/** Undoes the PNG predictors (7.4.4.4) on rows of `width` bytes with `step` bytes a pixel. */
function unpredicted(data: Uint8Array, width: number, step: number): Uint8Array {
  const rows = Math.ceil(data.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row += 1) {
    const type = data[row * (width + 1)] ?? 0
    const to = row * width
    for (let x = 0; x < width; x += 1) {
      const left = x < step ? 0 : (out[to + x - step] ?? 0)
      const above = row === 0 ? 0 : (out[to + x - width] ?? 0)
      const corner = x < step || row === 0 ? 0 : (out[to + x - width - step] ?? 0)
      out[to + x] = (data[row * (width + 1) + 1 + x] ?? 0) + predicted(type, left, above, corner)
    }
  }
  return out
}

function withoutPredictor(data: Uint8Array, parms: PdfDict | null, resolve: Resolve): Uint8Array {
  const predictor = numberAt(parms, 'Predictor', 1, resolve)
  if (predictor === 1) return data
  if (predictor < 10)
    unreadable('This PDF packs data with a TIFF predictor, which is not read here.', 'filter')
  const colors = numberAt(parms, 'Colors', 1, resolve)
  const bits = numberAt(parms, 'BitsPerComponent', 8, resolve)
  const columns = numberAt(parms, 'Columns', 1, resolve)
  const width = Math.ceil((colors * bits * columns) / 8)
  if (width < 1 || width > data.length)
    unreadable('This PDF says something impossible about its packed data.')
  return unpredicted(data, width, Math.max(1, (colors * bits) >> 3))
}

function inflated(data: Uint8Array, inflate: Inflate, budget: Budget): Uint8Array {
  const out = inflate(data, Math.max(0, budget.inflated))
  if (out === null)
    unreadable('This PDF holds packed data that is broken, or too much of it to check.', 'inflate')
  spend(budget, 'inflated', out.length)
  return out
}

function listOf(value: PdfValue): readonly PdfValue[] {
  if (value.kind === 'null') return []
  return value.kind === 'array' ? value.items : [value]
}

/** The data of a stream, unpacked: FlateDecode with PNG predictors, the only filter such streams need here. */
export function decoded(
  raw: Uint8Array,
  dict: PdfDict,
  tools: { readonly inflate: Inflate; readonly budget: Budget; readonly resolve: Resolve },
): Uint8Array {
  const { inflate, budget, resolve } = tools
  const filters = listOf(resolve(dict.entries.get('Filter')))
  const parms = listOf(resolve(dict.entries.get('DecodeParms')))
  if (filters.length > LIMITS.filters) unreadable('This PDF packs data in too many layers.', 'tooDeep')
  return filters.reduce<Uint8Array>((data, named, index) => {
    const filter = resolve(named)
    const parm = resolve(parms[index])
    spend(budget, 'lexed', data.length)
    if (filter.kind !== 'name' || filter.name !== 'FlateDecode')
      return unreadable('This PDF packs data in a way that is not read here.', 'filter')
    return withoutPredictor(inflated(data, inflate, budget), parm.kind === 'dict' ? parm : null, resolve)
  }, raw)
}
