import { BUILT_IN_BLANKS } from '../playbook/schema'
import { missingFacts } from '../script/fill'
import { blanks } from '../script/tokens'
import { ageWords, isStale } from './factAge'
import { isSameRole } from './prepared'
import type { Meeting } from './schema'

/** Where something is put right. `newObjection` is an empty form for an objection from this role. */
export type Place =
  | { readonly kind: 'fact'; readonly key: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'newPerson'; readonly role: string }
  | { readonly kind: 'newObjection'; readonly role: string }
  | { readonly kind: 'cue' | 'objection' | 'task'; readonly id: string }
  | { readonly kind: 'newTask' | 'planStart' | 'originalDate' | 'newDate' }
  | { readonly kind: 'details' | 'live' }

/** What a finding is about; findings of one group are listed together. */
export type ReadinessGroup =
  | 'facts'
  | 'stale'
  | 'blanks'
  | 'rollback'
  | 'people'
  | 'roles'
  | 'objections'
  | 'estimates'
  | 'plan'
  | 'start'
  | 'display'

/**
 * One finding: `missing` would be noticed in the meeting, `warning` is worth a look, `ok` is in order.
 * `label` names its place in a list of its group; `sentence` says it all.
 */
export type ReadinessItem = {
  readonly id: string
  readonly group: ReadinessGroup
  readonly level: 'missing' | 'warning' | 'ok'
  readonly label: string
  readonly sentence: string
  readonly target: Place
}

/** What is known outside of the meeting: where the windows lie, and the name of who works here. */
export type ReadinessStage = { readonly sharedDisplay: boolean; readonly presenter?: string }

type Check = (meeting: Meeting, now: string, stage: ReadinessStage) => readonly ReadinessItem[]

function item(
  group: ReadinessGroup,
  level: ReadinessItem['level'],
  label: string,
  sentence: string,
  target: Place,
): ReadinessItem {
  const subject = 'id' in target ? target.id : 'key' in target ? target.key : label
  return { id: `${group}:${subject}`, group, level, label, sentence, target }
}

/** The findings, or the one that says all is well where there are none. */
function orFine(findings: readonly ReadinessItem[], fine: ReadinessItem): readonly ReadinessItem[] {
  return findings.length === 0 ? [fine] : findings
}

const emptyFacts: Check = (meeting) => {
  const spoken = new Set(missingFacts(meeting).map(({ key }) => key))
  const empty = meeting.facts.filter(
    ({ key, value }) => value.trim() === '' && key !== meeting.playbook.plan.rollback,
  )
  const findings = empty.map(({ key, label }) => {
    const level = spoken.has(key) ? 'missing' : 'warning'
    return item('facts', level, label, `“${label}” is empty.`, { kind: 'fact', key })
  })
  const [first] = meeting.facts
  return first === undefined
    ? []
    : orFine(
        findings,
        item('facts', 'ok', 'Facts', 'Every fact is filled.', { kind: 'fact', key: first.key }),
      )
}

const staleFacts: Check = (meeting, now) =>
  meeting.facts
    .filter((fact) => isStale(fact, now))
    .map(({ key, label, at }) =>
      item('stale', 'warning', label, `“${label}” was set ${ageWords(at ?? now, now)}. Is it still right?`, {
        kind: 'fact',
        key,
      }),
    )

const unknownBlanks: Check = (meeting) => {
  const known = new Set([...BUILT_IN_BLANKS, ...meeting.facts.map(({ key }) => key)])
  const strange = (text: string) => blanks(text).filter((key) => !known.has(key))
  const tell = (key: string, where: string, target: Place) => {
    const found = item('blanks', 'missing', `{{${key}}}`, `No fact fills {{${key}}} in “${where}”.`, target)
    return { ...found, id: `${found.id}:${key}` }
  }
  return [
    ...meeting.script.flatMap((cue) =>
      cue.kind === 'slot'
        ? []
        : strange(cue.text).map((key) => tell(key, cue.heading, { kind: 'cue', id: cue.id })),
    ),
    ...meeting.objections.flatMap(({ id, text, response }) =>
      strange(Object.values(response ?? {}).join('\n')).map((key) =>
        tell(key, text, { kind: 'objection', id }),
      ),
    ),
  ]
}

const rollback: Check = (meeting) => {
  const fact = meeting.facts.find(({ key }) => key === meeting.playbook.plan.rollback)
  if (fact === undefined) return []
  const target = { kind: 'fact', key: fact.key } as const
  return fact.value.trim() === ''
    ? [item('rollback', 'missing', fact.label, `There is no way back yet: “${fact.label}” is empty.`, target)]
    : [item('rollback', 'ok', fact.label, 'There is a way back.', target)]
}

/** Who raises nothing because they present: where a playbook expects an objection from all roles but one, that one. */
function presenterRole({ playbook }: Meeting): string | null {
  const [silent, ...others] = playbook.roles.filter(
    ({ id }) => !playbook.objections.some(({ role }) => role === id),
  )
  return silent === undefined || others.length > 0 ? null : silent.title
}

