import { open, stat } from 'node:fs/promises'

import { accept, refuse, type Result } from '../../shared/result'
import { scanJson } from './jsonScan'

/** The biggest file that is opened, in bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** What a PDF begins with. */
const PDF = new TextEncoder().encode('%PDF-')

const strictUtf8 = () => new TextDecoder('utf-8', { fatal: true })

/** Line and column of a character, both from 1. CR, LF and CRLF each end one line. */
function placeOf(text: string, index: number): string {
  const lines = text.slice(0, index).split(/\r\n|\n|\r/)
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`
}

/** The text of UTF-8 bytes, or null where they are not; `stream` allows a character cut off at the end. */
function decoded(bytes: Uint8Array, options: { stream: boolean }): string | null {
  try {
    return strictUtf8().decode(bytes, options)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** How many bytes at the start are sound UTF-8. */
function soundBytes(bytes: Uint8Array): number {
  let sound = 0
  let broken = bytes.length + 1
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1
    if (decoded(bytes.subarray(0, middle), { stream: true }) !== null) sound = middle
    else broken = middle
  }
  return sound
}

function encodingRefusal(bytes: Uint8Array): Result<never> {
  const [first, second] = bytes
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (utf16) return refuse('encoding', 'This file is in UTF-16; save it as UTF-8 to open it.')
  const before = new TextDecoder().decode(bytes.subarray(0, soundBytes(bytes)), { stream: true })
  return refuse(
    'encoding',
    `This file is not in UTF-8 (${placeOf(before, before.length)}); it may be in Latin-1: save it as UTF-8 to open it.`,
  )
}

function textOf(bytes: Uint8Array): Result<string> {
  if (bytes.length === 0) return refuse('empty', 'This file is empty.')
  if (bytes.length > LARGEST_FILE) return tooLarge(bytes.length)
  if (PDF.every((byte, at) => bytes[at] === byte))
    return refuse(
      'pdf',
      'This is a PDF. Lectern reads JSON files here; “Verify a record” reads the PDF of a record.',
    )
  const zero = bytes.indexOf(0)
  if (zero >= 0) {
    if (bytes.every((byte) => byte === 0)) {
      return refuse(
        'zeros',
        'This file holds nothing but zero bytes: its content was never written to the disk.',
      )
    }
    if (zero < 2 || bytes[0] === 0xff || bytes[0] === 0xfe) {
      return refuse('encoding', 'This file is in UTF-16; save it as UTF-8 to open it.')
    }
    return refuse(
      'zeros',
      `This file holds zero bytes (the first is byte ${zero + 1}): part of it was never written to the disk.`,
    )
  }
  const text = decoded(bytes, { stream: false })
  return text === null ? encodingRefusal(bytes) : accept(text)
}

function tooLarge(size: number): Result<never> {
  const limit = LARGEST_FILE / 1024 / 1024
  return refuse('large', `This file has ${Math.ceil(size / 1024 / 1024)} MB; the limit is ${limit} MB.`)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

/**
 * Reads a JSON object from a file's bytes. Refuses, with one sentence and where known the line and column:
 * empty (`empty`), zero-filled (`zeros`), over `LARGEST_FILE` (`large`), another encoding than UTF-8
 * (`encoding`), broken JSON (`syntax`), a key twice (`duplicate`), a key that reaches a prototype
 * (`forbidden`), nesting too deep (`deep`), and any content but an object (`content`).
 * A byte order mark and CRLF are fine.
 */
export function parseJsonBytes(bytes: Uint8Array): Result<unknown> {
  const text = textOf(bytes)
  if (!text.ok) return text
  const fault = scanJson(text.value)
  if (fault !== null) {
    const sentence =
      fault.code === 'syntax' ? 'This file is damaged or not JSON' : 'This file cannot be trusted'
    const place = placeOf(text.value, fault.index)
    return refuse(
      fault.code,
      `${sentence}: ${place}: ${fault.reason}.`,
      fault.path === '' ? undefined : fault.path,
    )
  }
  const value: unknown = JSON.parse(text.value)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return accept(value)
  return refuse('content', `This file holds ${kindOf(value)} where an object is expected.`)
}

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'This file does not exist.',
  ENOTDIR: 'This file does not exist.',
  EACCES: 'This file may not be read by this user.',
  EPERM: 'This file may not be read by this user.',
  EISDIR: 'This is a folder, not a file.',
  ELOOP: 'This file is a link that leads back to itself.',
  ENAMETOOLONG: 'This file name is too long.',
  EIO: 'The disk reported an error while this file was read.',
}

async function readBytes(path: string): Promise<Result<Uint8Array>> {
  const found = await stat(path)
  if (found.isDirectory()) return refuse('folder', 'This is a folder, not a file.')
  if (!found.isFile()) return refuse('folder', 'This is a device or a pipe, not a file.')
  if (found.size > LARGEST_FILE) return tooLarge(found.size)
  const file = await open(path, 'r')
  try {
    return accept(await file.readFile())
  } finally {
    await file.close()
  }
}

/**
 * Reads a file that holds one JSON object. Refuses as `parseJsonBytes` does, and a missing file, a folder, a
 * device and a file that may not be read (`unreadable`, `folder`). The sentences do not name the file.
 */
export async function readJsonFile(path: string): Promise<Result<unknown>> {
  try {
    const bytes = await readBytes(path)
    return bytes.ok ? parseJsonBytes(bytes.value) : bytes
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const code = String(error.code)
    return refuse(
      code === 'ENOENT' ? 'missing' : 'unreadable',
      sentences[code] ?? `This file could not be read (${code}).`,
    )
  }
}
