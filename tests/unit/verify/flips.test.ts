import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { contentsOf, flipped } from './forging'
import { reportOf, signedRecord } from './verifying'

const RUNS = 120

/** Where bytes of the signatures themselves lie: their hexadecimal without the zeros behind it. */
function signaturesOf(bytes: Uint8Array): readonly (readonly [from: number, to: number])[] {
  return ['LecternSigner1', 'LecternSigner2'].map((field) => {
    const { start, used } = contentsOf(bytes, field)
    return [start, start + used] as const
  })
}

describe('one byte changed anywhere', { timeout: 300_000 }, () => {
  it('never leaves a signed record intact', async () => {
    const { twice, dana, bo } = await signedRecord()
    const anywhere = fc.integer({ min: 0, max: twice.length - 1 })
    const inSignatures = signaturesOf(twice).map(([from, to]) => fc.integer({ min: from, max: to }))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anywhere, ...inSignatures),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const { verdict, findings } = await reportOf(flipped(twice, at, mask), [dana, bo])
          expect(verdict).not.toBe('intact')
          expect(findings).not.toEqual([])
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('calls every change of a signature’s own bytes a change', async () => {
    const { twice, dana, bo } = await signedRecord()
    for (const [from, to] of signaturesOf(twice))
      for (let at = from + 1; at < to; at += Math.ceil((to - from) / 40)) {
        const { verdict } = await reportOf(flipped(twice, at), [dana, bo])
        expect([at, verdict]).toEqual([at, 'changed'])
      }
  })
})
