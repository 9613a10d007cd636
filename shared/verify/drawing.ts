import { dictAt, textAt } from '../pdf/access'
import { textBudget } from '../pdf/budget'
import type { PdfDocument } from '../pdf/document'
import { reading } from '../pdf/fault'
import type { PdfPage } from '../pdf/pages'
import { operations } from '../pdf/toUnicode'
import { accept } from '../result'
import { recordDocument } from '../record/document'
import { RECORD_LAYOUT, type RecordFile } from '../record/schema'
import { overlapFault } from './overlaps'
import { PageDrawing, type Shape } from './pageDrawing'
import { paperOf } from './placement'
import { say } from './sentences'
import { sameShapes, shapesOf } from './shapes'
import { momentOf } from './signatures'

const MOST_NAMED = 5
/** No page that Lectern draws needs a tenth of it. */
const LARGEST_PAGE = 4_000_000

type Read = { readonly fault: string | null; readonly shapes: readonly Shape[] }

/** What one page draws, up to the first thing Lectern would not. */
function readPage(page: PdfPage, document: PdfDocument, isDraft: boolean): Read {
  const contents = document.resolve(page.dict.entries.get('Contents'))
  const data = contents.kind === 'stream' ? document.streamData(contents) : null
  if (data === null || !data.ok || data.value.length > LARGEST_PAGE)
    return { fault: 'more than can be read', shapes: [] }
  const drawing = new PageDrawing(page, document, isDraft)
  const read = reading(() => {
    for (const { operator, operands } of operations(data.value, textBudget())) {
      const fault = drawing.draw(operator, operands)
      if (fault !== null) return accept(fault)
    }
    return accept(drawing.end())
  })
  const fault = read.ok ? read.value : 'something that cannot be read'
  return { fault: fault ?? overlapFault(drawing), shapes: drawing.shapes }
}

function expectedShapes(
  document: PdfDocument,
  pages: readonly PdfPage[],
  file: RecordFile,
): readonly Shape[] {
  const information = dictAt(document.trailer, 'Info', document.resolve)
  const madeAt = momentOf(textAt(information, 'CreationDate', document.resolve)) ?? new Date(0).toISOString()
  return shapesOf(recordDocument({ file, madeAt, paper: paperOf(pages.at(-1)) }).content)
}

/**
 * What the pages of a record draw that Lectern does not: other operators, colours or sizes, shapes over the
 * text, and shapes that the attached record does not call for. A record of another layout may have others.
 */
export function drawingFaults(
  document: PdfDocument,
  pages: readonly PdfPage[],
  file: RecordFile,
): readonly string[] {
  const read = pages.map((page) => readPage(page, document, file.fingerprint === null))
  const faults = read.flatMap(({ fault }, index) =>
    fault === null ? [] : [say.notDrawn(`Page ${index + 1}`, fault)],
  )
  if (faults.length > 0) return faults.slice(0, MOST_NAMED)
  if (file.layout !== RECORD_LAYOUT) return []
  const shapes = read.flatMap((page) => page.shapes)
  return sameShapes(shapes, expectedShapes(document, pages, file)) ? [] : [say.otherShapes]
}
