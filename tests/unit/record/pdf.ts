import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { z } from 'zod'

/** Whether poppler's pdftotext is installed; without it the text of a PDF cannot be read back. */
export const canReadPdf = spawnSync('pdftotext', ['-v']).error === undefined

/** Whether qpdf is installed. */
export const canCheckPdf = spawnSync('qpdf', ['--version']).error === undefined

/** Whether everything is installed that the tests look into a PDF with. */
export const canInspectPdf =
  canReadPdf &&
  canCheckPdf &&
  ['pdffonts', 'pdfdetach', 'pdfsig', 'mutool'].every(
    (program) => spawnSync(program, ['-v']).error === undefined,
  )

function inFile<T>(bytes: Uint8Array, read: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pdf-'))
  try {
    const path = join(folder, 'record.pdf')
    writeFileSync(path, bytes)
    return read(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The text of a PDF as a reader sees it. */
export function textOf(bytes: Uint8Array): string {
  return inFile(bytes, (path) => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }))
}

/** The text of each page without blanks and line breaks, for what may be wrapped anywhere. */
export function packedText(bytes: Uint8Array): string {
  const raw = inFile(bytes, (path) => execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }))
  return raw.replace(/\s+/g, '')
}

/** What qpdf finds wrong with a PDF; empty for a sound one. */
export function qpdfFaults(bytes: Uint8Array): string {
  const { status, stdout, stderr } = inFile(bytes, (path) =>
    spawnSync('qpdf', ['--check', path], { encoding: 'utf8' }),
  )
  return status === 0 ? '' : `${stdout}${stderr}`
}

/** Everything in a PDF that can be read at all: every stream inflated, every object in the clear. */
export function inTheClear(bytes: Uint8Array): string {
  return inFile(bytes, (path) =>
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], { maxBuffer: 1 << 28 }).toString(
      'latin1',
    ),
  )
}

/** What mupdf complains of while it draws every page; empty for a sound PDF. */
export function mutoolFaults(bytes: Uint8Array): string {
  const { status, stderr } = inFile(bytes, (path) =>
    spawnSync('mutool', ['draw', '-q', '-r', '20', '-o', `${path}-%d.png`, path], { encoding: 'utf8' }),
  )
  const faults = stderr.replace('warning: ICC support is not available\n', '')
  return status === 0 ? faults : `${status}: ${faults}`
}

/** The fonts of a PDF by name, and whether each is embedded. */
export function fontsOf(bytes: Uint8Array): ReadonlyMap<string, boolean> {
  const table = inFile(bytes, (path) => execFileSync('pdffonts', [path], { encoding: 'utf8' }))
  const rows = table.trim().split('\n').slice(2)
  return new Map(
    rows.map((row) => [row.split(/\s+/)[0] ?? '', /\s(yes|no) (yes|no) +(yes|no) /.exec(row)?.[1] === 'yes']),
  )
}

/** The names of the files attached to a PDF, and the bytes of the first. */
export function attachmentOf(bytes: Uint8Array): {
  readonly names: readonly string[]
  readonly first: Buffer
} {
  return inFile(bytes, (path) => {
    const list = execFileSync('pdfdetach', ['-list', path], { encoding: 'utf8' })
    execFileSync('pdfdetach', ['-save', '1', '-o', `${path}.attached`, path])
    const names = [...list.matchAll(/^\d+: (.*)$/gm)].map(([, name = '']) => name)
    return { names, first: readFileSync(`${path}.attached`) }
  })
}

/** What poppler says of a PDF's signatures. */
export function signaturesOf(bytes: Uint8Array): string {
  const { stdout, stderr } = inFile(bytes, (path) => spawnSync('pdfsig', [path], { encoding: 'utf8' }))
  return `${stdout}${stderr}`
}

const treeSchema = z.object({ qpdf: z.tuple([z.unknown(), z.record(z.string(), z.unknown())]) })
const dictionarySchema = z.record(z.string(), z.unknown())
type Dictionary = Readonly<Record<string, unknown>>

/** The objects of a PDF, to be walked through by following references. */
export class PdfTree {
  readonly #objects: Dictionary

  constructor(bytes: Uint8Array) {
    const json = inFile(bytes, (path) =>
      execFileSync('qpdf', ['--json=2', '--json-key=qpdf', path], { maxBuffer: 1 << 28, encoding: 'utf8' }),
    )
    this.#objects = treeSchema.parse(JSON.parse(json)).qpdf[1]
  }

  /** What a value stands for: itself, or the object that it refers to (a stream's dictionary). */
  follow(value: unknown): unknown {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value
    const object = dictionarySchema.parse(this.#objects[`obj:${value}`])
    return 'stream' in object ? dictionarySchema.parse(object.stream).dict : object.value
  }

  dictionary(value: unknown, ...path: readonly string[]): Dictionary {
    const start = dictionarySchema.parse(this.follow(value))
    return path.reduce((at, key) => dictionarySchema.parse(this.follow(at[key])), start)
  }

  list(value: unknown): readonly unknown[] {
    return z.array(z.unknown()).parse(this.follow(value) ?? [])
  }

  get trailer(): Dictionary {
    return this.dictionary(dictionarySchema.parse(this.#objects.trailer).value)
  }

  get catalog(): Dictionary {
    return this.dictionary(this.trailer['/Root'])
  }

  /** The pages with their references; the record's page tree has one level. */
  get pages(): readonly { readonly ref: unknown; readonly page: Dictionary }[] {
    const { '/Kids': kids } = this.dictionary(this.catalog['/Pages'])
    return this.list(kids).map((ref) => ({ ref, page: this.dictionary(ref) }))
  }

  /** Every annotation with the page it lies on (from 0). */
  get annotations(): readonly { readonly page: number; readonly annotation: Dictionary }[] {
    return this.pages.flatMap(({ page }, index) =>
      this.list(page['/Annots']).map((ref) => ({ page: index, annotation: this.dictionary(ref) })),
    )
  }

  /** All objects of the file. */
  get all(): readonly unknown[] {
    return Object.keys(this.#objects)
      .filter((name) => name.startsWith('obj:'))
      .map((name) => this.follow(name.slice('obj:'.length)))
  }
}
