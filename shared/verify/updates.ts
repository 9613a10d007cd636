import { asDict, catalogOf, dictAt, itemsAt, nameAt, refAt } from '../pdf/access'
import { hasHiddenKeywords, hasPlainSections, hasStrayBytes } from '../pdf/strict'
import type { PdfDict, PdfValue } from '../pdf/values'
import { danglingRef, refsWithin } from '../pdf/walk'
import { changedKeys, differences, sameValue, type Pair } from './compare'
import { describer } from './describe'

/** What an update did that it may not: `what` in words, `num` of the object, null where it is no object. */
export type Change = {
  readonly kind:
    | 'changed'
    | 'added'
    | 'removed'
    | 'stray'
    | 'trailer'
    | 'updates'
    | 'unfilled'
    | 'dangling'
    | 'table'
    | 'hidden'
  readonly what: string
  readonly num: number | null
}

/**
 * An update: two states, the number of the signature's object that was made with it (null for none), and
 * whether that is the first signature, which may certify the document.
 */
export type Update = Pair & { readonly signature: number | null; readonly certifies: boolean }

const FILLED: ReadonlySet<string> = new Set(['V', 'AP'])
const FORM_XOBJECT = new Set([
  'Type',
  'Subtype',
  'FormType',
  'BBox',
  'Matrix',
  'Resources',
  'Filter',
  'Length',
])
const TRAILER = new Set(['Size', 'Root', 'Info', 'ID', 'Prev'])

function only(keys: Iterable<string>, allowed: ReadonlySet<string>): boolean {
  return [...keys].every((key) => allowed.has(key))
}

/** Whether a field shows one new picture: a form XObject that needs nothing but what came with it. */
function hasNewLook(field: PdfDict, { before, after }: Update): boolean {
  const looks = field.entries.get('AP')
  const look = looks?.kind === 'dict' && looks.entries.size === 1 ? refAt(looks, 'N') : null
  if (look === null || before.objects.has(look.num)) return false
  const value = after.resolve(look)
  if (value.kind !== 'stream' || !only(value.dict.entries.keys(), FORM_XOBJECT)) return false
  return nameAt(value.dict, 'Subtype', after.resolve) === 'Form'
}

/** Whether a prepared field was filled with the signature of this update: only value and appearance are new. */
function isFilling(was: PdfDict, is: PdfDict, update: Update): boolean {
  const keys = changedKeys(was, is, update)
  if (was.entries.has('V') || !only(keys, FILLED) || !keys.includes('V')) return false
  const value = refAt(is, 'V')
  if (value === null || value.num !== update.signature || update.before.objects.has(value.num)) return false
  const type = was.entries.get('FT')
  const signs = type?.kind === 'name' && type.name === 'Sig'
  return signs && (!keys.includes('AP') || hasNewLook(is, update))
}

/** Whether a dictionary is the form before and after, and only its flags differ. */
function isFormFlags(was: PdfDict, is: PdfDict, update: Update): boolean {
  return (
    only(changedKeys(was, is, update), new Set(['SigFlags'])) && is.entries.get('SigFlags')?.kind === 'number'
  )
}

/** Whether the catalog gained nothing but that the first signature certifies the document. */
function isCertifying(was: PdfDict, is: PdfDict, update: Update): boolean {
  const permissions = is.entries.get('Perms')
  return (
    update.certifies &&
    only(changedKeys(was, is, update), new Set(['Perms'])) &&
    permissions?.kind === 'dict' &&
    permissions.entries.size === 1 &&
    refAt(permissions, 'DocMDP')?.num === update.signature
  )
}

/** `filled` are the new values of each filled field. */
type Changed = { readonly changes: readonly Change[]; readonly filled: readonly (readonly PdfValue[])[] }

