import { describe, expect, it } from 'vitest'

import { ageWords, isStale } from '../../../shared/meeting/factAge'
import { readiness, type ReadinessItem, type ReadinessStage } from '../../../shared/meeting/readiness'
import type { Attendee, Meeting } from '../../../shared/meeting/schema'
import { expected, fact, meeting, now, slot, spoken } from '../script/meeting'

const ALONE: ReadinessStage = { sharedDisplay: false }

function person(name: string, role: string): Attendee {
  const id = `00000000-0000-7000-8000-${String(name.length).padStart(12, '0')}`
  return { id, name, role, organisation: '', email: '', present: [] }
}

const roles = [
  { id: 'product', title: 'Product Manager', short: ['pm'], optional: false },
  { id: 'sponsor', title: 'Executive Sponsor', short: ['exec'], optional: true },
  { id: 'architect', title: 'Cloud Solutions Architect', short: ['csa'], optional: false },
]
const template = { id: 'x', kind: 'objection', keywords: [], key: null, text: 'No.' } as const
const said = { sayFirst: 'I see.', evidence: '', questionBack: '', doNotSay: '' }

/** A meeting for which everything is prepared; the playbook expects something from all roles but the architect. */
function ready(more: Partial<Meeting> = {}): Meeting {
  const base = meeting()
  return {
    ...base,
    playbook: {
      ...base.playbook,
      roles,
      plan: { ...base.playbook.plan, rollback: 'rollback' },
      objections: [
        { ...template, id: 'a', role: 'product', keywords: [], response: said },
        { ...template, id: 'b', role: 'sponsor', keywords: [], response: said },
      ],
    },
    facts: [
      fact('bug', 'a leak'),
      fact('evidence', 'load tests'),
      fact('rollback', 'redeploy'),
      fact('secret', 's'),
    ],
    attendees: [person('Amara', 'Product Manager'), person('Sofia M', 'Cloud Solutions Architect')],
    script: [spoken('opening', 'We found {{bug}}.'), slot('first', 'deadline')],
    objections: [expected],
    plan: {
      tasks: [{ id: 'fix', text: 'Fix', estimate: { min: 1, max: 2 } }],
      workingHours: null,
      start: null,
      originalDate: '2026-11-25T14:00:00.000+01:00',
      override: null,
      newDate: '2026-11-26T11:00:00.000+01:00',
    },
    ...more,
  }
}

function findings(of: Meeting, stage = ALONE): readonly ReadinessItem[] {
  return readiness(of, now, stage).filter(({ level }) => level !== 'ok')
}

const sentences = (of: Meeting, stage = ALONE) => findings(of, stage).map(({ sentence }) => sentence)

