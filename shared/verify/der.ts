const DEEPEST = 40
const MOST_NODES = 50_000

type Node = { readonly tag: number; readonly content: number; readonly end: number }

/** The element at `at`: strictly DER (X.690, 10.1), with a tag of one byte and a length as short as can be. */
function elementAt(bytes: Uint8Array, at: number, limit: number): Node | null {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (at + 2 > limit || tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null
  if (first < 0x80) return at + 2 + first > limit ? null : { tag, content: at + 2, end: at + 2 + first }
  const count = first & 0x7f
  if (count === 0 || count > 4 || at + 2 + count > limit) return null
  const length = bytes.subarray(at + 2, at + 2 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  const shortest = length < 0x80 ? 0 : Math.ceil(Math.log2(length + 1) / 8)
  const content = at + 2 + count
  return count !== shortest || content + length > limit ? null : { tag, content, end: content + length }
}

/**
 * How many bytes the DER element at the start takes, with all it contains checked; null where it is no sound
 * DER, nests too deep or is cut off.
 */
export function derLength(bytes: Uint8Array): number | null {
  const outer = elementAt(bytes, 0, bytes.length)
  if (outer === null) return null
  const open: { at: number; end: number }[] = []
  if ((outer.tag & 0x20) !== 0) open.push({ at: outer.content, end: outer.end })
  for (let nodes = 0; open.length > 0; nodes += 1) {
    const top = open.at(-1)
    if (top === undefined || nodes > MOST_NODES || open.length > DEEPEST) return null
    if (top.at === top.end) {
      open.pop()
      continue
    }
    const inner = elementAt(bytes, top.at, top.end)
    if (inner === null) return null
    top.at = inner.end
    if ((inner.tag & 0x20) !== 0) open.push({ at: inner.content, end: inner.end })
  }
  return outer.end
}

function isPositiveInteger(bytes: Uint8Array, node: Node | null): node is Node {
  if (node === null || node.tag !== 0x02 || node.end === node.content) return false
  const [first = 0, second = 0] = bytes.subarray(node.content, node.end)
  return first < 0x80 && (first !== 0 || second >= 0x80)
}

/** Whether this is an ECDSA signature (RFC 3279, 2.2.3) in the one form DER gives it. */
export function isEcdsaSignature(bytes: Uint8Array): boolean {
  const outer = elementAt(bytes, 0, bytes.length)
  if (outer === null || outer.tag !== 0x30 || outer.end !== bytes.length) return false
  const r = elementAt(bytes, outer.content, outer.end)
  if (!isPositiveInteger(bytes, r)) return false
  const s = elementAt(bytes, r.end, outer.end)
  return isPositiveInteger(bytes, s) && s.end === outer.end
}
