import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { PlaybookSummary } from '../../shared/ipc'
import { shapeFaults, shapeRefusal } from '../../shared/meeting/file'
import { playbookSchema, type Playbook } from '../../shared/playbook/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { readJsonFile } from './jsonFile'

/** Reads and validates one playbook file. */
export async function readPlaybook(path: string): Promise<Result<Playbook>> {
  const content = await readJsonFile(path)
  if (!content.ok) return content
  const playbook = playbookSchema.safeParse(content.value)
  return playbook.success ? accept(playbook.data) : shapeRefusal('playbook', shapeFaults(playbook.error))
}

/** The built-in playbooks, read-only. Throws if one of them is not valid: the package is broken then. */
export async function builtInPlaybooks(folder: string): Promise<readonly Playbook[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(
    files.map(async (file) => {
      const playbook = await readPlaybook(join(folder, file))
      if (!playbook.ok) throw new Error(`${file}: ${playbook.refusal.sentence}`)
      return playbook.value
    }),
  )
}

/** What the New meeting dialog shows of the playbooks. */
export function playbookSummaries(playbooks: readonly Playbook[]): PlaybookSummary[] {
  return playbooks.map(({ id, title, summary }) => ({ id, title, summary }))
}

/** A playbook by its id. */
export function findPlaybook(playbooks: readonly Playbook[], id: string): Result<Playbook> {
  const playbook = playbooks.find((candidate) => candidate.id === id)
  return playbook === undefined
    ? refuse('unknown', 'There is no such playbook.', 'playbook')
    : accept(playbook)
}
