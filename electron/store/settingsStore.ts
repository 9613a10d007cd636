import { access } from 'node:fs/promises'

import { Low } from 'lowdb'
import { z } from 'zod'

import { authorSchema, type Author } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { sentenceFor } from './durableFile'
import { readJsonFile } from './jsonFile'
import { setAside } from './quarantine'
import { durableJson } from './snapshot'

/** The file of what is remembered for all meetings. */
export const settingsFileSchema = z.object({
  format: z.literal('lectern-settings'),
  version: z.literal(1),
  author: authorSchema.nullable(),
})
type Settings = z.infer<typeof settingsFileSchema>

const DEFAULTS: Settings = { format: 'lectern-settings', version: 1, author: null }

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function readSettings(path: string, quarantine: string): Promise<Settings> {
  if (!(await isThere(path))) return DEFAULTS
  const content = await readJsonFile(path)
  const settings = settingsFileSchema.safeParse(content.ok ? content.value : null)
  if (settings.success) return settings.data
  await setAside(path, quarantine)
  return DEFAULTS
}

/** What this machine remembers for all meetings. Memory changes only after the disk said yes. */
export class SettingsStore {
  readonly #database: Low<Settings>

  private constructor(database: Low<Settings>) {
    this.#database = database
  }

  /** Reads the settings; a file that cannot be read is set aside in quarantine and the defaults are used. */
  static async open(path: string, quarantine: string): Promise<SettingsStore> {
    return new SettingsStore(new Low(durableJson<Settings>(path), await readSettings(path, quarantine)))
  }

  /** Who writes entries here, or null while nobody has said so. */
  get author(): Author | null {
    return this.#database.data.author
  }

  /** Remembers who writes entries here. */
  async setAuthor(author: Author): Promise<Result<null>> {
    const before = this.#database.data
    this.#database.data = { ...before, author }
    try {
      await this.#database.write()
      return accept(null)
    } catch (error) {
      this.#database.data = before
      return refuse('disk', sentenceFor(error, 'your name was not saved'))
    }
  }
}
