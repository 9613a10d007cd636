import { access } from 'node:fs/promises'

import { Low } from 'lowdb'
import { z } from 'zod'

import { displayMemorySchema, type DisplayMemory } from '../../shared/displays/schema'
import {
  authorSchema,
  newMeetingLookSchema,
  type Author,
  type NewMeetingLook,
} from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { sentenceFor } from './durableFile'
import { readJsonFile } from './jsonFile'
import { setAside } from './quarantine'
import { durableJson } from './snapshot'

const NOTHING_KNOWN: DisplayMemory = { sets: {}, modes: {} }

/**
 * The file of what is remembered for all meetings: who writes here, what was chosen for which displays, how the
 * prompter looks in new meetings, and whether the system is asked to leave it out of captures.
 */
export const settingsFileSchema = z.object({
  format: z.literal('lectern-settings'),
  version: z.literal(1),
  author: authorSchema.nullable(),
  displays: displayMemorySchema.default(NOTHING_KNOWN),
  newMeetings: newMeetingLookSchema.nullable().default(null),
  asksProtection: z.boolean().default(true),
})
type Settings = z.infer<typeof settingsFileSchema>

const DEFAULTS: Settings = {
  format: 'lectern-settings',
  version: 1,
  author: null,
  displays: NOTHING_KNOWN,
  newMeetings: null,
  asksProtection: true,
}

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
  #last: Promise<unknown> = Promise.resolve()

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

  /** What is remembered of displays. */
  get displays(): DisplayMemory {
    return this.#database.data.displays
  }

  /** How the prompter looks in new meetings, or null while nobody has chosen. */
  get newMeetings(): NewMeetingLook | null {
    return this.#database.data.newMeetings
  }

  /** Whether the system is asked to leave the prompter out of captures. */
  get asksProtection(): boolean {
    return this.#database.data.asksProtection
  }

  /** Remembers who writes entries here. */
  setAuthor(author: Author): Promise<Result<null>> {
    return this.#change({ author }, 'your name was not saved')
  }

  /** Remembers what was chosen for displays. */
  setDisplays(displays: DisplayMemory): Promise<Result<null>> {
    return this.#change({ displays }, 'the choice for this display will be forgotten')
  }

  /** Remembers how the prompter looks in new meetings. */
  setNewMeetings(newMeetings: NewMeetingLook): Promise<Result<null>> {
    return this.#change({ newMeetings }, 'the look for new meetings was not saved')
  }

  /** Remembers whether the system is asked to leave the prompter out of captures. */
  setAsksProtection(asksProtection: boolean): Promise<Result<null>> {
    return this.#change({ asksProtection }, 'the choice was not saved')
  }

  /** One change after the other: one that the disk refuses takes no other along. */
  #change(change: Partial<Settings>, otherwise: string): Promise<Result<null>> {
    const turn = this.#last.then(() => this.#write(change, otherwise))
    this.#last = turn
    return turn
  }

  async #write(change: Partial<Settings>, otherwise: string): Promise<Result<null>> {
    const before = this.#database.data
    this.#database.data = { ...before, ...change }
    try {
      await this.#database.write()
      return accept(null)
    } catch (error) {
      this.#database.data = before
      return refuse('disk', sentenceFor(error, otherwise))
    }
  }
}
