/** The part of pdfkit's document that writes title and dates into the XMP packet. */
type XmpWriter = { info: Readonly<Record<string, unknown>>; _addInfo(): void }

function isXmpWriter(value: object): value is XmpWriter {
  return '_addInfo' in value && typeof value._addInfo === 'function' && 'info' in value
}

function escaped(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * The same pdfkit document, which will write well-formed XMP: pdfkit 0.19 puts the title there unescaped.
 * Throws where another version of pdfkit writes it in another way.
 */
export function withEscapedXmp<T extends object>(pdf: T): T {
  if (!isXmpWriter(pdf)) throw new Error('This version of pdfkit writes its XMP packet in another way')
  const writer: XmpWriter = pdf
  const write = writer._addInfo.bind(writer)
  writer._addInfo = () => {
    const { info } = writer
    writer.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, escaped(value)]))
    write()
    writer.info = info
  }
  return pdf
}
