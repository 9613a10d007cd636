import { describe, expect, it } from 'vitest'

import { coverage } from '../../../shared/meeting/coverage'
import { idOf, Rehearsal, say } from '../../helpers/meetings'

const person = (name: string, role: string) =>
  ({ type: 'addAttendee', attendee: { name, role, organisation: '', email: '' } }) as const

const shape = (rehearsal: Rehearsal) =>
  coverage(rehearsal.meeting).rows.map(({ name, marks }) => [name, marks.map(({ state }) => state).join(' ')])

describe('the coverage of stakeholders × objections', () => {
  it('expects of a person what was prepared for the role', () => {
    const prepared = new Rehearsal().do(person('Amara', 'Product Manager'), person('Dana', 'DevOps Lead'))
    expect(shape(prepared)).toEqual([
      ['Amara', 'expected'],
      ['Dana', ''],
    ])
    expect(coverage(prepared.meeting)).toMatchObject({ expected: 1, raised: 0, answered: 0, open: 0 })
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
    expect(coverage(raised.meeting).rows[0]?.marks[0]).toMatchObject({ column: 'deadline' })
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
    expect(coverage(raised.meeting)).toMatchObject({ expected: 0, raised: 2, answered: 1, open: 1 })
  })
})
