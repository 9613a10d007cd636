import type { PdfDocument } from '../pdf/document'
import type { PdfObject } from '../pdf/objects'
import type { PdfDict, PdfValue } from '../pdf/values'
import { sameBytes } from './crypto'

/** Two documents of which the second is a later state of the first, in the same bytes. */
export type Pair = { readonly before: PdfDocument; readonly after: PdfDocument }

/** Whether two values say the same; streams are compared as they are packed. */
export function sameValue(one: PdfValue, other: PdfValue, { before, after }: Pair): boolean {
  const pair = { before, after }
  if (one.kind === 'stream' && other.kind === 'stream')
    return (
      sameValue(one.dict, other.dict, pair) &&
      sameBytes(
        before.bytes.subarray(one.span.start, one.span.end),
        after.bytes.subarray(other.span.start, other.span.end),
      )
    )
  if (one.kind === 'array' && other.kind === 'array')
    return (
      one.items.length === other.items.length &&
      one.items.every((item, index) => sameValue(item, other.items[index] ?? { kind: 'null' }, pair))
    )
  if (one.kind === 'dict' && other.kind === 'dict') return changedKeys(one, other, pair).length === 0
  if (one.kind === 'string' && other.kind === 'string') return sameBytes(one.bytes, other.bytes)
  if (one.kind === 'name' && other.kind === 'name') return one.name === other.name
  if (one.kind === 'ref' && other.kind === 'ref') return one.num === other.num && one.gen === other.gen
  if ((one.kind === 'number' || one.kind === 'boolean') && one.kind === other.kind)
    return one.value === other.value
  return one.kind === 'null' && other.kind === 'null'
}

/** The keys that two dictionaries do not agree on. */
export function changedKeys(one: PdfDict, other: PdfDict, pair: Pair): readonly string[] {
  const keys = new Set([...one.entries.keys(), ...other.entries.keys()])
  return [...keys].filter((key) => {
    const [was, is] = [one.entries.get(key), other.entries.get(key)]
    return was === undefined || is === undefined || !sameValue(was, is, pair)
  })
}

function samePlace(one: PdfObject, other: PdfObject, pair: Pair): boolean {
  if (one.place.kind === 'file' && other.place.kind === 'file')
    return one.place.span.start === other.place.span.start
  if (one.place.kind !== 'packed' || other.place.kind !== 'packed') return false
  const { container, index } = one.place
  return container === other.place.container && index === other.place.index && !isChanged(container, pair)
}

function isChanged(num: number, pair: Pair): boolean {
  const [one, other] = [pair.before.objects.get(num), pair.after.objects.get(num)]
  return one === undefined || other === undefined || !sameObject(one, other, pair)
}

function sameObject(one: PdfObject, other: PdfObject, pair: Pair): boolean {
  return one.gen === other.gen && (samePlace(one, other, pair) || sameValue(one.value, other.value, pair))
}

/** The numbers of objects that are new, gone or say something else. */
export function differences(pair: Pair): {
  readonly added: readonly number[]
  readonly removed: readonly number[]
  readonly changed: readonly number[]
} {
  const { before, after } = pair
  const [old, now] = [[...before.objects.keys()], [...after.objects.keys()]]
  return {
    added: now.filter((num) => !before.objects.has(num)),
    removed: old.filter((num) => !after.objects.has(num)),
    changed: old.filter((num) => after.objects.has(num) && isChanged(num, pair)),
  }
}
