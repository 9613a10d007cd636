import type { PdfDocument } from './document'
import { textOf, type PdfDict, type PdfRef, type PdfValue } from './values'

type Resolve = PdfDocument['resolve']

/** The value as a dictionary (of a stream, its dictionary), or null. */
export function asDict(value: PdfValue): PdfDict | null {
  if (value.kind === 'stream') return value.dict
  return value.kind === 'dict' ? value : null
}

/** An entry of a dictionary as a dictionary, or null. */
export function dictAt(dict: PdfDict | null, key: string, resolve: Resolve): PdfDict | null {
  return asDict(resolve(dict?.entries.get(key)))
}

/** The items of an array entry; none where there is no array. */
export function itemsAt(dict: PdfDict | null, key: string, resolve: Resolve): readonly PdfValue[] {
  const value = resolve(dict?.entries.get(key))
  return value.kind === 'array' ? value.items : []
}

/** An entry as text, or null where it is no string. */
export function textAt(dict: PdfDict | null, key: string, resolve: Resolve): string | null {
  const value = resolve(dict?.entries.get(key))
  return value.kind === 'string' ? textOf(value) : null
}

/** An entry as a name, or null. */
export function nameAt(dict: PdfDict | null, key: string, resolve: Resolve): string | null {
  const value = resolve(dict?.entries.get(key))
  return value.kind === 'name' ? value.name : null
}

/** The numbers of an array entry, or null where it is no array of numbers alone. */
export function numbersAt(dict: PdfDict | null, key: string, resolve: Resolve): readonly number[] | null {
  const items = itemsAt(dict, key, resolve).map(resolve)
  const numbers = items.flatMap((item) => (item.kind === 'number' ? [item.value] : []))
  return numbers.length === items.length && items.length > 0 ? numbers : null
}

/** The reference that stands in a dictionary, or null. */
export function refAt(dict: PdfDict | null, key: string): PdfRef | null {
  const value = dict?.entries.get(key)
  return value?.kind === 'ref' ? value : null
}

/** The document's catalog. */
export function catalogOf({ trailer, resolve }: PdfDocument): PdfDict | null {
  return dictAt(trailer, 'Root', resolve)
}
