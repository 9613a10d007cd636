import { join } from 'node:path'

import { toZone } from '../shared/capture/due'
import { accept, refuse, type Result } from '../shared/result'
import type { Parts } from './parts'
import { renderInWorker } from './record/renderInWorker'
import { sentenceFor, writeDurably } from './store/durableFile'
import { askWhereToSave } from './system/dialogs'
import { fileName } from './system/fileName'

type Rendered = { readonly bytes: Uint8Array; readonly warnings: readonly string[]; readonly title: string }

async function render(parts: Parts, id: string): Promise<Result<Rendered>> {
  const found = await parts.store.read(id)
  if (!found.ok) return found
  const { meeting, log } = found.value
  const madeAt = toZone(new Date().toISOString(), meeting.timeZone)
  const input = { meeting, log, draft: meeting.status !== 'finalised', madeAt, resources: parts.resources }
  try {
    const { bytes, warnings } = await renderInWorker(input, join(parts.bundle, 'pdfWorker.cjs'))
    return accept({ bytes, warnings, title: meeting.title })
  } catch (error) {
    return refuse('render', sentenceFor(error, 'the record was not made'))
  }
}

/** The record's PDF, rendered off the main thread, to look at. */
export async function previewRecord(
  parts: Parts,
  id: string,
): Promise<Result<{ pdf: Uint8Array<ArrayBuffer>; warnings: string[] }>> {
  const rendered = await render(parts, id)
  if (!rendered.ok) return rendered
  return accept({ pdf: new Uint8Array(rendered.value.bytes), warnings: [...rendered.value.warnings] })
}

/** Asks where to, renders the record off the main thread and writes it. `path` is null when nobody chose one. */
export async function exportRecord(parts: Parts, id: string): Promise<Result<{ path: string | null }>> {
  const found = await parts.store.read(id)
  if (!found.ok) return found
  const path = await askWhereToSave(
    parts.windows.get('desk'),
    'Export the decision record',
    fileName(found.value.meeting.title, 'decision record.pdf'),
    [{ name: 'PDF', extensions: ['pdf'] }],
  )
  if (path === null) return accept({ path: null })
  const rendered = await render(parts, id)
  if (!rendered.ok) return rendered
  try {
    await writeDurably(path, rendered.value.bytes)
    return accept({ path })
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the record was not exported'))
  }
}
