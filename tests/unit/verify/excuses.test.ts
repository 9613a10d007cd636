import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import { pageTexts } from '../../../shared/pdf/pageText'
import { comparePrinted } from '../../../shared/verify/printed'
import { Rehearsal, say } from '../../helpers/meetings'
import { valueOf } from '../identity/identities'
import { revisionOf } from '../record/records'
import { AT, RESOURCES } from '../sign/signing'
import { drawnOtherwise, editedPage } from './editing'
import { opened } from './forging'

const OTHER_SCRIPT =
  'Part of the text is in a script whose signs are printed in another order or form than they are typed: that part was not compared with the attached record.'

async function recorded(...texts: readonly string[]) {
  const made = new Rehearsal().do(say.start, ...texts.map((text) => say.decision(text)))
  const file = revisionOf(made, { signers: [{ name: 'Dana Ortiz', role: '' }] })
  const { bytes } = await renderPdf({ file, madeAt: AT, paper: 'A4', resources: RESOURCES })
  return { file, bytes }
}

const HINDI = Array.from({ length: 7 }, (_each, at) => `हिन्दी में एक निर्णय ${at + 1}`)

describe('a script that is printed otherwise than it is typed', () => {
  it('leaves everything else to be compared, however much of it there is', async () => {
    const { file, bytes } = await recorded(...HINDI, 'We do not ship on Friday')
    expect(comparePrinted(opened(bytes), file)).toEqual({ faults: [], notes: [OTHER_SCRIPT], drawable: true })
    const pages = valueOf(pageTexts(opened(bytes)))
    const lies = pages.flatMap((texts, page) => (texts.some((text) => text.startsWith('not')) ? [page] : []))
    expect(lies.length).toBeGreaterThan(1)
    for (const page of lies) {
      const lied = editedPage(bytes, page, (blocks) => {
        const at = blocks.findIndex(({ text }, index) => {
          return text.startsWith('not') && /^(do|does) /.test(blocks[index - 1]?.text ?? '')
        })
        return blocks.map((block, index) =>
          index === at ? { ...block, code: blocks[at - 1]?.code ?? '' } : block,
        )
      })
      expect(comparePrinted(opened(lied), file).faults, `page ${page + 1}`).not.toEqual([])
    }
  })

  it('is no cover for texts where none of it is recorded', async () => {
    const { file, bytes } = await recorded('We do not ship on Friday', '\u{13000}')
    const pages = valueOf(pageTexts(opened(bytes)))
    const sign = drawnOtherwise(bytes, pages, (text) => text.includes('U+13000'))
    const lied = editedPage(bytes, 0, (blocks) =>
      blocks.map((block, at) =>
        at === 3 ? { ...block, code: `${sign}\nQ\nq\n1 0 0 -1 0 841.89 cm\n${block.code}` } : block,
      ),
    )
    const { faults } = comparePrinted(opened(lied), file)
    expect(faults).not.toEqual([])
  })

  it('may be in the title, the names and the foot of a record', async () => {
    const { file } = await recorded(...HINDI.slice(0, 2), 'A decision that is long enough '.repeat(40))
    const named = JSON.stringify(file).replaceAll('Halt release 4.2', 'रिलीज़ 4.2 रोकें')
    const told = JSON.parse(named.replaceAll('Dana Ortiz', 'दाना ऑर्टिज़')) as typeof file
    const { bytes } = await renderPdf({ file: told, madeAt: AT, paper: 'A4', resources: RESOURCES })
    expect(comparePrinted(opened(bytes), told).faults).toEqual([])
  })
})
