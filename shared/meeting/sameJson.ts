type Fields = Readonly<Record<string, unknown>>

function sameFields(a: Fields, b: Fields): boolean {
  let open = 0
  for (const name in a) {
    if (a[name] === undefined) continue
    if (!Object.hasOwn(b, name) || !sameJson(a[name], b[name])) return false
    open += 1
  }
  for (const name in b) if (b[name] !== undefined) open -= 1
  return open === 0
}

/**
 * Whether two values of JSON have the same canonical form (RFC 8785): the order of keys does not count, nor
 * does a key without a value. Many times faster than writing both out.
 */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (!Array.isArray(a) || !Array.isArray(b)) {
    return !Array.isArray(a) && !Array.isArray(b) && sameFields(a as Fields, b as Fields)
  }
  return a.length === b.length && a.every((item, at) => sameJson(item, b[at]))
}