function changedObjects(update: Update, numbers: readonly number[]): Changed {
  const { before, after } = update
  const describe = describer(before)
  const catalog = refAt(before.trailer, 'Root')?.num
  const form = refAt(catalogOf(before), 'AcroForm')?.num
  const fields = new Set(
    itemsAt(dictAt(catalogOf(before), 'AcroForm', before.resolve), 'Fields', before.resolve).flatMap((item) =>
      item.kind === 'ref' ? [item.num] : [],
    ),
  )
  const filled: (readonly PdfValue[])[] = []
  const changes = numbers.flatMap((num): Change[] => {
    const was = asDict(before.objects.get(num)?.value ?? { kind: 'null' })
    const is = asDict(after.objects.get(num)?.value ?? { kind: 'null' })
    if (was !== null && is !== null) {
      if (fields.has(num) && isFilling(was, is, update)) {
        filled.push(changedKeys(was, is, update).flatMap((key) => is.entries.get(key) ?? []))
        return []
      }
      if (num === form && isFormFlags(was, is, update)) return []
      if (num === catalog && isCertifying(was, is, update)) return []
    }
    return [{ kind: 'changed', what: describe(num), num }]
  })
  return { changes, filled }
}

/** The new objects that filled fields lead to, and the old ones that they may not lead to. */
function reached(filled: readonly (readonly PdfValue[])[], { before, after }: Update) {
  const [needed, old] = [new Set<number>(), new Set<number>()]
  const open = filled.flat()
  for (let value = open.pop(); value !== undefined; value = open.pop())
    for (const { num } of refsWithin([value])) {
      if (before.objects.has(num)) old.add(num)
      else if (!needed.has(num)) {
        needed.add(num)
        const object = after.objects.get(num)
        if (object !== undefined) open.push(object.value)
      }
    }
  return { needed, old }
}

function trailerChanges({ before, after, ...rest }: Update): readonly Change[] {
  const pair = { before, after, ...rest }
  const changed = ['Root', 'Info', 'ID'].filter((key) => {
    const [was, is] = [before, after].map(({ trailer, resolve }): PdfValue => {
      const value = trailer.entries.get(key)
      return (key === 'ID' ? resolve(value) : value) ?? { kind: 'null' }
    })
    const [one, other] = [was, is].map((value) =>
      key === 'ID' && value?.kind === 'array' ? value.items[0] : value,
    )
    return one !== undefined && other !== undefined ? !sameValue(one, other, pair) : one !== other
  })
  const keys = only(after.trailer.entries.keys(), TRAILER)
  return changed.length === 0 && keys ? [] : [{ kind: 'trailer', what: '', num: null }]
}

/** What is wrong with how an update is written, whatever it says. */
function formFaults(update: Update, numbers: readonly number[]): readonly Change[] {
  const { before, after } = update
  const values = numbers.flatMap((num) => after.objects.get(num)?.value ?? [])
  const dangling = danglingRef(after, [...values, after.trailer])
  const fault = (is: boolean, kind: Change['kind']): readonly Change[] =>
    is ? [{ kind, what: '', num: null }] : []
  return [
    ...(dangling === null ? [] : [{ kind: 'dangling', what: '', num: dangling.num } as const]),
    ...fault(after.sections.length !== before.sections.length + 1, 'updates'),
    ...fault(hasStrayBytes(before.end, after), 'stray'),
    ...fault(!hasPlainSections(after), 'table'),
    ...fault(hasHiddenKeywords(before.end, after), 'hidden'),
  ]
}

/**
 * What an update did beyond what a signer does: filling one prepared signature field with the signature made
 * in this very update and its picture, the form's flags, and certifying where it is the first. Anything else
 * is named, also anything that another reader could read in another way.
 */
export function forbiddenChanges(update: Update): readonly Change[] {
  const { before, after } = update
  const { added, removed, changed } = differences(update)
  const { changes, filled } = changedObjects(update, changed)
  const { needed, old } = reached(filled, update)
  const [was, is] = [describer(before), describer(after)]
  const found: readonly Change[] = [
    ...changes,
    ...removed.map((num): Change => ({ kind: 'removed', what: was(num), num })),
    ...added.filter((num) => !needed.has(num)).map((num): Change => ({ kind: 'added', what: is(num), num })),
    ...[...old].map((num): Change => ({ kind: 'changed', what: was(num), num })),
    ...trailerChanges(update),
    ...formFaults(update, [...added, ...changed]),
  ]
  return found.length > 0 || filled.length === 1 ? found : [{ kind: 'unfilled', what: '', num: null }]
}
