import { describe, expect, it } from 'vitest'

import { offerFor, preparedObjections, responseTo, withdrawnBy } from '../../../renderer/prompter/offer'
import { shortName } from '../../../shared/meeting/coverage'
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
    prepared: null,
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
const raised = (text: string, prepared: string | null = null, who: string | null = dana) =>
  objection({ id: 'r', text, who, prepared, at: '2026-11-24T13:05:00Z' })

describe('the offer of a response', () => {
  it('names the person and the key of the prepared objection it is', () => {
    expect(offerFor(raised('our sprint, again', 'sprint'), meeting([deadline, sprint]))).toEqual({
      objection: 'r',
      text: 'Dana Ito: our sprint, again',
      key: 2,
      prepared: 'sprint',
      choices: [],
    })
    expect(offerFor(raised('late', 'deadline', null), meeting([deadline, sprint]))).toMatchObject({
      text: 'Raised: late',
      key: 1,
    })
  })

  it('names those it could be where that is not clear, with their keys', () => {
    const both = meeting([sprint, pager])
    expect(offerFor(raised('overtime and on-call'), both)).toMatchObject({
      key: null,
      prepared: null,
      choices: [
        { key: 2, prepared: 'sprint', name: 'sprint' },
        { key: 5, prepared: 'pager', name: 'on-call' },
      ],
    })
    expect(offerFor(raised('no'), both).choices).toEqual([])
  })

  it('offers nothing where somebody said that it is not what it sounds like', () => {
    expect(offerFor(raised('our sprint'), meeting([sprint, pager]))).toMatchObject({ key: null, choices: [] })
  })

  it('has no key where the prepared objection has none, or is no longer there', () => {
    const keyless = { ...sprint, key: null }
    expect(offerFor(raised('our sprint', 'sprint'), meeting([keyless]))).toMatchObject({ key: null })
    expect(offerFor(raised('our sprint', 'gone'), meeting([sprint]))).toMatchObject({
      key: null,
      choices: [],
    })
  })
})

describe('an offer', () => {
  const item = { ...raised('our sprint'), at: '2026-11-24T13:05:00Z' }
  const said: Captured = { type: 'objection.raised', item }
  const note: Captured = { type: 'note.captured', item: { id: item.id, text: item.text, at: item.at } }

  const removed = { type: 'captured.removed', captured: said, position: 0 } as const

  it('goes with its objection: taken back, removed, or made another kind of entry', () => {
    expect(withdrawnBy({ type: 'change.undone', target: dana, body: removed })).toBe('r')
    expect(withdrawnBy(removed)).toBe('r')
    expect(
      withdrawnBy({ type: 'captured.edited', captured: note, was: said, place: { to: 0, was: 0 } }),
    ).toBe('r')
  })

  it('stays when the words of its objection are corrected', () => {
    expect(withdrawnBy({ type: 'captured.edited', captured: said, was: said, place: null })).toBeNull()
    expect(withdrawnBy(said)).toBeNull()
  })
})

describe('the response to an objection', () => {
  const said = raised('our sprint', 'sprint')
  const all = meeting([sprint, said, raised('nothing known')])

  it('is its own, or that of the prepared one it is', () => {
    expect(responseTo('sprint', all)?.id).toBe('sprint')
    expect(responseTo('r', all)?.id).toBe('sprint')
    expect(responseTo('gone', all)).toBeNull()
    expect(responseTo('r', meeting([sprint, raised('our sprint')]))).toBeNull()
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
