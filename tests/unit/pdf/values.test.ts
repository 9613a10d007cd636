import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fullBudget } from '../../../shared/pdf/budget'
import { Lexer } from '../../../shared/pdf/lexer'
import { utf8 } from '../../../shared/pdf/utf8'
import { bytesOf, latin1, pdfText, textOf, type PdfValue } from '../../../shared/pdf/values'
import { serialise } from '../../../shared/pdf/write'

function read(text: string): PdfValue {
  const bytes = bytesOf(text)
  return new Lexer(bytes, { start: 0, end: bytes.length }, fullBudget(), 'packed').value()
}

const nameArb = fc.string({
  unit: fc.integer({ min: 1, max: 255 }).map((byte) => String.fromCharCode(byte)),
  minLength: 1,
  maxLength: 12,
})
const { value: valueArb } = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant<PdfValue>({ kind: 'null' }),
    fc.boolean().map((value): PdfValue => ({ kind: 'boolean', value })),
    fc.integer({ min: -99_999, max: 9_999_999_999 }).map((value): PdfValue => ({ kind: 'number', value })),
    fc.integer({ min: -9_999, max: 9_999 }).map((value): PdfValue => ({ kind: 'number', value: value / 8 })),
    nameArb.map((name): PdfValue => ({ kind: 'name', name })),
    fc
      .tuple(fc.uint8Array({ maxLength: 20 }), fc.boolean())
      .map(([bytes, hex]): PdfValue => ({ kind: 'string', bytes, hex, span: null })),
    fc.tuple(fc.nat(99_999), fc.nat(9)).map(([num, gen]): PdfValue => ({ kind: 'ref', num, gen })),
    fc.array(tie('value'), { maxLength: 4 }).map((items): PdfValue => ({ kind: 'array', items })),
    fc
      .array(fc.tuple(nameArb, tie('value')), { maxLength: 4 })
      .map((entries): PdfValue => ({ kind: 'dict', entries: new Map(entries) })),
  ),
}))

/** A value with its strings as plain numbers, for comparing. */
function plain(value: PdfValue): unknown {
  if (value.kind === 'string') return ['string', ...value.bytes]
  if (value.kind === 'array') return value.items.map(plain)
  if (value.kind === 'dict') return Array.from(value.entries, ([key, item]) => [key, plain(item)])
  return value
}

describe('values', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(valueArb, (value) => {
        expect(plain(read(serialise(value)))).toEqual(plain(value))
      }),
    )
  })

  it('hold any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = read(serialise(pdfText(text)))
        expect(value.kind === 'string' ? textOf(value) : null).toBe(text)
      }),
    )
  })

  it.each([
    ['(a\\(b\\)\\\\)', 'a(b)\\'],
    ['(a(b)c)', 'a(b)c'],
    ['(\\101\\7\\60)', 'A\u00070'],
    ['(a\\\r\nb\r\nc\rd)', 'ab\nc\nd'],
    ['<4 1 4>', 'A@'],
    ['<>', ''],
  ])('reads the string %j', (written, meant) => {
    const value = read(written)
    expect(value.kind === 'string' ? latin1(value.bytes) : null).toBe(meant)
  })

  it('reads UTF-8 as other readers do, and anything else as broken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8(new TextEncoder().encode(text))).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(typeof utf8(bytes)).toBe('string')
      }),
    )
    expect(utf8(Uint8Array.from([0xc0, 0x80, 0xed, 0xa0, 0x80, 0x41]))).toMatch(/^\ufffd+A$/)
  })
})
