import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

import pdfmake from 'pdfmake'

/** The texts to print, and the folder of the fonts. */
export type PlainInput = { readonly texts: readonly string[]; readonly fonts: string }

/** What pdfmake takes for texts alone: one paragraph after the other, in one font. */
async function printed({ texts, fonts }: PlainInput): Promise<Uint8Array> {
  const face = (style: string) => join(fonts, `NotoSans-${style}.ttf`)
  const normal = face('Regular')
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === normal)
  pdfmake.setFonts({ NotoSans: { normal, bold: normal, italics: normal, bolditalics: normal } })
  const content = texts.map((text) => ({ text }))
  const pdf = pdfmake.createPdf({ defaultStyle: { font: 'NotoSans', fontSize: 10 }, content })
  return pdf.getBuffer()
}

if (parentPort === null) throw new Error('This file runs in a worker thread')
parentPort.postMessage(await printed(workerData as PlainInput))
