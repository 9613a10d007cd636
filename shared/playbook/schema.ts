import { z } from 'zod'

import { idSchema, LONGEST_LINE, textSchema } from '../text'

export const PLAYBOOK_FORMAT = 'lectern-playbook'
export const PLAYBOOK_VERSION = 1

const line = textSchema(LONGEST_LINE)
const prose = textSchema()

/** What a blank holds: free text, a range of hours, or a moment. */
export const factKindSchema = z.enum(['text', 'range', 'date'])
export type FactKind = z.infer<typeof factKindSchema>

/** A plan figure that a fact shows instead of holding a value of its own. */
export const planSourceSchema = z.discriminatedUnion('figure', [
  z.object({ figure: z.literal('estimate'), task: idSchema }),
  z.object({ figure: z.literal('originalDate') }),
  z.object({ figure: z.literal('newDate') }),
])
export type PlanSource = Readonly<z.infer<typeof planSourceSchema>>

/** A blank of the playbook. `plan` names the plan figure it shows; `staleAfter` is in minutes. */
export const factTemplateSchema = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/, 'is not a fact key'),
  label: line.min(1),
  kind: factKindSchema,
  example: line,
  help: line.optional(),
  plan: planSourceSchema.optional(),
  staleAfter: z.number().int().positive().optional(),
})
export type FactTemplate = Readonly<z.infer<typeof factTemplateSchema>>

/** A person's part in the meeting, e.g. "Product Manager". `short` is what the note-taker types after `@`. */
export const roleSchema = z.object({
  id: idSchema,
  title: line.min(1),
  short: z.array(line.min(1)),
  optional: z.boolean(),
})
export type Role = Readonly<z.infer<typeof roleSchema>>

export const stakeSchema = z.object({ id: idSchema, title: line.min(1), text: prose })
export type Stake = Readonly<z.infer<typeof stakeSchema>>

/**
 * One block of the script. In `text`, `{{key}}` is a blank, `[words in brackets]` are stage directions
 * that are never spoken, and an empty line parts paragraphs. `mustSay` lists phrases of `text`.
 * `timebox` is in minutes. A slot has no text of its own: it holds the place of an expected objection.
 */
export const cueSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('spoken'),
    id: idSchema,
    heading: line.min(1),
    agenda: line.min(1),
    text: prose,
    mustSay: z.array(line.min(1)),
    tips: z.array(idSchema),
    timebox: z.number().positive(),
  }),
  z.object({
    kind: z.literal('slot'),
    id: idSchema,
    heading: line.min(1),
    agenda: line.min(1),
    objection: idSchema,
    tips: z.array(idSchema),
    timebox: z.number().positive(),
  }),
])
export type Cue = Readonly<z.infer<typeof cueSchema>>

/** A prepared answer in four parts; `doNotSay` is for the presenter's eyes only. */
export const responseSchema = z.object({
  sayFirst: prose.min(1),
  evidence: prose,
  questionBack: prose,
  doNotSay: prose,
})
export type Response = Readonly<z.infer<typeof responseSchema>>

export const objectionKindSchema = z.enum(['objection', 'question', 'concern'])
export type ObjectionKind = z.infer<typeof objectionKindSchema>

/** The digit key that shows a response on the prompter. */
export const responseKeySchema = z.number().int().min(1).max(9)

/** An objection somebody is expected to raise. `role` is a role id of the playbook. */
export const expectedObjectionSchema = z.object({
  id: idSchema,
  kind: objectionKindSchema,
  role: idSchema,
  text: prose.min(1),
  keywords: z.array(line.min(1)),
  key: responseKeySchema.nullable(),
  response: responseSchema,
})
export type ExpectedObjection = Readonly<z.infer<typeof expectedObjectionSchema>>

export const checklistTemplateSchema = z.object({ id: idSchema, text: line.min(1) })
export const glossaryTermSchema = z.object({ id: idSchema, term: line.min(1), definition: prose.min(1) })
export type GlossaryTerm = Readonly<z.infer<typeof glossaryTermSchema>>
export const tipSchema = z.object({ id: idSchema, text: prose.min(1) })
export type Tip = Readonly<z.infer<typeof tipSchema>>

/** The way to a new date. `rollback` is the key of the fact that says how to get back to the version before. */
export const planTemplateSchema = z.object({
  rollback: z.string().optional(),
  tasks: z.array(z.object({ id: idSchema, text: line.min(1) })).min(1),
})

const shape = z.object({
  format: z.literal(PLAYBOOK_FORMAT),
  version: z.literal(PLAYBOOK_VERSION),
  id: idSchema,
  title: line.min(1),
  summary: prose,
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  purpose: prose,
  roles: z.array(roleSchema).min(1),
  bottomLine: prose.min(1),
  stakes: z.array(stakeSchema),
  facts: z.array(factTemplateSchema),
  plan: planTemplateSchema,
  script: z.array(cueSchema).min(1),
  objections: z.array(expectedObjectionSchema),
  checklist: z.array(checklistTemplateSchema),
  glossary: z.array(glossaryTermSchema),
  tips: z.array(tipSchema),
})
type Shape = z.infer<typeof shape>
type Problem = { readonly path: (string | number)[]; readonly message: string }

