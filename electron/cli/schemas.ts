import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { identityFileSchema, knownSignersFileSchema } from '../../shared/identity/schema'
import { meetingFileSchema } from '../../shared/meeting/file'
import { playbookSchema } from '../../shared/playbook/schema'
import { recordFileSchema } from '../../shared/record/schema'
import { rehearsalsFileSchema } from '../../shared/rehearsal/schema'
import { sentenceFor, writeDurably } from '../store/durableFile'
import { settingsFileSchema } from '../store/settingsStore'
import { done, failed, type Outcome } from './outcome'

/** A file of `resources/schemas/`. */
export type SchemaFile = { readonly name: string; readonly text: string }

function schemaFile(name: string, title: string, schema: z.ZodType): SchemaFile {
  const json = { title, ...z.toJSONSchema(schema, { io: 'input' }) }
  return { name, text: `${JSON.stringify(json, null, 2)}\n` }
}

/**
 * The JSON Schema of each file format, made from the zod schemas. What only Lectern can check (the chain
 * of the log, references, time zones) is not in them.
 */
export function schemaFiles(): readonly SchemaFile[] {
  return [
    schemaFile('meeting.schema.json', 'Lectern meeting', meetingFileSchema),
    schemaFile('playbook.schema.json', 'Lectern playbook', playbookSchema),
    schemaFile('record.schema.json', 'Lectern record', recordFileSchema),
    schemaFile('identity.schema.json', 'Lectern identity', identityFileSchema),
    schemaFile('known-signers.schema.json', 'Lectern known signers', knownSignersFileSchema),
    schemaFile('settings.schema.json', 'Lectern settings', settingsFileSchema),
    schemaFile('rehearsals.schema.json', 'Lectern rehearsals', rehearsalsFileSchema),
  ]
}

/** Writes the schemas into the folder `schemas` of a resources folder. */
export async function schemas(resources: string): Promise<Outcome> {
  const folder = join(resources, 'schemas')
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, text } of schemaFiles()) await writeDurably(join(folder, name), text)
    return done(`Wrote the schemas: ${folder}`)
  } catch (error) {
    return failed(`${folder}: ${sentenceFor(error, 'the schemas were not written')}`)
  }
}
