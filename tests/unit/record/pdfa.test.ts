import { beforeAll, describe, expect, it } from 'vitest'

import { recordJson } from '../../../shared/record/recordJson'
import { renderPdf } from '../../../electron/record/renderPdf'
import { openRecordFile } from '../../../shared/record/file'
import type { RecordFile } from '../../../shared/record/schema'
import type { Paper } from '../../../shared/record/signatureFields'
import { created, decided, ended, MADE_AT, meetingOf, noted, ordinary, RESOURCES, started } from './meetings'
import {
  attachmentOf,
  canInspectPdf,
  fontsOf,
  inTheClear,
  mutoolFaults,
  PdfTree,
  qpdfFaults,
  signaturesOf,
} from './pdf'
import { draftOf, revisionOf, scribble } from './records'

const NEEDS = 'skipped: needs qpdf, mupdf-tools and poppler-utils'

const render = async (file: RecordFile, paper: Paper = 'A4') =>
  (await renderPdf({ file, madeAt: MADE_AT, paper, resources: RESOURCES })).bytes

const strange = meetingOf([
  created('A & <b> "q" (x) \\ \u0007 中 ✓'),
  started,
  decided(1, 1, 'ship it 🚀 中 ✓ → 😀 שלום \u0007 \u200B \u00AD a\u0301'),
  noted(2, 1, '𝕏'.repeat(400)),
  ended(9),
])

const files: readonly (readonly [string, RecordFile, Paper])[] = [
  [
    'a revision',
    revisionOf(ordinary(), {
      signers: [{ name: 'Łukasz Żółkiewski', role: 'Lead Developer' }],
      marks: [
        ['Ann', 'CTO', scribble()],
        ['Bo', '', { kind: 'typed', text: 'Bo' }],
      ],
    }),
    'A4',
  ],
  ['a draft', draftOf(ordinary()), 'Letter'],
  ['strange characters', revisionOf(strange), 'Letter'],
  ['an empty meeting', draftOf(meetingOf([created()])), 'A4'],
]

