import { join } from 'node:path'

import { toZone } from '../shared/capture/due'
import { accept, refuse, type Result } from '../shared/result'
import type { Parts } from './parts'
import { renderInWorker } from './record/renderInWorker'
import { sentenceFor, writeDurably } from './store/durableFile'
import { askWhereToSave } from './system/dialogs'

/** A file name people and every system can live with. */
function fileName(title: string): string {
  const safe = title
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
  return `${safe === '' ? 'Meeting' : safe} - decision record.pdf`
}

/** Asks where to, renders the record off the main thread and writes it. `path` is null when nobody chose one. */
export async function exportRecord(parts: Parts, id: string): Promise<Result<{ path: string | null }>> {
  const found = await parts.store.read(id)
  if (!found.ok) return found
  const { meeting, log } = found.value
  const path = await askWhereToSave(
    parts.windows.get('desk'),
    'Export the decision record',
    fileName(meeting.title),
    [{ name: 'PDF', extensions: ['pdf'] }],
  )
  if (path === null) return accept({ path: null })
  const madeAt = toZone(new Date().toISOString(), meeting.timeZone)
  const input = { meeting, log, draft: meeting.status !== 'finalised', madeAt, resources: parts.resources }
  try {
    const { bytes } = await renderInWorker(input, join(parts.bundle, 'pdfWorker.cjs'))
    await writeDurably(path, bytes)
    return accept({ path })
  } catch (error) {
    return refuse('export', sentenceFor(error, 'the record was not exported'))
  }
}
