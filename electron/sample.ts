import { join } from 'node:path'

import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'

import { commandSchema, type Command } from '../shared/meeting/commands'
import { accept, refuse, type Result } from '../shared/result'
import type { Parts } from './parts'
import { readJsonFile } from './store/jsonFile'
import { findPlaybook } from './store/playbookStore'

const person = z.object({ name: z.string(), role: z.string(), organisation: z.string(), email: z.string() })
const sampleSchema = z.object({
  format: z.literal('lectern-sample'),
  version: z.literal(1),
  playbook: z.string(),
  title: z.string(),
  place: z.string(),
  facts: z.record(z.string(), z.string()),
  attendees: z.array(person),
})

/** The next full hour in a zone, as ISO 8601. */
function nextHour(timeZone: string): string | null {
  return DateTime.now().setZone(timeZone).plus({ hours: 1 }).startOf('hour').toISO()
}

/** Makes the sample meeting: created from its playbook, every fact filled, everybody invited. */
export async function createSample(parts: Parts): Promise<Result<{ id: string }>> {
  const content = await readJsonFile(join(parts.resources, 'samples', 'release-4-2.json'))
  if (!content.ok) return content
  const sample = sampleSchema.parse(content.value)
  const playbook = findPlaybook(parts.playbooks, sample.playbook)
  if (!playbook.ok) return playbook
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { title, place } = sample
  const made = await parts.store.create({
    title,
    place,
    plannedStart: nextHour(timeZone),
    timeZone,
    playbook: playbook.value,
  })
  if (!made.ok) return made
  const commands: Command[] = [
    ...Object.entries(sample.facts).map(
      ([key, value]) => ({ type: 'setFact', key, value, source: '' }) as const,
    ),
    ...sample.attendees.map((attendee) => ({ type: 'addAttendee', attendee }) as const),
  ]
  const outcomes = await Promise.all(
    commands.map((command) => parts.store.run(made.value.id, uuidv7(), commandSchema.parse(command))),
  )
  const refused = outcomes.find((outcome) => !outcome.ok)
  return refused === undefined || refused.ok ? accept(made.value) : refuse('sample', refused.refusal.sentence)
}
