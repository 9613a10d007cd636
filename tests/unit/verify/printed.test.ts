import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { inflateNode } from '../../../electron/record/inflate'
import { renderPdf } from '../../../electron/record/renderPdf'
import { openPdf } from '../../../shared/pdf/document'
import type { RecordFile } from '../../../shared/record/schema'
import type { Paper } from '../../../shared/record/signatureFields'
import { comparePrinted } from '../../../shared/verify/printed'
import { historyArb } from '../../helpers/histories'
import { Rehearsal } from '../../helpers/meetings'
import { valueOf } from '../identity/identities'
import { draftOf, revisionOf } from '../record/records'
import { AT, RESOURCES } from '../sign/signing'

/** What a PDF printed from one record says against another, which is mostly the same. */
async function compared(printed: RecordFile, attached: RecordFile = printed, paper: Paper = 'A4') {
  const { bytes } = await renderPdf({ file: printed, madeAt: AT, paper, resources: RESOURCES })
  return comparePrinted(valueOf(openPdf(bytes, { inflate: inflateNode })), attached).faults
}

const signers = [
  { name: 'Dana Ortiz', role: 'Release manager' },
  { name: 'Bo Li', role: '' },
]

describe('the printed text', () => {
  it('is that of the attached record, whatever was captured', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(historyArb, fc.boolean(), async (commands, letter) => {
        const made = new Rehearsal()
        for (const command of commands) made.try(command)
        expect(await compared(draftOf(made), undefined, letter ? 'Letter' : 'A4')).toEqual([])
        expect(await compared(revisionOf(made, { signers }), undefined, letter ? 'Letter' : 'A4')).toEqual([])
      }),
      { numRuns: Number(process.env['RUNS'] ?? 5) },
    )
  })
})
