import { describe, expect, it } from 'vitest'

import {
  offerFor,
  preparedObjections,
  responseTo,
  shortName,
  withdrawnBy,
} from '../../../renderer/prompter/offer'
import type { Captured } from '../../../shared/meeting/entries'
import type { Attendee, Meeting, Objection } from '../../../shared/meeting/schema'
import { smallPlaybook as playbook } from '../../fixtures/playbook-small'

const response = { sayFirst: 'Yes.', evidence: '', questionBack: '', doNotSay: '' }

function objection(fields: Partial<Objection>): Objection {
  return {
    id: 'x',
    text: 'It is late.',
    at: null,
    kind: 'objection',
    who: null,
    role: '',
    keywords: [],
    key: null,
    response: null,
    status: 'open',
    ...fields,
  }
}

const dana = '01900000-0000-7000-8000-000000000001'
const attendees: readonly Attendee[] = [
  { id: dana, name: 'Dana Ito', role: 'DevOps Lead', organisation: '', email: '', present: [] },
]
const sprint = objection({
  id: 'sprint',
  role: 'DevOps Lead',
  key: 2,
  response,
  keywords: ['sprint', 'overtime'],
})
const pager = objection({ id: 'pager', role: 'DevOps Lead', key: 5, response, keywords: ['on-call'] })
const deadline = objection({
  id: 'deadline',
  role: 'Product Manager',
  key: 1,
  response,
  keywords: ['deadline'],
})

type Parts = Pick<Meeting, 'attendees' | 'objections' | 'playbook'>
const meeting = (objections: Objection[]): Parts => ({ attendees: [...attendees], objections, playbook })
const raised = (text: string, who: string | null = dana) =>
  objection({ id: 'r', text, who, at: '2026-11-24T13:05:00Z' })

describe('the offer of a response', () => {
  it('names the person and the key of the one prepared objection whose keywords were said', () => {
    expect(offerFor(raised('our sprint, again'), meeting([deadline, sprint]))).toEqual({
      objection: 'r',
      text: 'Dana Ito: our sprint, again',
      key: 2,
      prepared: 'sprint',
    })
    expect(offerFor(raised('the deadline', null), meeting([deadline, sprint])).key).toBe(1)
  })

  it('takes what the same role is expected to raise first', () => {
    const rival = objection({
      id: 'rival',
      role: 'Product Manager',
      key: 7,
      response,
      keywords: ['overtime'],
    })
    expect(offerFor(raised('overtime'), meeting([rival, sprint])).key).toBe(2)
  })

  it('knows a role by its short form', () => {
    const late = objection({ id: 'late', role: 'DevOps Lead', key: 8, response, keywords: ['deadline'] })
    const [first] = attendees
    const all = { ...meeting([late, deadline]), attendees: first ? [{ ...first, role: 'PM' }] : [] }
    expect(offerFor(raised('the deadline'), all).key).toBe(1)
  })

  it('goes by keywords where several are prepared for the role', () => {
    const both = meeting([sprint, pager])
    expect(offerFor(raised('Overtime again'), both).key).toBe(2)
    expect(offerFor(raised('who is on-call then'), both).key).toBe(5)
  })

  it('offers nothing where it is not clear', () => {
    const both = meeting([sprint, pager])
    expect(offerFor(raised('no'), both).key).toBeNull()
    expect(offerFor(raised('overtime and on-call'), both).key).toBeNull()
    expect(offerFor(raised('not again'), meeting([sprint])).key).toBeNull()
  })
})

describe('an offer', () => {
  const item = { ...raised('our sprint'), at: '2026-11-24T13:05:00Z' }
  const said: Captured = { type: 'objection.raised', item }
  const note: Captured = { type: 'note.captured', item: { id: item.id, text: item.text, at: item.at } }

  it('goes with its objection: taken back, removed, or made another kind of entry', () => {
    expect(withdrawnBy({ type: 'capture.undone', target: dana, captured: said })).toBe('r')
    expect(withdrawnBy({ type: 'captured.removed', captured: said })).toBe('r')
    expect(withdrawnBy({ type: 'captured.edited', captured: note, was: said })).toBe('r')
  })

  it('stays when the words of its objection are corrected', () => {
    expect(withdrawnBy({ type: 'captured.edited', captured: said, was: said })).toBeNull()
    expect(withdrawnBy(said)).toBeNull()
  })
})

describe('the response to an objection', () => {
  const said = raised('our sprint')
  const all = meeting([sprint, said, raised('nothing known')])

  it('is its own, or that of the prepared one that fits', () => {
    expect(responseTo('sprint', all)?.id).toBe('sprint')
    expect(responseTo('r', all)?.id).toBe('sprint')
    expect(responseTo('gone', all)).toBeNull()
    expect(responseTo('r', meeting([sprint, raised('nothing known')]))).toBeNull()
  })
})

describe('prepared objections', () => {
  it('are those with a key and a response, in the order of their keys', () => {
    const all = [
      sprint,
      deadline,
      objection({ key: 3 }),
      objection({ key: 4, response, at: '2026-11-24T13:05:00Z' }),
    ]
    expect(preparedObjections(meeting(all)).map((each) => each.key)).toEqual([1, 2])
  })

  it('have a short name', () => {
    expect([shortName(sprint), shortName(objection({}))]).toEqual(['sprint', 'It is late.'])
  })
})