describe.skipIf(!canInspectPdf).each(files)(
  `what of PDF/A-3b can be checked: %s (${NEEDS})`,
  (name, file, paper) => {
    let bytes: Uint8Array = new Uint8Array()
    let tree: PdfTree
    beforeAll(async () => {
      bytes = await render(file, paper)
      tree = new PdfTree(bytes)
    })

    it('is sound to qpdf and mupdf, and is not encrypted', () => {
      expect(qpdfFaults(bytes)).toBe('')
      expect(mutoolFaults(bytes)).toBe('')
      expect(Buffer.from(bytes.subarray(0, 9)).toString('latin1')).toBe('%PDF-1.7\n')
      expect(tree.trailer['/Encrypt']).toBeUndefined()
    })

    it('has every font embedded', () => {
      const fonts = fontsOf(bytes)
      expect(fonts.size).toBeGreaterThan(1)
      expect([...fonts].filter(([, embedded]) => !embedded)).toEqual([])
    })

    it('shows no glyph that stands for a missing one', () => {
      const lines = inTheClear(bytes).match(/\[[^\]]*\] TJ/g) ?? []
      const shown = lines.flatMap((line) => line.match(/<[0-9a-f]+>/g) ?? [])
      expect(shown.length).toBeGreaterThan(20)
      expect(shown.filter((hex) => /^<(?:.{4})*?0000/.test(hex))).toEqual([])
    })

    it('names its colours by an sRGB profile', () => {
      const [intent] = tree.list(tree.catalog['/OutputIntents']).map((each) => tree.dictionary(each))
      expect(intent).toMatchObject({ '/S': '/GTS_PDFA1', '/Type': '/OutputIntent' })
      expect(tree.dictionary(intent?.['/DestOutputProfile'])).toMatchObject({ '/N': 3 })
      expect(inTheClear(bytes)).not.toMatch(/\/DeviceCMYK|\s[kK]\n/)
    })

    it('says in its XMP that it is PDF/A-3b, and the same as in its information', () => {
      const packet =
        /<\?xpacket begin[\s\S]*?<\?xpacket end/.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? ''
      expect(packet).toContain('<pdfaid:part>3</pdfaid:part>')
      expect(packet).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
      const info = tree.dictionary(tree.trailer['/Info'])
      const plain = (text: string) =>
        text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
      const said = (tag: string) => plain(new RegExp(`<${tag}[^>]*>([^]*?)</`).exec(packet)?.[1] ?? '').trim()
      expect(`u:${said('rdf:li')}`).toBe(String(tree.follow(info['/Title'])).trim())
      expect(`u:${said('xmp:CreatorTool')}`).toBe(tree.follow(info['/Creator']))
      expect(`u:${said('pdf:Producer')}`).toBe(tree.follow(info['/Producer']))
      const date = `u:D:${said('xmp:CreateDate').replace(/[-:T]/g, '')}`
      expect(date).toBe(tree.follow(info['/CreationDate']))
    })

    it('has an identifier, of 16 bytes twice', () => {
      const [first, second] = tree.list(tree.trailer['/ID'])
      expect(String(first)).toMatch(/^b:[0-9a-f]{32}$/)
      expect(second).toBe(first)
    })

    it('is see-through only where the page says in what colours', () => {
      const seeThrough = tree.pages.filter(({ page }) => {
        const states = tree.dictionary(page['/Resources'])['/ExtGState']
        const all = states === undefined ? [] : Object.values(tree.dictionary(states))
        return all.some((state) => {
          const { '/ca': fill = 1, '/CA': stroke = 1, '/SMask': mask } = tree.dictionary(state)
          return fill !== 1 || stroke !== 1 || mask !== undefined
        })
      })
      expect(seeThrough).toHaveLength(file.fingerprint === null ? tree.pages.length : 0)
      for (const { page } of seeThrough)
        expect(tree.dictionary(page['/Group'])).toMatchObject({ '/CS': '/DeviceRGB', '/S': '/Transparency' })
    })

    it('has annotations that print, none hidden, and no action but to go to a place', () => {
      const flags = tree.annotations.map(({ annotation }) => [annotation['/Subtype'], annotation['/F']])
      expect(flags.length > 0).toBe(file.record.decisions.length > 0)
      for (const [kind, flag] of flags) expect([kind, flag]).toEqual([kind, kind === '/Widget' ? 132 : 4])
      const actions = tree.annotations.flatMap(({ annotation }) =>
        annotation['/A'] === undefined ? [] : [annotation['/A']],
      )
      for (const action of actions) expect(tree.dictionary(action)['/S']).toBe('/GoTo')
      expect(inTheClear(bytes)).not.toMatch(
        /\/(JavaScript|Launch|URI|SubmitForm|OpenAction|AA|XFA|NeedAppearances)\b/,
      )
    })

    it('carries its JSON, byte for byte, as the file it was made from', () => {
      const { names, first } = attachmentOf(bytes)
      expect(names).toEqual(['record.json'])
      expect(first.toString()).toBe(recordJson(file))
      expect(openRecordFile(JSON.parse(first.toString()))).toEqual({ ok: true, value: { file, faults: [] } })
      const [attached] = tree.list(tree.catalog['/AF'])
      const specification = tree.dictionary(attached)
      expect(specification).toMatchObject({
        '/AFRelationship': '/Source',
        '/F': 'u:record.json',
        '/UF': 'u:record.json',
      })
      const stream = tree.dictionary(specification['/EF'], '/F')
      expect(stream).toMatchObject({ '/Subtype': '/application/json', '/Type': '/EmbeddedFile' })
      expect(tree.dictionary(stream['/Params'])['/ModDate']).toMatch(/^u:D:2026/)
    })

    it('has no signature, and fields for one only in a revision', () => {
      const unsigned = signaturesOf(bytes)
      if (file.fingerprint === null) expect(unsigned).toContain('does not contain any signatures')
      else
        expect(unsigned.match(/The signature form field is not signed/g)).toHaveLength(
          file.record.signers.length + 2,
        )
      expect(name).not.toBe('')
    })
  },
)
