import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadFaces } from '../../../electron/record/outlines'
import { renderPdf } from '../../../electron/record/renderPdf'
import { signPdf, type SignOptions } from '../../../electron/record/signPdf'
import type { RecordFile } from '../../../shared/record/schema'
import type { Paper } from '../../../shared/record/signatureFields'
import { identity, valueOf } from '../identity/identities'
import { ordinary } from '../record/meetings'
import { draftOf, revisionOf } from '../record/records'

export const RESOURCES = join(import.meta.dirname, '../../../resources')
export const AT = '2026-11-23T18:10:39+01:00'

function installed(tool: string, ...args: string[]): boolean {
  return spawnSync(tool, args).error === undefined
}

/** Whether every program that looks at signed PDFs here is installed. */
export const hasTools =
  installed('pdfsig', '-v') && installed('qpdf', '--version') && installed('mutool', '-v')

async function pdfOf(file: RecordFile, paper: Paper): Promise<Uint8Array> {
  return (await renderPdf({ file, madeAt: AT, paper, resources: RESOURCES })).bytes
}

/** The PDF of a finalised record with these expected signers. */
export async function recordPdf(names: readonly string[], paper: Paper = 'A4'): Promise<Uint8Array> {
  const signers = names.map((name) => ({ name, role: 'Release manager' }))
  return pdfOf(revisionOf(ordinary(), { signers }), paper)
}

/** The PDF of a record that is not final. */
export async function draftPdf(): Promise<Uint8Array> {
  return pdfOf(draftOf(ordinary()), 'A4')
}

/** Signs as `signPdf` does, by somebody new and now, unless said otherwise. */
export async function sign(bytes: Uint8Array, changes: Partial<SignOptions> = {}) {
  const who = changes.identity ?? (await identity())
  return signPdf(bytes, {
    at: AT,
    field: 'LecternSigner1',
    faces: await loadFaces(RESOURCES),
    ...changes,
    identity: who,
  })
}

/** The bytes of a signed PDF; throws where signing was refused. */
export async function signed(bytes: Uint8Array, changes: Partial<SignOptions> = {}): Promise<Uint8Array> {
  return valueOf(await sign(bytes, changes))
}

/** Runs a tool on a PDF in a folder of its own: what it says, on both outputs, and how it ended. */
export function looked(
  bytes: Uint8Array,
  tool: string,
  ...args: string[]
): { said: string; status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-sign-'))
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes)
    const { stdout, stderr, status } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8' })
    return { said: `${stdout}${stderr}`, status }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How often pdfsig calls a signature valid, and all it says. */
export function pdfsig(bytes: Uint8Array): { readonly valid: number; readonly said: string } {
  const { said } = looked(bytes, 'pdfsig', '-nocert', 'file.pdf')
  return { valid: said.split('Signature is Valid.').length - 1, said }
}

/** What qpdf finds wrong with a PDF; empty for a sound one. */
export function qpdfFaults(bytes: Uint8Array): string {
  const { said, status } = looked(bytes, 'qpdf', '--check', 'file.pdf')
  return status === 0 ? '' : said
}

/** A PDF another program made: qpdf's rewriting of a record without its form, by these options. */
export function fromElsewhere(bytes: Uint8Array, ...options: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-else-'))
  try {
    writeFileSync(join(folder, 'in.pdf'), bytes)
    return execFileSync('qpdf', ['in.pdf', ...options, '-'], { cwd: folder, maxBuffer: 1 << 28 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
