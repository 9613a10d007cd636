import type { Identity } from '../../../electron/record/identity'
import { bytesOf, latin1 } from '../../../shared/pdf/values'
import { serialise } from '../../../shared/pdf/write'
import { signed } from '../sign/signing'
import { opened } from './forging'

/** The lines of a cross-reference table for objects at these offsets, one part for each run of numbers. */
function table(offsets: ReadonlyMap<number, number>): string {
  const numbers = [...offsets.keys()].toSorted((one, other) => one - other)
  const line = (num: number) => `${String(offsets.get(num) ?? 0).padStart(10, '0')} 00000 n \n`
  let [text, run] = ['', ['0000000000 65535 f \n']]
  let from = 0
  for (const num of numbers) {
    if (num !== from + run.length) {
      text += `${from} ${run.length}\n${run.join('')}`
      ;[from, run] = [num, []]
    }
    run.push(line(num))
  }
  return `xref\n${text}${from} ${run.length}\n${run.join('')}`
}

/**
 * The newest state of a file written anew as one section, the way Lectern writes a record: what an attacker
 * has who changes the record before anybody signs it, and leaves no update behind.
 */
export function asOneSection(bytes: Uint8Array): Uint8Array {
  const { objects, trailer } = opened(bytes)
  const spans = [...objects.values()].flatMap(({ num, place }) => {
    return place.kind === 'file' ? [{ num, ...place.span }] : []
  })
  spans.sort((one, other) => one.num - other.num)
  let text = /^%PDF-1\.7\n%[^\n]{4}\n+/.exec(latin1(bytes.subarray(0, 30)))?.[0] ?? ''
  const offsets = new Map<number, number>()
  for (const { num, start, end } of spans) {
    offsets.set(num, text.length)
    text += `${latin1(bytes.subarray(start, end))}\n`
  }
  const size = Math.max(...offsets.keys()) + 1
  const entries = new Map(trailer.entries)
  entries.delete('Prev')
  entries.set('Size', { kind: 'number', value: size })
  const end = `trailer\n${serialise({ kind: 'dict', entries })}\nstartxref\n${text.length}\n%%EOF\n`
  return bytesOf(text + table(offsets) + end)
}

/** A record that was changed and written anew before the given person signed it first. */
export async function signedFirst(
  changed: Uint8Array,
  identity: Identity,
  field = 'LecternSigner1',
): Promise<Uint8Array> {
  return signed(asOneSection(changed), { identity, field })
}
