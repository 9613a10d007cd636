import { readFile } from 'node:fs/promises'

import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import { z } from 'zod'

const answersSchema = z.object({
  save: z.string().optional(),
  open: z.array(z.string()).optional(),
  confirm: z.boolean().optional(),
})

/** Answers prepared by a test, read afresh for each dialog; null where people are asked. */
async function preparedAnswers(): Promise<z.infer<typeof answersSchema> | null> {
  const file = process.env['LECTERN_TEST_DIALOGS']
  if (app.isPackaged || file === undefined || file === '') return null
  return answersSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** Asks where to save; null when the person changed their mind. */
export async function askWhereToSave(
  parent: BrowserWindow | null,
  title: string,
  suggestion: string,
  filters: FileFilter[],
): Promise<string | null> {
  const prepared = await preparedAnswers()
  if (prepared !== null) return prepared.save ?? null
  const options = { title, defaultPath: suggestion, filters }
  const answer =
    parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options)
  return answer.canceled || answer.filePath === undefined || answer.filePath === '' ? null : answer.filePath
}

/** Says why Lectern cannot go on, in one sentence. */
export function sayWhyItStops(sentence: string): void {
  dialog.showErrorBox('Lectern', sentence)
}
