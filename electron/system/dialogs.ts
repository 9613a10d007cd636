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

/** Asks which file to open; null when the person changed their mind. */
export async function askWhatToOpen(
  parent: BrowserWindow | null,
  title: string,
  filters: FileFilter[],
): Promise<string | null> {
  const prepared = await preparedAnswers()
  if (prepared !== null) return prepared.open?.[0] ?? null
  const options = { title, filters, properties: ['openFile'] satisfies ['openFile'] }
  const answer =
    parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}

/** Says why Lectern cannot go on, in one sentence. */
export function sayWhyItStops(sentence: string): void {
  dialog.showErrorBox('Lectern', sentence)
}

/** Asks before something that cannot be taken back; `yes` is the button that does it. */
export async function askToConfirm(
  parent: BrowserWindow | null,
  question: { readonly message: string; readonly detail: string; readonly yes: string },
): Promise<boolean> {
  const prepared = await preparedAnswers()
  if (prepared !== null) return prepared.confirm !== false
  const { message, detail, yes } = question
  const options = {
    type: 'warning',
    message,
    detail,
    buttons: [yes, 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  } as const
  const asked = { ...options, buttons: [...options.buttons] }
  const answer =
    parent === null ? await dialog.showMessageBox(asked) : await dialog.showMessageBox(parent, asked)
  return answer.response === 0
}