/** Everyone who may object: all who are invited but the presenter. */
function stakeholders(meeting: Meeting, presenter: string) {
  const ownRole = presenterRole(meeting)
  const ownName = presenter.trim().toLowerCase()
  return meeting.attendees.filter(
    ({ name, role }) =>
      name.toLowerCase() !== ownName &&
      (ownRole === null || !isSameRole(role, ownRole, meeting.playbook.roles)),
  )
}

const people: Check = ({ attendees, playbook }) => {
  const target = { kind: 'newPerson', role: '' } as const
  if (attendees.length === 0) return [item('people', 'missing', 'People', 'Nobody is invited yet.', target)]
  const free = playbook.roles.filter(
    ({ title, optional }) =>
      !optional && !attendees.some(({ role }) => isSameRole(role, title, playbook.roles)),
  )
  return orFine(
    free.map(({ title }) =>
      item('roles', 'warning', title, `Nobody is here as ${title}.`, { kind: 'newPerson', role: title }),
    ),
    item('people', 'ok', 'People', 'Everyone who is needed is invited.', target),
  )
}

const preparedFor: Check = (meeting, _now, { presenter = '' }) => {
  const { roles } = meeting.playbook
  const expected = meeting.objections.filter(({ response }) => response !== null)
  const others = stakeholders(meeting, presenter)
  const findings = others
    .filter(({ role }) => !expected.some((objection) => isSameRole(objection.role, role, roles)))
    .map(({ id, name, role }) => {
      const known = role.trim() !== ''
      const who = known ? `${name} (${role})` : `${name}, who has no role`
      const target: Place = known ? { kind: 'newObjection', role } : { kind: 'person', id }
      const found = item('objections', 'warning', name, `No objection is prepared for ${who}.`, target)
      return { ...found, id: `objections:${id}` }
    })
  if (others.length === 0) return []
  return orFine(
    findings,
    item('objections', 'ok', 'Objections', 'An objection is prepared for every stakeholder.', {
      kind: 'newObjection',
      role: '',
    }),
  )
}

/** What the plan lacks and no empty fact already says. */
const plan: Check = (meeting) => {
  const { tasks, start, originalDate, newDate } = meeting.plan
  const figures = meeting.facts.flatMap((fact) => fact.plan ?? [])
  if (tasks.length === 0)
    return [item('plan', 'missing', 'Plan', 'The plan has no tasks.', { kind: 'newTask' })]
  const open = tasks.filter(({ estimate }) => estimate === null)
  const unseen = open.filter(
    ({ id }) => !figures.some((each) => each.figure === 'estimate' && each.task === id),
  )
  const findings = unseen.map(({ id, text }) =>
    item('estimates', 'missing', text, `“${text}” has no estimate.`, { kind: 'task', id }),
  )
  const begins = start ?? meeting.plannedStart ?? meeting.startedAt
  const dates: ReadinessItem[] = []
  if (newDate === null && open.length === 0 && begins === null) {
    dates.push(
      item('plan', 'missing', 'Start', 'The plan has no start, so no new date.', { kind: 'planStart' }),
    )
  }
  if (originalDate === null && !figures.some(({ figure }) => figure === 'originalDate')) {
    dates.push(
      item('plan', 'warning', 'Original date', 'The original date is missing.', { kind: 'originalDate' }),
    )
  }
  if (originalDate !== null && newDate !== null && Date.parse(newDate) <= Date.parse(originalDate)) {
    const sentence =
      'The new date is not later than the original date. Check both before they are on the board.'
    dates.push(item('plan', 'warning', 'New date', sentence, { kind: 'newDate' }))
  }
  const all = [...findings, ...dates]
  return newDate === null
    ? all
    : orFine(all, item('plan', 'ok', 'Plan', 'The plan leads to a new date.', { kind: 'newDate' }))
}

const plannedStart: Check = (meeting) =>
  meeting.plannedStart === null && meeting.startedAt === null
    ? [
        item('start', 'warning', 'Planned start', 'No planned start is set, so nobody can be invited.', {
          kind: 'details',
        }),
      ]
    : []

const oneDisplay: Check = (_meeting, _now, { sharedDisplay }) =>
  sharedDisplay
    ? [
        item(
          'display',
          'warning',
          'One display',
          'Prompter and Board lie on one display: share the Board’s window, not the screen.',
          { kind: 'live' },
        ),
      ]
    : []

const CHECKS: readonly Check[] = [
  oneDisplay,
  emptyFacts,
  staleFacts,
  unknownBlanks,
  rollback,
  preparedFor,
  people,
  plan,
  plannedStart,
]

const RANK = { missing: 0, warning: 1, ok: 2 } as const

/**
 * What is missing before this meeting can start well, the gravest first, and what is in order. `now` is a
 * moment. Pure: nothing here is asked of a clock or a window.
 */
export function readiness(meeting: Meeting, now: string, stage: ReadinessStage): readonly ReadinessItem[] {
  return CHECKS.flatMap((check) => check(meeting, now, stage)).toSorted(
    (a, b) => RANK[a.level] - RANK[b.level],
  )
}
