import { describe, expect, it } from 'vitest'

import { verifyHere } from '../../electron/record/verifyPdf'
import { RESOURCES } from '../unit/record/meetings'
import { HOSTILE } from './hostilePdfs'

const nobody = { fingerprints: [], names: [] }

describe('a PDF made to break a reader', () => {
  it.each(HOSTILE)('ends in a sentence soon: %s', async (_what, make, words) => {
    const bytes = make()
    const before = process.cpuUsage()
    const { report } = await verifyHere({ bytes, known: nobody, resources: RESOURCES })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(4_000)
    expect(['unreadable', 'foreign', 'changed']).toContain(report.verdict)
    expect(report.findings.join(' ')).toMatch(words)
    for (const sentence of report.findings) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })
})
