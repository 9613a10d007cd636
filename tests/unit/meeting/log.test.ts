import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { logEntrySchema, type LogEntry } from '../../../shared/meeting/entries'
import {
  canonicalJson,
  chainFaults,
  digestOf,
  EMPTY_LOG,
  hashOf,
  seal,
  sha256Hex,
} from '../../../shared/meeting/log'
import { historyArb } from '../../helpers/histories'
import { author, busyMeeting, idOf, momentOf, Rehearsal } from '../../helpers/meetings'

const { log } = busyMeeting()
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** A log from its JSON text as a reader would take it; null where a reader refuses it. */
function readBack(text: string): LogEntry[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return logEntrySchema.array().safeParse(value).success ? (value as LogEntry[]) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

describe('canonicalJson (RFC 8785)', () => {
  it('sorts keys by UTF-16 code units, as in section 3.2.3', () => {
    const value = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    )
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  it('writes the example of section 3.2.2', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    )
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s of appendix B as %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })

  it('escapes what must be escaped and nothing else', () => {
    expect(canonicalJson('\u0000\u0008\t\n\f\r\u001f"\\/\u007f\u2028é')).toBe(
      '"\\u0000\\b\\t\\n\\f\\r\\u001f\\"\\\\/\u007f\u2028é"',
    )
  })

  it.each([NaN, Infinity, undefined])('throws on %s, which JSON cannot hold', (value) => {
    expect(() => canonicalJson(value)).toThrow(/not allowed|no JSON form/)
  })

  it('does not depend on the order in which keys were written, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        const text = canonicalJson(plain)
        expect(JSON.parse(text)).toStrictEqual(JSON.parse(JSON.stringify(plain)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
    expect(canonicalJson({ b: { d: 1, c: 2 }, a: 3 })).toBe(canonicalJson({ a: 3, b: { c: 2, d: 1 } }))
  })
})

describe('hashes', () => {
  const salt = 'ab'.repeat(16)

  it('are SHA-256 of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sha256Hex(text)).toBe(sha256(text))
      }),
    )
  })

  it('are what the format says: a salted digest of the body, then the stamp with that digest', () => {
    const stamp = { id: idOf(1), at: momentOf(1), by: author, salt }
    const entry = seal({ type: 'meeting.started' }, { seq: 4, hash: 'f'.repeat(64) }, stamp)
    const digest = sha256(`${salt}{"type":"meeting.started"}`)
    expect(digestOf(salt, entry.body)).toBe(digest)
    expect(entry).toStrictEqual({
      seq: 5,
      id: stamp.id,
      at: stamp.at,
      by: author,
      v: 1,
      salt,
      body: { type: 'meeting.started' },
      prev: ['f'.repeat(64)],
      hash: sha256(
        `{"at":"${stamp.at}","by":{"device":"${author.device}","name":"${author.name}"},"digest":"${digest}","id":"${stamp.id}","prev":["${'f'.repeat(64)}"],"v":1}`,
      ),
    })
    expect(seal({ type: 'meeting.started' }, EMPTY_LOG, stamp)).toMatchObject({ seq: 1, prev: [] })
  })

  it('still chain when a body is replaced by its digest', () => {
    for (const { id, at, by, v, prev, salt: own, body, hash } of log) {
      expect(sha256(canonicalJson({ id, at, by, v, digest: digestOf(own, body), prev }))).toBe(hash)
    }
  })

  it('do not tell which of two bodies it was without the salt', () => {
    expect(digestOf(salt, { type: 'x' })).not.toBe(digestOf('cd'.repeat(16), { type: 'x' }))
  })

  it('do not depend on the place in the log', () => {
    const [first] = log
    expect(first && hashOf({ ...first, seq: 99 } as LogEntry)).toBe(first?.hash)
  })
})

describe('chainFaults', () => {
  it('finds nothing in an untouched log, whole or from any place on', () => {
    expect(chainFaults(log)).toEqual([])
    log.forEach(({ seq, hash }, index) =>
      expect(chainFaults(log.slice(index + 1), { seq, hash })).toEqual([]),
    )
  })

  it('finds every change of a single bit that still reads as a log', () => {
    const bytes = Buffer.from(JSON.stringify(log), 'utf8')
    const original = JSON.stringify(log)
    let read = 0
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (index, bit) => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(index) ^ (1 << bit), index)
        const entries = readBack(changed.toString('utf8'))
        if (entries === null || JSON.stringify(entries) === original) return
        read += 1
        expect(chainFaults(entries)).not.toEqual([])
      }),
      { numRuns: 2500 },
    )
    expect(read).toBeGreaterThan(300)
  })

  it('finds entries that were moved, left out or doubled, and names the first place', () => {
    const place = fc.nat(log.length - 1)
    fc.assert(
      fc.property(place, place, fc.constantFrom('move', 'drop', 'double'), (from, to, how) => {
        const entries = [...log]
        const [taken] = how === 'double' ? entries.slice(from, from + 1) : entries.splice(from, 1)
        if (how !== 'drop' && taken !== undefined) entries.splice(to, 0, taken)
        if (canonicalJson(entries) === canonicalJson(log)) return
        const faults = chainFaults(entries)
        const first = entries.findIndex((entry, index) => entry !== log[index])
        if (how === 'drop' && from === log.length - 1) expect(faults).toEqual([])
        else expect(faults[0]?.index).toBe(first < 0 ? log.length : first)
      }),
      { numRuns: 500 },
    )
  })

  it('finds an id that is used twice in a chain that is otherwise sound', () => {
    const stamp = { id: idOf(1), at: momentOf(1), by: author, salt: '0'.repeat(32) }
    const first = seal({ type: 'meeting.started' }, EMPTY_LOG, stamp)
    const second = seal({ type: 'meeting.ended' }, { seq: 1, hash: first.hash }, stamp)
    expect(chainFaults([first, second])).toEqual([{ index: 1, reason: 'its id is there twice' }])
  })

  it('finds an entry that was sealed anew in the middle', () => {
    const [, second] = log
    const forged =
      second && seal({ type: 'meeting.started' }, { seq: 1, hash: second.prev[0] ?? null }, second)
    expect(chainFaults(log.with(1, forged ?? (second as never))).map(({ index }) => index)).toEqual([2])
  })

  it('finds nothing wrong with any history that was decided', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) rehearsal.try(command)
        expect(chainFaults(readBack(JSON.stringify(rehearsal.log)) ?? [])).toEqual([])
        expect(readBack(JSON.stringify(rehearsal.log))).not.toBeNull()
      }),
      { numRuns: 50 },
    )
  })
})
