import { describe, expect, it } from 'vitest'

import { dictAt, refAt } from '../../../shared/pdf/access'
import { pagesOf } from '../../../shared/pdf/pages'
import { verifyPdf } from '../../../shared/verify/verify'
import { opened, updated } from './forging'
import { signedFirst } from './oneSection'
import { crypto, reportOf, signedRecord } from './verifying'

const TOO_LONG = 'The printed text is too long to be compared with the attached record here.'

/** The number of the object that says what the signs of the first page's first font stand for. */
function toUnicode(bytes: Uint8Array): number {
  const document = opened(bytes)
  const [page] = pagesOf(document)
  const fonts = dictAt(dictAt(page?.dict ?? null, 'Resources', document.resolve), 'Font', document.resolve)
  const [name = ''] = fonts?.entries.keys() ?? []
  return refAt(dictAt(fonts, name, document.resolve), 'ToUnicode')?.num ?? 0
}

describe('a record that is stuffed until comparing it is given up', () => {
  it('is not intact for a font that says too much', async () => {
    const { base, dana } = await signedRecord()
    const ranges = '1 beginbfrange <0000> <ffff> <0041> endbfrange\n'.repeat(200)
    const text = `<< /Length ${ranges.length} >>\nstream\n${ranges}\nendstream`
    const report = await reportOf(
      await signedFirst(updated(base, { num: toUnicode(base), gen: 0, text }), dana),
      [dana],
    )
    expect(report).toMatchObject({ verdict: 'changed', findings: [TOO_LONG] })
  })

  it.each([new RangeError('Maximum call stack size exceeded'), new RangeError('Invalid array length')])(
    'ends in a sentence where an engine gives up: %s',
    async (error) => {
      const { once } = await signedRecord()
      const inflate = () => {
        throw error
      }
      const known = { certificate: () => false }
      const { report } = await verifyPdf(once, { crypto, inflate, known })
      expect(report).toMatchObject({
        verdict: 'unreadable',
        findings: ['This PDF lists more, or nests it deeper, than any sound record does.'],
      })
    },
  )
})