/** Blanks that Lectern fills by itself, so a playbook may use them without listing a fact. */
export const BUILT_IN_BLANKS: readonly string[] = ['greeting', 'title']

function doubled(path: string, ids: readonly (string | number | null)[]): Problem[] {
  return ids.flatMap((id, index) =>
    id === null || ids.indexOf(id) === index
      ? []
      : [{ path: [...path.split('.'), index], message: `"${id}" is there twice` }],
  )
}

function danglingReferences(playbook: Shape): Problem[] {
  const tips = new Set(playbook.tips.map((tip) => tip.id))
  const objections = new Set(playbook.objections.map((objection) => objection.id))
  const roles = new Set(playbook.roles.map((role) => role.id))
  const tasks = new Set(playbook.plan.tasks.map((task) => task.id))
  return [
    ...playbook.script.flatMap((cue, index) => [
      ...cue.tips
        .filter((tip) => !tips.has(tip))
        .map((tip) => ({ path: ['script', index, 'tips'], message: `names the unknown tip "${tip}"` })),
      ...(cue.kind === 'slot' && !objections.has(cue.objection)
        ? [
            {
              path: ['script', index, 'objection'],
              message: `names the unknown objection "${cue.objection}"`,
            },
          ]
        : []),
      ...(cue.kind === 'spoken'
        ? cue.mustSay
            .filter((phrase) => !cue.text.includes(phrase))
            .map((phrase) => ({
              path: ['script', index, 'mustSay'],
              message: `"${phrase}" is not in the text`,
            }))
        : []),
    ]),
    ...playbook.objections
      .map((objection, index) => ({ objection, index }))
      .filter(({ objection }) => !roles.has(objection.role))
      .map(({ objection, index }) => ({
        path: ['objections', index, 'role'],
        message: `names the unknown role "${objection.role}"`,
      })),
    ...playbook.facts.flatMap((fact, index) =>
      fact.plan?.figure === 'estimate' && !tasks.has(fact.plan.task)
        ? [{ path: ['facts', index, 'plan'], message: `names the unknown task "${fact.plan.task}"` }]
        : [],
    ),
    ...(playbook.plan.rollback === undefined ||
    playbook.facts.some((fact) => fact.key === playbook.plan.rollback)
      ? []
      : [{ path: ['plan', 'rollback'], message: `names the unknown fact "${playbook.plan.rollback}"` }]),
  ]
}

function unknownBlanks(playbook: Shape): Problem[] {
  const known = new Set([...BUILT_IN_BLANKS, ...playbook.facts.map((fact) => fact.key)])
  const texts: Problem[] = [
    { path: ['bottomLine'], message: playbook.bottomLine },
    ...playbook.stakes.map((stake, index) => ({ path: ['stakes', index, 'text'], message: stake.text })),
    ...playbook.script.flatMap((cue, index) =>
      cue.kind === 'spoken' ? [{ path: ['script', index, 'text'], message: cue.text }] : [],
    ),
    ...playbook.objections.flatMap((objection, index) =>
      Object.entries(objection.response).map(([part, text]) => ({
        path: ['objections', index, 'response', part],
        message: text,
      })),
    ),
  ]
  return texts.flatMap(({ path, message }) =>
    [...message.matchAll(/\{\{([^{}]*)\}\}/g)]
      .filter(([, key]) => key === undefined || !known.has(key))
      .map(([blank]) => ({ path, message: `has the unknown blank ${blank}` })),
  )
}

/** A playbook: shape, unique ids, no dangling reference, no unknown blank, must-say phrases found in their text. */
export const playbookSchema = shape.superRefine((playbook, context) => {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  const problems = [
    ...doubled(
      'facts',
      playbook.facts.map((fact) => fact.key),
    ),
    ...doubled(
      'objections',
      playbook.objections.map((objection) => objection.key),
    ),
    ...doubled('script', ids(playbook.script)),
    ...doubled('objections', ids(playbook.objections)),
    ...doubled('roles', ids(playbook.roles)),
    ...doubled('tips', ids(playbook.tips)),
    ...doubled('stakes', ids(playbook.stakes)),
    ...doubled('plan.tasks', ids(playbook.plan.tasks)),
    ...doubled('checklist', ids(playbook.checklist)),
    ...doubled('glossary', ids(playbook.glossary)),
    ...danglingReferences(playbook),
    ...unknownBlanks(playbook),
  ]
  for (const problem of problems)
    context.addIssue({ code: 'custom', path: problem.path, message: problem.message })
})
export type Playbook = Readonly<z.infer<typeof playbookSchema>>
