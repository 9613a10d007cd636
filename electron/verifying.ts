import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { VerifiedFile } from '../shared/ipcRecord'
import { accept, refuse, type Result } from '../shared/result'
import type { Parts } from './parts'
import { readPdf, verifyInWorker } from './record/verifyPdf'
import { sentenceFor, writeDurably } from './store/durableFile'
import { knownPeople } from './store/knownSigners'
import { askWhatToOpen, askWhereToSave } from './system/dialogs'

type Chosen = { readonly token: string; readonly name: string; readonly bytes: Uint8Array }

let chosen: Chosen | null = null

/** The PDF that was verified last, for co-signing it. Refuses a token that is not its own. */
export function chosenPdf(token: string): Result<{ readonly name: string; readonly bytes: Uint8Array }> {
  return chosen?.token === token
    ? accept({ name: chosen.name, bytes: chosen.bytes })
    : refuse('token', 'Another PDF was chosen since: verify this one again.')
}

/** Asks for a PDF and verifies it off the main thread; null when nobody chose one. */
export async function verifyPdf(parts: Parts): Promise<Result<VerifiedFile | null>> {
  const path = await askWhatToOpen(parts.windows.get('desk'), 'Verify a record', [
    { name: 'PDF', extensions: ['pdf'] },
  ])
  if (path === null) return accept(null)
  const bytes = await readPdf(path)
  if (!bytes.ok) return bytes
  const known = await knownPeople(parts.dataDir.identities)
  const worker = join(parts.bundle, 'verifyWorker.cjs')
  const { report, openFields } = await verifyInWorker(
    { bytes: bytes.value, known, resources: parts.resources },
    worker,
  )
  chosen = { token: randomUUID(), name: basename(path), bytes: bytes.value }
  return accept({ token: chosen.token, name: chosen.name, report, openFields: [...openFields] })
}

/** Saves the page that verifies a record in any browser. `path` is null when nobody chose one. */
export async function saveVerifier(parts: Parts): Promise<Result<{ path: string | null }>> {
  const path = await askWhereToSave(
    parts.windows.get('desk'),
    'Save the verifier page',
    'Lectern verifier.html',
    [{ name: 'Web page', extensions: ['html'] }],
  )
  if (path === null) return accept({ path: null })
  try {
    await writeDurably(path, await readFile(join(parts.bundle, '..', 'verifier', 'verify.html'), 'utf8'))
    return accept({ path })
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the verifier page was not saved'))
  }
}
