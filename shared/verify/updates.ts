import { asDict, catalogOf, refAt } from '../pdf/access'
import type { PdfDocument } from '../pdf/document'
import { latin1, type PdfDict, type PdfValue } from '../pdf/values'
import { changedKeys, differences, sameValue, type Pair } from './compare'
import { describer } from './describe'

/** What an update did that it may not: `what` in words, `num` of the object, null where it is no object. */
export type Change = {
  readonly kind: 'changed' | 'added' | 'removed' | 'stray' | 'trailer'
  readonly what: string
  readonly num: number | null
}

const FILLED = new Set(['V', 'AP'])

function only(keys: readonly string[], allowed: ReadonlySet<string>): boolean {
  return keys.every((key) => allowed.has(key))
}

/** Whether a prepared signature field was filled: only its value and its appearance are new, the value an object of its own. */
function isFilling(was: PdfDict, is: PdfDict, pair: Pair): boolean {
  if (was.entries.has('V') || !only(changedKeys(was, is, pair), FILLED)) return false
  const value = refAt(is, 'V')
  const type = was.entries.get('FT')
  return type?.kind === 'name' && type.name === 'Sig' && value !== null && !pair.before.objects.has(value.num)
}

/** Whether a dictionary is the form before and after, and only its flags differ. */
function isFormFlags(was: PdfDict, is: PdfDict, pair: Pair): boolean {
  return only(changedKeys(was, is, pair), new Set(['SigFlags']))
}

/** Whether the catalog gained nothing but what checks signatures (DSS) and flags of a form that lies in it. */
function isCatalogUpdate(was: PdfDict, is: PdfDict, pair: Pair): boolean {
  return changedKeys(was, is, pair).every((key) => {
    if (key === 'DSS') return true
    const [old, now] = [was.entries.get(key), is.entries.get(key)]
    return key === 'AcroForm' && old?.kind === 'dict' && now?.kind === 'dict' && isFormFlags(old, now, pair)
  })
}

/** Everything that values lead to by way of objects the update brought. */
function reached(roots: readonly (PdfValue | undefined)[], { before, after }: Pair): ReadonlySet<number> {
  const found = new Set<number>()
  const open = roots.filter((root) => root !== undefined)
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value.kind === 'array') open.push(...value.items)
    if (value.kind === 'dict') open.push(...value.entries.values())
    if (value.kind === 'stream') open.push(...value.dict.entries.values())
    if (value.kind !== 'ref' || found.has(value.num) || before.objects.has(value.num)) continue
    found.add(value.num)
    const object = after.objects.get(value.num)
    if (object !== undefined) open.push(object.value)
  }
  return found
}

function changedObjects(pair: Pair): {
  changes: readonly Change[]
  roots: readonly (PdfValue | undefined)[]
} {
  const { before, after } = pair
  const describe = describer(before)
  const catalog = refAt(before.trailer, 'Root')?.num
  const form = refAt(catalogOf(before), 'AcroForm')?.num
  const roots: (PdfValue | undefined)[] = [catalogOf(after)?.entries.get('DSS')]
  const changes = differences(pair).changed.flatMap((num): Change[] => {
    const [was, is] = [before, after].map((document) =>
      asDict(document.objects.get(num)?.value ?? { kind: 'null' }),
    )
    const dicts = was !== null && was !== undefined && is !== null && is !== undefined
    if (dicts && isFilling(was, is, pair)) {
      roots.push(is.entries.get('V'), is.entries.get('AP'))
      return []
    }
    if (dicts && num === form && isFormFlags(was, is, pair)) return []
    if (dicts && num === catalog && isCatalogUpdate(was, is, pair)) return []
    return [{ kind: 'changed', what: describe(num), num }]
  })
  return { changes, roots }
}

function isOwnSection(num: number, { after }: Pair): boolean {
  const place = after.objects.get(num)?.place
  return after.sections.some(
    ({ kind, span }) => kind === 'stream' && place?.kind === 'file' && place.span.start === span.start,
  )
}

function trailerChanges(pair: Pair): readonly Change[] {
  const first = (document: PdfDocument): PdfValue => {
    const id = document.resolve(document.trailer.entries.get('ID'))
    return (id.kind === 'array' ? id.items[0] : undefined) ?? { kind: 'null' }
  }
  const of = (document: PdfDocument, key: string) =>
    document.trailer.entries.get(key) ?? { kind: 'null' as const }
  const keys = ['Root', 'Info'].filter((key) => !sameValue(of(pair.before, key), of(pair.after, key), pair))
  const same = keys.length === 0 && sameValue(first(pair.before), first(pair.after), pair)
  const hybrid = pair.after.sections.some(({ hybrid: is, span }) => is && span.start >= pair.before.end)
  return same && !hybrid ? [] : [{ kind: 'trailer', what: 'the trailer of the document', num: null }]
}

/** Whether the bytes of an update hold anything that is no object, cross-reference section or end of a file. */
export function hasStrayBytes(from: number, { bytes, end, objects, sections }: PdfDocument): boolean {
  const spans = [
    ...[...objects.values()].flatMap(({ place }) => (place.kind === 'file' ? [place.span] : [])),
    ...sections.map(({ span }) => span),
  ]
    .filter(({ start }) => start >= from)
    .toSorted((one, other) => one.start - other.start)
  let at = from
  for (const { start, end: behind } of [...spans, { start: end, end }]) {
    const gap = latin1(bytes.subarray(at, Math.max(at, start)))
    if (!/^\s*(startxref\s+\d+\s+%%EOF\s*)?$/.test(gap)) return true
    at = Math.max(at, behind)
  }
  return false
}

/**
 * What an update did beyond filling prepared signature fields (their value and appearance), the form's
 * flags, and what later readers need to check signatures (DSS).
 */
export function forbiddenChanges(pair: Pair): readonly Change[] {
  const { before, after } = pair
  const { changes, roots } = changedObjects(pair)
  const { added, removed } = differences(pair)
  const needed = reached(roots, pair)
  const [was, is] = [describer(before), describer(after)]
  return [
    ...changes,
    ...removed.map((num): Change => ({ kind: 'removed', what: was(num), num })),
    ...added
      .filter((num) => !needed.has(num) && !isOwnSection(num, pair))
      .map((num): Change => ({ kind: 'added', what: is(num), num })),
    ...trailerChanges(pair),
    ...(hasStrayBytes(before.end, after) ? [{ kind: 'stray', what: '', num: null } as const] : []),
  ]
}
