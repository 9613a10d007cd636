import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import { CHAPTERS } from '../../../shared/record/chapters'
import { PAPERS, signatureFields, type Paper } from '../../../shared/record/signatureFields'
import { created, ended, MADE_AT, meetingOf, noted, ordinary, parked, RESOURCES, started } from './meetings'
import { canInspectPdf, packedText, PdfTree } from './pdf'
import { draftOf, revisionOf } from './records'

const NEEDS = 'skipped: needs qpdf, mupdf-tools and poppler-utils'
const papers: readonly Paper[] = ['A4', 'Letter']

const people = (number: number) =>
  Array.from({ length: number }, (_, index) => ({
    name: `Person ${index + 1} Żółć`,
    role: `Role ${index + 1}`,
  }))

async function rendered(file: ReturnType<typeof draftOf>, paper: Paper) {
  const { bytes } = await renderPdf({ file, madeAt: MADE_AT, paper, resources: RESOURCES })
  return { bytes, tree: new PdfTree(bytes) }
}

describe.skipIf(!canInspectPdf)(`the prepared signature fields (${NEEDS})`, () => {
  const counts = [0, 1, 3, 4, 5, 8, 9, 18, 24]
  const cases = papers.flatMap((paper) => counts.map((signers) => [signers, paper] as const))

  it.each(cases)('lie where they were promised: %i signers, %s', async (signers, paper) => {
    const { tree, bytes } = await rendered(revisionOf(ordinary(), { signers: people(signers) }), paper)
    const form = tree.dictionary(tree.catalog['/AcroForm'])
    expect(form['/SigFlags']).toBe(3)
    expect(Object.keys(form).toSorted()).toEqual(['/Fields', '/SigFlags'])
    const wanted = signatureFields(signers, paper)
    const first = tree.pages.length - 1 - Math.max(...wanted.map(({ page }) => page))
    const widgets = tree.annotations.filter(({ annotation }) => annotation['/Subtype'] === '/Widget')
    expect(tree.list(form['/Fields']).map((ref) => tree.dictionary(ref))).toEqual(
      widgets.map(({ annotation }) => annotation),
    )
    widgets.forEach(({ page, annotation }, index) => {
      const field = wanted[index]
      expect(page).toBe(first + (field?.page ?? 0))
      expect(annotation['/P']).toBe(tree.pages[page]?.ref)
      expect(annotation['/Rect']).toEqual(field?.rect)
      const whose = field?.signer === null ? 'Further signature' : `Signature of Person ${index + 1} Żółć`
      expect(annotation).toMatchObject({ '/FT': '/Sig', '/T': `u:${field?.name}`, '/TU': `u:${whose}` })
      expect(annotation['/V']).toBeUndefined()
      expect(tree.dictionary(annotation['/AP'], '/N')['/BBox']).toEqual([0, 0, 230, 62])
    })
    const text = packedText(bytes)
    for (const { name, role } of people(signers))
      expect(text.split(`${name}${role}`.replaceAll(' ', ''))).toHaveLength(2)
  })

  it.each(papers)('keep clear of each other and of the edge of %s', (paper) => {
    const [width, height] = PAPERS[paper]
    const fields = signatureFields(24, paper)
    for (const [index, { rect, page }] of fields.entries()) {
      const [left, bottom, right, top] = rect
      expect(left > 40 && bottom > 62 && right < width - 40 && top < height - 150).toBe(true)
      for (const other of fields.slice(index + 1)) {
        const apart = other.page !== page || other.rect[0] >= right || other.rect[3] <= bottom
        expect(apart).toBe(true)
      }
    }
  })

  it('are not there in a draft', async () => {
    const { tree } = await rendered(draftOf(ordinary()), 'A4')
    expect(tree.catalog['/AcroForm']).toBeUndefined()
    expect(tree.annotations.every(({ annotation }) => annotation['/Subtype'] === '/Link')).toBe(true)
  })
})

describe.skipIf(!canInspectPdf)(`bookmarks and links (${NEEDS})`, () => {
  const many = Array.from({ length: 80 }, (_, index) => parked(2, index, `Question ${index}`, null))
  const notes = Array.from({ length: 80 }, (_, index) => noted(3, index, `Note ${index}`))

  it('lead to where each chapter begins, not to where its heading comes again', async () => {
    const made = meetingOf([created(), started, ...many, ...notes, ended(9)])
    const { tree, bytes } = await rendered(revisionOf(made), 'A4')
    const { '/Names': names } = tree.dictionary(tree.dictionary(tree.catalog['/Names'])['/Dests'])
    const list = tree.list(names)
    const titles: string[] = []
    let item: unknown = tree.dictionary(tree.catalog['/Outlines'])['/First']
    while (item !== undefined) {
      const bookmark = tree.dictionary(item)
      const title = String(bookmark['/Title']).slice(2)
      const [page, kind, , top] = tree.list(bookmark['/Dest'])
      const index = tree.pages.findIndex(({ ref }) => ref === page)
      const chapter = Object.entries(CHAPTERS).find(([, each]) => each === title)?.[0] ?? 'unknown'
      expect(list[list.indexOf(`u:${chapter}`) + 1]).toEqual(bookmark['/Dest'])
      expect(kind).toBe('/XYZ')
      expect(Number(top)).toBeLessThanOrEqual(842)
      const words = packedText(bytes).split(/Page\d+of\d+/)
      const heading = chapter === 'summary' ? 'DECISIONRECORD' : title.replaceAll(' ', '')
      expect(words[index]).toContain(heading)
      if (chapter === 'notes') expect(words[index]).toContain('Note0')
      titles.push(title)
      item = bookmark['/Next']
    }
    expect(titles).toEqual([
      'Summary',
      'What is at stake',
      'Parking lot',
      'Notes',
      'Closing',
      'Log',
      'Signatures and verification',
      'Signatures',
      'What a signature proves',
    ])
    expect(tree.catalog['/PageMode']).toBe('/UseNone')
  })

  it('leads from the summary to chapters that are there', async () => {
    for (const made of [ordinary(), meetingOf([created(), started])]) {
      const { tree } = await rendered(draftOf(made), 'Letter')
      const { '/Names': names } = tree.dictionary(tree.dictionary(tree.catalog['/Names'])['/Dests'])
      const places = new Set(tree.list(names))
      const links = tree.annotations.map(({ annotation }) => tree.dictionary(annotation['/A'])['/D'])
      expect(links.every((target) => places.has(target))).toBe(true)
      expect(new Set(links).size).toBe(made.meeting.actions.length > 0 ? 4 : 0)
    }
  })
})
