import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether poppler's pdftotext is installed; without it the text of a PDF cannot be read back. */
export const canReadPdf = spawnSync('pdftotext', ['-v']).error === undefined

/** Whether qpdf is installed. */
export const canCheckPdf = spawnSync('qpdf', ['--version']).error === undefined

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
