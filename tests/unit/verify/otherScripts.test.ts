import { describe, expect, it } from 'vitest'

import { inflateNode } from '../../../electron/record/inflate'
import { renderPdf } from '../../../electron/record/renderPdf'
import { openPdf } from '../../../shared/pdf/document'
import { comparePrinted } from '../../../shared/verify/printed'
import { Rehearsal, say } from '../../helpers/meetings'
import { valueOf } from '../identity/identities'
import { revisionOf } from '../record/records'
import { AT, RESOURCES } from '../sign/signing'

/** What is found where this was printed and that is attached. */
async function found(print: string, attach: string) {
  const made = new Rehearsal().do(say.start, say.note('before'), say.decision(print), say.note('after'))
  const file = revisionOf(made, { signers: [{ name: 'Dana Ortiz', role: '' }] })
  const { bytes } = await renderPdf({ file, madeAt: AT, paper: 'A4', resources: RESOURCES })
  const text = JSON.stringify(file)
  expect(text).toContain(JSON.stringify(print))
  const attached = JSON.parse(text.replaceAll(JSON.stringify(print), JSON.stringify(attach))) as typeof file
  return comparePrinted(valueOf(openPdf(bytes, { inflate: inflateNode })), attached)
}

describe('a text in a script that is printed otherwise than it is typed', () => {
  it.each([
    ['a number of the same digits, in Hebrew', 'נשלם 12,900 שקל', 'נשלם 21,900 שקל'],
    ['a number of the same digits, in Arabic', 'ندفع 12,900 دينار', 'ندفع 21,900 دينار'],
    ['a word of the same letters, in Hebrew', 'לא angel הולכים', 'לא glean הולכים'],
    ['another number, in Hindi', 'हम 12 दिन रुकेंगे', 'हम 13 दिन रुकेंगे'],
    ['other words beside one sign', 'We halt the release \u{13000}', 'We ship the release \u{13000}'],
    ['other words beside one letter', 'We halt the release ก', 'We ship the release ก'],
  ])('is no cover for %s', async (_what, print, attach) => {
    expect((await found(print, print)).faults).toEqual([])
    const { faults } = await found(print, attach)
    expect(faults.length).toBeGreaterThan(0)
  })
})
