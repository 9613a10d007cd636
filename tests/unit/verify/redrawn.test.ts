import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import { verifyHere } from '../../../electron/record/verifyPdf'
import { refAt } from '../../../shared/pdf/access'
import { pagesOf } from '../../../shared/pdf/pages'
import { latin1, pdfDict, pdfRef } from '../../../shared/pdf/values'
import { serialise } from '../../../shared/pdf/write'
import { RECORD_LAYOUT } from '../../../shared/record/schema'
import { say } from '../../../shared/verify/sentences'
import { valueOf } from '../identity/identities'
import { AT, recordPdf, RESOURCES, signed } from '../sign/signing'
import { opened, updated } from './forging'
import { signedFirst } from './oneSection'
import { PINNED } from './pinnedRecord'
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

const CHANGED = `What a record's PDF draws has changed. Verifiers draw each record of their own layout anew, so every
record made before would be called changed. If layout ${RECORD_LAYOUT} was released: raise RECORD_LAYOUT in
shared/record/schema.ts. If it was not: pin what is drawn now.`

/** The SHA-256 of every object of the pinned record's PDF, its streams unpacked. */
const DRAWN = 'c7777a863d819af8d945c9056b69f1efe60f71807b568819b5ddda4be84fd35b'

function drawing(bytes: Uint8Array): string {
  const { objects, streamData } = opened(bytes)
  const hash = createHash('sha256')
  for (const { num, value } of [...objects.values()].toSorted((one, other) => one.num - other.num)) {
    const entries = value.kind === 'stream' ? value.dict : value
    const { Length: _length, ...rest } = entries.kind === 'dict' ? Object.fromEntries(entries.entries) : {}
    hash.update(`${num} ${entries.kind === 'dict' ? serialise(pdfDict(rest)) : serialise(entries)}\n`)
    if (value.kind === 'stream') hash.update(valueOf(streamData(value)))
  }
  return hash.digest('hex')
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

  it('is drawn the way that is pinned for this layout', async () => {
    const input = { file: PINNED, madeAt: AT, paper: 'A4', resources: RESOURCES } as const
    const now = drawing((await renderPdf(input)).bytes)
    if (now !== DRAWN) throw new Error(`${CHANGED}\n${now}`)
    expect(RECORD_LAYOUT).toBe(1)
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
