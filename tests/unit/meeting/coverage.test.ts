import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { coverage, coverages } from '../../../shared/meeting/coverage'
import { topicTallies } from '../../../shared/meeting/topics'
import { historyArb } from '../../helpers/histories'
import { idOf, Rehearsal, say } from '../../helpers/meetings'

const person = (name: string, role: string) =>
  ({ type: 'addAttendee', attendee: { name, role, organisation: '', email: '' } }) as const

const STATES = ['expected', 'open', 'answered', 'sustained', 'deferred'] as const

const shape = (rehearsal: Rehearsal) =>
  coverage(rehearsal.meeting).rows.map(({ name, cells }) => {
    const words = cells.flatMap((cell) => STATES.flatMap((state) => Array(cell[state] ?? 0).fill(state)))
    return [name, words.join(' ')]
  })

describe('the coverage of stakeholders × objections', () => {
  it('expects of a person what was prepared for the role', () => {
    const prepared = new Rehearsal().do(person('Amara', 'Product Manager'), person('Dana', 'DevOps Lead'))
    expect(shape(prepared)).toEqual([
      ['Amara', 'expected'],
      ['Dana', ''],
    ])
    expect(coverage(prepared.meeting)).toMatchObject({ numbers: { expected: 1 }, raised: 0 })
  })

  it('knows a role by its short form', () => {
    const prepared = new Rehearsal().do(person('Amara', 'PM'))
    expect(shape(prepared)).toEqual([['Amara', 'expected']])
    const raised = prepared.do(say.start, say.objection('the deadline', idOf(1)))
    expect(shape(raised)).toEqual([['Amara', 'open']])
  })

  it('names a role that nobody has', () => {
    expect(shape(new Rehearsal().do(person('Dana', 'DevOps Lead')))).toEqual([
      ['Dana', ''],
      ['Product Manager', 'expected'],
    ])
  })

  it('takes what was raised for what was expected where its keywords say so', () => {
    const raised = new Rehearsal().do(
      person('Amara', 'Product Manager'),
      person('Dana', 'DevOps Lead'),
      say.start,
      say.objection('The DEADLINE is tight', idOf(1)),
    )
    expect(shape(raised)).toEqual([
      ['Amara', 'open'],
      ['Dana', ''],
    ])
    expect(coverage(raised.meeting).columns).toMatchObject([
      { id: 'deadline', tally: { times: 1, who: [idOf(1)] } },
    ])
    expect(coverage(raised.meeting).rows[0]?.cells).toEqual([{ open: 1 }, {}])
  })

  it('keeps expecting when something else was raised', () => {
    const raised = new Rehearsal().do(
      person('Amara', 'Product Manager'),
      say.start,
      say.objection('too many meetings', idOf(1)),
    )
    expect(shape(raised)).toEqual([['Amara', 'expected open']])
  })

  it('shows what somebody else raised with that person, and what nobody is named for at the end', () => {
    const raised = new Rehearsal().do(
      person('Amara', 'Product Manager'),
      person('Dana', 'DevOps Lead'),
      say.start,
      say.objection('the deadline again', idOf(2)),
      say.objection('and who pays'),
      { type: 'setObjectionStatus', objection: idOf(4), status: 'answered' },
    )
    expect(shape(raised)).toEqual([
      ['Amara', ''],
      ['Dana', 'answered'],
      ['No name given', 'open'],
    ])
    expect(coverage(raised.meeting)).toMatchObject({ numbers: { answered: 1, open: 1 }, raised: 2 })
  })

  it('is the same picture, and the same tallies, whether it grew with the meeting or is made at its end', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const [grown, tallies] = [coverages(), topicTallies()]
        const rehearsal = new Rehearsal()
        for (const command of commands) {
          rehearsal.try(command)
          const { meeting } = rehearsal
          expect(grown(meeting)).toEqual(coverage(meeting))
          const [sofar, anew] = [tallies(meeting.objections), topicTallies()(meeting.objections)]
          for (const each of meeting.objections) expect(sofar(each)).toEqual(anew(each))
        }
      }),
      { numRuns: 25 },
    )
  })

  it('reads only what is new: a capture among ten thousand changes one row, and no other', () => {
    const { meeting } = new Rehearsal().do(
      person('Amara', 'Product Manager'),
      say.start,
      say.objection('deadline'),
    )
    const [first] = meeting.objections.slice(-1)
    if (first === undefined) throw new Error('nothing was raised')
    const grown = coverages()
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...first, id: idOf(100 + at), who: idOf(1) }))
    const objections = [...meeting.objections, ...many]
    const before = grown({ ...meeting, objections })
    const after = grown({ ...meeting, objections: [...objections, { ...first, id: idOf(50) }] })
    expect(after.raised).toBe(before.raised + 1)
    expect(after.rows.filter((row) => !before.rows.includes(row)).map(({ id }) => id)).toEqual(['nobody'])
  })
})
