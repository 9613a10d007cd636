import type { PdfDocument } from './document'
import type { PdfRef, PdfString, PdfValue } from './values'

/** Every value within the given ones, they themselves included; references are not followed. */
export function* valuesWithin(roots: Iterable<PdfValue>): Generator<PdfValue> {
  const open: PdfValue[] = []
  const put = (values: Iterable<PdfValue>): void => {
    for (const value of values) open.push(value)
  }
  put(roots)
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    yield value
    if (value.kind === 'array') put(value.items)
    if (value.kind === 'dict') put(value.entries.values())
    if (value.kind === 'stream') put(value.dict.entries.values())
  }
}

/** The references within values. */
export function* refsWithin(roots: Iterable<PdfValue>): Generator<PdfRef> {
  for (const value of valuesWithin(roots)) if (value.kind === 'ref') yield value
}

/** The strings within values. */
export function* stringsWithin(roots: Iterable<PdfValue>): Generator<PdfString> {
  for (const value of valuesWithin(roots)) if (value.kind === 'string') yield value
}

/** Whether a reference leads to an object that is there. */
export function isHeld({ objects }: PdfDocument, { num, gen }: PdfRef): boolean {
  return objects.get(num)?.gen === gen
}

/** The first reference among the given values that leads to no object, or null. */
export function danglingRef(document: PdfDocument, values: Iterable<PdfValue>): PdfRef | null {
  for (const ref of refsWithin(values)) if (!isHeld(document, ref)) return ref
  return null
}
