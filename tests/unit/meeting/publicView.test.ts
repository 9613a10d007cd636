import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { pathText } from '../../../shared/meeting/file'
import { publicView, publicViewSchema } from '../../../shared/meeting/publicView'
import type { Meeting } from '../../../shared/meeting/schema'
import { historyArb } from '../../helpers/histories'
import { busyMeeting, idOf, Rehearsal, say } from '../../helpers/meetings'

/** Everything the room may see. What is not named here is private, also what somebody adds tomorrow. */
const PUBLIC = [
  /^(id|title|status|timeZone|plannedStart|startedAt|endedAt)$/,
  /^breaks\[\d+\]\.(from|to)$/,
  /^playbook\.(bottomLine|stakes\[\d+\]\.(id|title|text)|plan\.rollback)$/,
  /^script\[\d+\]\.(id|agenda)$/,
  /^plan\.(tasks\[\d+\]\.(id|text)|start|originalDate|newDate|workingHours\.(from|to))$/,
  /^facts\[[01]\]\.value$/,
  /^objections\[1\]\.(id|at|text|who|status)$/,
  /^attendees\[0\]\.name$/,
  /^decisions\[\d+\]\.(id|at|text|supersedes)$/,
  /^actions\[\d+\]\.(id|at|text|owner|due|status)$/,
]

type Leaf = { readonly path: readonly (string | number)[]; readonly name: string }

function leavesOf(value: unknown, path: readonly (string | number)[] = []): readonly Leaf[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    )
  }
  return typeof value === 'string' ? [{ path, name: pathText(path) }] : []
}

/** A copy with a text at each of the places. */
function planted(meeting: Meeting, leaves: readonly Leaf[], text: string): Meeting {
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify(meeting))
  for (const { path } of leaves) {
    const owner = path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as never, copy)
    owner[path.at(-1) ?? ''] = text
  }
  return copy as Meeting
}

const { meeting } = busyMeeting().do(say.fact('impact', 'nobody can log in'), say.person('Dana Ito'))
const secrets = leavesOf(meeting).filter(({ name }) => !PUBLIC.some((place) => place.test(name)))
const shown = (from: Meeting) => JSON.stringify(publicView(from))

describe('the public view', () => {
  it('never holds what stands in a private field, one field after the other', () => {
    expect(secrets.length).toBeGreaterThan(80)
    const leaks = secrets.filter((leaf) => shown(planted(meeting, [leaf], 'SECRET')).includes('SECRET'))
    expect(leaks.map(({ name }) => name)).toEqual([])
  })

  it.each([
    'script[0].text',
    'script[0].heading',
    'script[0].mustSay[0]',
    'script[1].heading',
    'playbook.script[0].text',
    'playbook.tips[0].text',
    'playbook.purpose',
    'playbook.glossary[0].definition',
    'playbook.roles[0].title',
    'playbook.objections[0].response.doNotSay',
    'objections[0].text',
    'objections[0].keywords[0]',
    'objections[0].role',
    'objections[0].response.sayFirst',
    'objections[0].response.doNotSay',
    'facts[0].source',
    'facts[0].label',
    'attendees[0].email',
    'attendees[0].role',
    'attendees[0].organisation',
    'attendees[1].name',
    'notes[0].text',
    'parkingLot[0].text',
    'checklist[0].text',
    'place',
  ])('keeps %s private', (name) => {
    expect(secrets.map((leaf) => leaf.name)).toContain(name)
  })

  it('never holds any of the private texts, all of them at once', () => {
    const private_ = secrets.filter(({ name }) => !/(^|\.)(id|key|kind|at|figure|task|objection)$/.test(name))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 20 }), (text) => {
        const secret = `«${text}»`
        expect(shown(planted(meeting, private_, secret))).not.toContain(JSON.stringify(secret).slice(1, -1))
      }),
    )
  })

  it('shows what it is there to show', () => {
    expect(publicView(meeting)).toMatchObject({
      title: 'Halt release 4.2',
      status: 'live',
      bottomLine: 'We stop the release: a memory leak.',
      stakes: [{ id: 'trust', title: 'Trust', text: 'Users lose faith: nobody can log in.' }],
      agenda: [{ title: 'Opening' }, { title: 'Questions' }],
      concerns: [{ text: 'the deadline is tight', who: 'Amara Okafor', status: 'answered' }],
      decisions: [{ text: 'we halt' }],
      actions: [{ text: 'write to customers', owner: 'Amara Okafor' }],
    })
  })

  it('says which decision another one took the place of, and nothing else of its details', () => {
    const rehearsal = new Rehearsal().do(
      say.person('Amara Okafor'),
      say.start,
      say.decision('we go'),
      say.decision('we halt'),
    )
    const details = {
      options: ['SECRET'],
      outcome: 'agreed' as const,
      positions: [{ attendee: idOf(1), position: 'objected' as const, reason: 'SECRET' }],
      review: null,
      supersedes: idOf(3),
    }
    const view = publicView(rehearsal.do({ type: 'setDecision', decision: idOf(4), details }).meeting)
    expect(view.decisions).toMatchObject([{ supersedes: null }, { supersedes: idOf(3) }])
    expect(JSON.stringify(view)).not.toContain('SECRET')
  })

  it('leaves stage directions out of what it fills, and unfilled blanks unnamed', () => {
    const { playbook } = meeting
    const bottomLine = 'Stop. [look at the sponsor] It is {{watch}}.'
    const view = publicView({ ...meeting, playbook: { ...playbook, bottomLine } })
    expect(view.bottomLine).toBe('Stop. It is to be confirmed.')
  })

  it('says when the breaks were, for the clock of the room', () => {
    const paused = new Rehearsal().do(say.start, { type: 'pause' }, { type: 'resume' }).meeting
    expect(publicView(paused).breaks).toHaveLength(1)
    expect(publicView(paused).breaks).toEqual(paused.breaks)
  })

  it('forgets an objection that was taken back', () => {
    const rehearsal = new Rehearsal().do(say.start, say.objection('SECRET'))
    expect(shown(rehearsal.meeting)).toContain('SECRET')
    expect(shown(rehearsal.do(say.undo).meeting)).not.toContain('SECRET')
  })

  it('has its schema’s shape in any meeting, and no key more', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) rehearsal.try(command)
        const view = publicView(rehearsal.meeting)
        expect(publicViewSchema.parse(view)).toStrictEqual(view)
      }),
      { numRuns: 50 },
    )
  })
})
