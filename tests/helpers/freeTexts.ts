import { z } from 'zod'

import { objectionKindSchema } from '../../shared/playbook/schema'

const nodeSchema = z.looseObject({
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
})

/** Kinds of one and the same shape. */
const ALIKE: ReadonlySet<unknown> = new Set(objectionKindSchema.options)

/** Which of several shapes an object has, by its `type` or `kind`. */
function nameOf(properties: Readonly<Record<string, unknown>>): string {
  const shapes = [properties['type'], properties['kind']]
  const names = shapes.flatMap((shape) => {
    const { const: only } = nodeSchema.safeParse(shape).data ?? {}
    return typeof only === 'string' ? [only] : []
  })
  return names.length === 0 ? '' : `(${names.join()})`
}

function textsIn(json: unknown, path: string): readonly string[] {
  const { properties, items, prefixItems = [], anyOf = [], oneOf = [], ...node } = nodeSchema.parse(json)
  const inner = [
    ...[...anyOf, ...oneOf].flatMap((each) => textsIn(each, path)),
    ...[...prefixItems, items].flatMap((each) =>
      typeof each === 'object' ? textsIn(each, `${path}[]`) : [],
    ),
    ...Object.entries(properties ?? {}).flatMap(([key, each]) =>
      textsIn(each, `${path}${nameOf(properties ?? {})}.${key}`),
    ),
  ]
  const isFree =
    node.type === 'string' &&
    [node.const, node.enum, node.pattern, node.format].every((at) => at === undefined)
  return isFree ? [path, ...inner] : inner
}

/**
 * The places of a schema that take any text, e.g. `(capture).draft(note).text`: what is no id, moment or hash, and
 * no word of a list.
 */
export function freeTexts(schema: z.ZodType): readonly string[] {
  return [...new Set(textsIn(z.toJSONSchema(schema, { io: 'input', reused: 'inline' }), ''))]
}

/** The texts of a value, each with its place as `freeTexts` names it. */
export function textsOf(value: unknown, path = ''): readonly (readonly [place: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, `${path}[]`))
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const names = entries.flatMap(([key, word]) =>
    (key === 'type' || key === 'kind') && !ALIKE.has(word) ? [word] : [],
  )
  const shape = names.length === 0 ? '' : `(${names.join()})`
  return entries.flatMap(([key, each]) => textsOf(each, `${path}${shape}.${key}`))
}
