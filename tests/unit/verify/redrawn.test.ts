import { describe, expect, it } from 'vitest'

import { verifyHere } from '../../../electron/record/verifyPdf'
import { refAt } from '../../../shared/pdf/access'
import { pagesOf } from '../../../shared/pdf/pages'
import { latin1, pdfRef } from '../../../shared/pdf/values'
import { say } from '../../../shared/verify/sentences'
import { valueOf } from '../identity/identities'
import { recordPdf, RESOURCES, signed } from '../sign/signing'
import { opened, updated } from './forging'
import { signedFirst } from './oneSection'
import { signedRecord } from './verifying'

const nobody = { fingerprints: [], names: [] }

async function reportOn(bytes: Uint8Array) {
  return (await verifyHere({ bytes, known: nobody, resources: RESOURCES })).report
}

/** The record with what draws its first page changed. */
function withFirstPage(base: Uint8Array, change: (content: string) => string): Uint8Array {
  const document = opened(base)
  const [page] = pagesOf(document)
  const num = page === undefined ? null : refAt(page.dict, 'Contents')?.num
  const value = num == null ? null : document.resolve(pdfRef(num))
  if (num == null || value?.kind !== 'stream') throw new Error('The first page is not drawn')
  const content = change(latin1(valueOf(document.streamData(value))))
  return updated(base, {
    num,
    gen: 0,
    text: `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  })
}

describe('a record that is drawn anew', { timeout: 120_000 }, () => {
  it('is as it was drawn, whoever signed after, on any paper', async () => {
    const { once, twice, dana } = await signedRecord()
    const letter = await signed(await recordPdf(['Dana Ortiz'], 'Letter'), { identity: dana })
    for (const bytes of [once, twice, letter]) {
      const { verdict, findings } = await reportOn(bytes)
      expect(verdict).toBe('intact')
      expect(findings).not.toContain(say.wordsAlone)
    }
  })

  it.each([
    ['a text that stands elsewhere', (page: string) => page.replace(/(1 0 0 1 \S+) \S+ Tm/, '$1 600 Tm')],
    ['a text that is a little larger', (page: string) => page.replace(/(\/F\d+) (\S+) Tf/, '$1 $29 Tf')],
    ['a space more than Lectern writes', (page: string) => `${page} `],
  ])('is not: %s', async (_what, change) => {
    const { dana, base } = await signedRecord()
    const report = await reportOn(await signedFirst(withFirstPage(base, change), dana))
    expect(report.verdict).toBe('changed')
    expect(report.findings).toContain(say.notAsDrawn)
  })
})
