import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { CHAPTERS } from '../../../shared/record/chapters'
import { recordDocument } from '../../../shared/record/document'
import { RECORD_LAYOUT, recordFileSchema, type RecordFile } from '../../../shared/record/schema'
import { signatureFields, type Paper } from '../../../shared/record/signatureFields'
import { expectedRows } from '../../../shared/verify/expectedText'
import { BARE, DRAFT, PINNED } from './pinnedRecord'

const MADE_AT = '2026-11-23T18:00:00.000+01:00'

/** The SHA-256 of what the pinned records print, by layout. A layout that was released is never touched again. */
const PRINTS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1: {
    'a revision on A4': '92d5b546644919e26839294795d633226477032565c1479f0c9b1b632e781520',
    'a revision on Letter': '92d5b546644919e26839294795d633226477032565c1479f0c9b1b632e781520',
    'a bare revision': '03c64edaa17ba873a31bde2d3740320363f2e16e1545e1e98764db962639fab9',
    'a draft': '407d38085863b0e0d14bcc2d93a1f27f0e9162b61bc4597225464b15229adae6',
  },
}

const PLACES = '0543bb47d85bafe0904c57d650a7b4f550f800aede6636300f772246b1577c24'

const CHANGED = `What a record prints has changed. Verifiers compare the pages of a record with this text, word by word,
so every record printed before would be called changed, and the new ones by every Lectern from before.
- If layout ${RECORD_LAYOUT} was released: raise RECORD_LAYOUT in shared/record/schema.ts by one and pin what is printed
  now under the new number. Records of the other layout are then compared entry by entry
  (docs/decisions/0012-the-verifier-reads-the-pages.md).
- If it was not released yet: pin what is printed now.`

const MOVED = `The signature fields lie elsewhere or have other names. Verifiers know them by RECORD_VERSION, not by the
layout: once it was released, raise it, and let older records keep their places.`

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

/** Every word that a record prints, on its pages and at their foot. */
function printed(file: RecordFile, paper: Paper): string {
  const document = recordDocument({ file, madeAt: MADE_AT, paper })
  return sha256([document.draft, document.running, expectedRows(document)])
}

const CASES: readonly (readonly [string, RecordFile, Paper])[] = [
  ['a revision on A4', PINNED, 'A4'],
  ['a revision on Letter', PINNED, 'Letter'],
  ['a bare revision', BARE, 'A4'],
  ['a draft', DRAFT, 'A4'],
]

describe('what a record prints', () => {
  it.each(CASES)('is pinned for this layout: %s', (what, file, paper) => {
    const now = printed(file, paper)
    if (now !== PRINTS[RECORD_LAYOUT]?.[what]) throw new Error(`${CHANGED}\n${what}: ${now}`)
    expect(Object.keys(PRINTS[RECORD_LAYOUT] ?? {})).toHaveLength(CASES.length)
  })

  it('is pinned from records that have every chapter', () => {
    for (const [, file] of CASES) expect(recordFileSchema.parse(file)).toEqual(file)
    const content = JSON.stringify(recordDocument({ file: PINNED, madeAt: MADE_AT, paper: 'A4' }).content)
    for (const chapter of Object.keys(CHAPTERS)) expect(content).toContain(`"id":"${chapter}"`)
  })
})

describe('where signatures are shown', () => {
  it('is pinned for this version of the format', () => {
    const places = [0, 1, 9, 25].flatMap((signers) => [
      signatureFields(signers, 'A4'),
      signatureFields(signers, 'Letter'),
    ])
    const now = sha256(places)
    if (now !== PLACES) throw new Error(`${MOVED}\n${now}`)
    expect(places).toHaveLength(8)
  })
})
