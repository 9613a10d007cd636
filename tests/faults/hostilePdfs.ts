import { deflateSync } from 'node:zlib'

type Bytes = Uint8Array

/** A classic PDF of these objects (numbered from 1), with a cross-reference table that fits. */
export function pdfOf(objects: readonly string[], trailer = '/Root 1 0 R', head = '%PDF-1.7\n'): Bytes {
  let text = head
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(text, 'latin1')
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const at = Buffer.byteLength(text, 'latin1')
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** A catalog with one empty page. */
export const PLAIN = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
]

function stream(data: Bytes, entries: string): string {
  return `<< ${entries} /Length ${data.length} >>\nstream\n${Buffer.from(data).toString('latin1')}\nendstream`
}

/** A PDF whose cross-references are a stream of this data at its end. */
function withXrefStream(data: Bytes, entries: string): Bytes {
  const head = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'
  const object = `2 0 obj\n${stream(data, `/Type /XRef /Root 1 0 R ${entries}`)}\nendobj\n`
  return Buffer.from(`${head}${object}startxref\n${head.length}\n%%EOF\n`, 'latin1')
}

/** A thousandfold of zeros for every byte. */
function bomb(megabytes: number, layers = 1): Bytes {
  let data: Bytes = Buffer.alloc(megabytes * 1_000_000)
  for (let layer = 0; layer < layers; layer += 1) data = deflateSync(data)
  return data
}

function attached(data: Bytes, filter = '/FlateDecode'): Bytes {
  return pdfOf([
    '<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(record.json) 2 0 R] >> >> >>',
    '<< /Type /Filespec /UF (record.json) /EF << /F 3 0 R >> >>',
    stream(data, `/Filter ${filter}`),
  ])
}

function looping(prev: (at: number) => number): Bytes {
  const plain = Buffer.from(pdfOf(PLAIN)).toString('latin1')
  const at = plain.lastIndexOf('xref\n0')
  return Buffer.from(plain.replace('/Root', `/Prev ${prev(at)} /Root`), 'latin1')
}

function replaced(bytes: Bytes, text: string, by: string): Bytes {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replace(text, by), 'latin1')
}