describe('readiness', () => {
  it('finds nothing in a meeting that is ready, and says what is in order', () => {
    expect(findings(ready())).toEqual([])
    expect(readiness(ready(), now, ALONE).map(({ group }) => group)).toEqual([
      'facts',
      'rollback',
      'objections',
      'people',
      'plan',
    ])
  })

  it('names every empty fact, and tells apart those read aloud', () => {
    const facts = [fact('bug', ''), fact('evidence', ' '), fact('rollback', 'r'), fact('secret', '')]
    expect(findings(ready({ facts })).map(({ id, level }) => [id, level])).toEqual([
      ['facts:bug', 'missing'],
      ['facts:evidence', 'missing'],
      ['facts:secret', 'warning'],
    ])
  })

  it('names a fact that is older than it may be, until it is set again', () => {
    const at = '2026-11-25T05:00:00.000+01:00'
    const old = fact('bug', 'a leak', { at, staleAfter: 240 })
    const facts = [old, ...ready().facts.slice(1)]
    expect(sentences(ready({ facts }))).toEqual(['“The bug” was set 4 h ago. Is it still right?'])
    expect(findings(ready({ facts: [{ ...old, at: now }, ...ready().facts.slice(1)] }))).toEqual([])
  })

  it('says once that there is no way back', () => {
    const facts = ready().facts.map((each) => (each.key === 'rollback' ? { ...each, value: '' } : each))
    expect(findings(ready({ facts }))).toMatchObject([
      { group: 'rollback', level: 'missing', target: { kind: 'fact', key: 'rollback' } },
    ])
  })

  it('names blanks that no fact fills, in the script and in responses, but not built-in ones', () => {
    const response = { ...said, evidence: 'See {{graph}}.' }
    const script = [spoken('opening', '{{greeting}}. {{title}}. {{typo}}.')]
    expect(sentences(ready({ script, objections: [{ ...expected, response }] }))).toEqual([
      'No fact fills {{typo}} in “Private opening”.',
      'No fact fills {{graph}} in “The launch will slip”.',
    ])
  })

  it('names who has no prepared objection: not the presenter, and a short form of a role is that role', () => {
    const attendees = [
      person('Amara', 'pm'),
      person('Farida', 'Executive Sponsor'),
      person('Jo', ''),
      person('Sofia M', 'csa'),
    ]
    expect(findings(ready({ attendees })).map(({ label, target }) => [label, target.kind])).toEqual([
      ['Farida', 'newObjection'],
      ['Jo', 'person'],
    ])
  })

  it('takes whoever works here for the presenter, whatever their role', () => {
    const attendees = [...ready().attendees, person('Farida R.', 'Executive Sponsor')]
    expect(findings(ready({ attendees }), { ...ALONE, presenter: 'farida r.' })).toEqual([])
  })

  it('asks for people, and for the roles that a playbook needs', () => {
    expect(sentences(ready({ attendees: [] }))).toEqual(['Nobody is invited yet.'])
    expect(sentences(ready({ attendees: [person('Amara', 'Product Manager')] }))).toEqual([
      'Nobody is here as Cloud Solutions Architect.',
    ])
  })

  it('asks for tasks, estimates, dates and a start', () => {
    const { plan } = ready()
    const open = { id: 'fix', text: 'Fix', estimate: null }
    expect(sentences(ready({ plan: { ...plan, tasks: [], newDate: null } }))).toEqual([
      'The plan has no tasks.',
    ])
    expect(sentences(ready({ plan: { ...plan, tasks: [open], newDate: null } }))).toEqual([
      '“Fix” has no estimate.',
    ])
    expect(sentences(ready({ plan: { ...plan, originalDate: null } }))).toEqual([
      'The original date is missing.',
    ])
    const earlier = { ...plan, newDate: plan.originalDate }
    expect(sentences(ready({ plan: earlier }))).toEqual([
      'The new date is not later than the original date. Check both before they are on the board.',
    ])
    expect(sentences(ready({ plannedStart: null, plan: { ...plan, newDate: null } }))).toEqual([
      'The plan has no start, so no new date.',
      'No planned start is set, so nobody can be invited.',
    ])
  })

  it('leaves to the facts what a fact shows', () => {
    const figure = { figure: 'estimate', task: 'fix' } as const
    const facts = [...ready().facts, fact('fixTime', '', { kind: 'range', plan: figure })]
    const plan = { ...ready().plan, tasks: [{ id: 'fix', text: 'Fix', estimate: null }], newDate: null }
    expect(findings(ready({ facts, plan })).map(({ id }) => id)).toEqual(['facts:fixTime'])
  })

  it('warns of prompter and Board on one display', () => {
    expect(findings(ready(), { sharedDisplay: true })).toMatchObject([
      { group: 'display', level: 'warning', target: { kind: 'live' } },
    ])
  })

  it('gives every finding an id of its own', () => {
    const empty = ready({ facts: ready().facts.map((each) => ({ ...each, value: '' })), attendees: [] })
    const ids = readiness(empty, now, { sharedDisplay: true }).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the age of a fact', () => {
  it.each([
    ['2026-11-25T09:05:00.000+01:00', 'just now'],
    ['2026-11-25T09:04:01.000+01:00', 'just now'],
    ['2026-11-25T10:05:00.000+01:00', 'just now'],
    ['2026-11-25T08:53:00.000+01:00', '12 min ago'],
    ['2026-11-25T06:00:00.000+01:00', '3 h ago'],
    ['2026-11-23T09:05:00.000+01:00', '2 days ago'],
  ])('%s is %s', (at, words) => {
    expect(ageWords(at, now)).toBe(words)
  })

  it('is too great only past its limit, and never for an empty fact', () => {
    const at = '2026-11-25T08:05:00.000+01:00'
    expect(isStale(fact('bug', 'x', { at, staleAfter: 60 }), now)).toBe(false)
    expect(isStale(fact('bug', 'x', { at, staleAfter: 59 }), now)).toBe(true)
    expect(isStale(fact('bug', '', { at, staleAfter: 59 }), now)).toBe(false)
    expect(isStale(fact('bug', 'x', { at }), now)).toBe(false)
  })
})