const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`

/** Files made to break a reader, by what is wrong with them, and the words its sentence must hold. */
export const HOSTILE: readonly (readonly [what: string, make: () => Bytes, words: RegExp])[] = [
  ['nothing', () => Buffer.alloc(0), /is not a PDF/],
  ['a web page', () => Buffer.from('<html></html>'), /is not a PDF/],
  ['a head alone', () => Buffer.from('%PDF-1.7\n'), /cut off/],
  [
    '60 MB of one letter',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(60_000_000, 's')]),
    /cut off/,
  ],
  [
    '40 MB of brackets',
    () =>
      Buffer.concat([
        Buffer.from('%PDF-1.7\n'),
        Buffer.alloc(40_000_000, '['),
        Buffer.from('\nstartxref\n9\n%%EOF'),
      ]),
    /./,
  ],
  ['cut off in the middle', () => pdfOf(PLAIN).subarray(0, 150), /cut off/],
  [
    'cross-references behind the end',
    () => Buffer.from('%PDF-1.7\nstartxref\n999999\n%%EOF'),
    /behind its own end/,
  ],
  ['an absurd offset', () => Buffer.from(`%PDF-1.7\nstartxref\n${'9'.repeat(400)}\n%%EOF`), /cut off/],
  ['a section that precedes itself', () => looping((at) => at), /circle/],
  ['a negative offset', () => looping(() => -5), /impossible/],
  [
    'a length that needs its own stream',
    () => pdfOf(['<< /Type /Catalog >>', '<< /Length 2 0 R >>\nstream\n\nendstream']),
    /needs itself/,
  ],
  [
    'an absurd length',
    () => pdfOf(['<< /Type /Catalog >>', '<< /Length 99999999999 >>\nstream\n\nendstream']),
    /behind the end of the file/,
  ],
  [
    'a negative length',
    () => pdfOf(['<< /Type /Catalog >>', '<< /Length -1 >>\nstream\n\nendstream']),
    /how long/,
  ],
  ['deep arrays', () => pdfOf(['<< /Type /Catalog >>', nested('[', ']', 200_000)]), /too deep/],
  ['deep dictionaries', () => pdfOf(['<< /Type /Catalog >>', nested('<< /A ', ' >>', 200_000)]), /too deep/],
  [
    'deep brackets in a string',
    () => pdfOf(['<< /Type /Catalog >>', nested('(', ')', 1_000_000)]),
    /no record|record/,
  ],
  ['a string without an end', () => pdfOf(['<< /Type /Catalog >>', '(((((']), /cut off/],
  [
    'references in a circle',
    () => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '3 0 R', '2 0 R']),
    /no record/,
  ],
  [
    'pages in a circle',
    () => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] >>']),
    /no record/,
  ],
  [
    'fields in a circle',
    () =>
      pdfOf(['<< /Type /Catalog /AcroForm << /Fields [2 0 R] >> >>', '<< /FT /Sig /T (a) /Kids [2 0 R] >>']),
    /no record/,
  ],
  [
    'attached files in a circle',
    () => pdfOf(['<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>', '<< /Kids [2 0 R 2 0 R] >>']),
    /no record/,
  ],
  [
    'encrypted',
    () => pdfOf([...PLAIN, '<< /Filter /Standard >>'], '/Root 1 0 R /Encrypt 4 0 R'),
    /encrypted/,
  ],
  ['no catalog', () => pdfOf(['5']), /catalog/],
  [
    'an absurd table',
    () => Buffer.from('%PDF-1.7\nxref\n0 999999999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF'),
    /broken/,
  ],
  [
    'an absurd size',
    () => replaced(pdfOf(PLAIN), '/Size 4', '/Size 99999999999'),
    /more objects than can be/,
  ],
  [
    'a cross-reference stream of two thousand million objects',
    () => withXrefStream(deflateSync(Buffer.alloc(100)), '/W [1 2 1] /Size 2000000000 /Filter /FlateDecode'),
    /shorter/,
  ],
  [
    'a cross-reference stream with absurd widths',
    () => withXrefStream(Buffer.alloc(100), '/W [1 999999999 1] /Size 3'),
    /impossible/,
  ],
  [
    'a cross-reference stream that is a bomb',
    () => withXrefStream(bomb(300), '/W [1 2 1] /Size 3 /Filter /FlateDecode'),
    /too much/,
  ],
  [
    'a cross-reference stream of ten million free objects',
    () => withXrefStream(bomb(40), '/W [1 2 1] /Size 10000000 /Filter /FlateDecode'),
    /more than can be checked/,
  ],
  ['an attached bomb', () => attached(bomb(400)), /cannot be read/],
  ['attached brackets in brackets', () => attached(deflateSync('['.repeat(10_000_000))), /cannot be read/],
  ['a bomb in a bomb', () => attached(bomb(400, 2), '[/FlateDecode /FlateDecode]'), /cannot be read/],
  [
    'attached data in a hundred layers',
    () => attached(Buffer.from('x'), `[${'/FlateDecode '.repeat(100)}]`),
    /cannot be read/,
  ],
  ['a key that is there twice', () => pdfOf(['<< /Type /Catalog /Type /Catalog >>']), /twice/],
  [
    'a million empty arrays',
    () => pdfOf(['<< /Type /Catalog >>', `[${'[] '.repeat(3_000_000)}]`]),
    /more than can be checked/,
  ],
  ['a name without end', () => pdfOf(['<< /Type /Catalog >>', `/${'a'.repeat(2_000_000)}`]), /without end/],
  [
    'a hundred signatures',
    () =>
      pdfOf([
        `<< /Type /Catalog /AcroForm << /Fields [${Array.from({ length: 100 }, (_none, at) => `${at + 2} 0 R`).join(' ')}] >> >>`,
        ...Array.from(
          { length: 100 },
          (_none, at) => `<< /FT /Sig /T (f${at}) /V << /ByteRange [0 1 2 3] /Contents <00> >> >>`,
        ),
      ]),
    /more signatures/,
  ],
]
