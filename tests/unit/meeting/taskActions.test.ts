import { describe, expect, it } from 'vitest'

import { actionConflicts, dueConflicts } from '../../../shared/meeting/actionConflicts'
import type { Command } from '../../../shared/meeting/commands'
import { plannedEnd, tasksToTake } from '../../../shared/meeting/taskActions'
import { idOf, Rehearsal, say } from '../../helpers/meetings'

/** A plan of 4 and 2 hours from 14:00 in Berlin, so until 20:00; one person (1); started (4) at about 14:00. */
function planned(): Rehearsal {
  return new Rehearsal().do(
    say.person('Amara Okafor'),
    { type: 'editTask', task: 'fix', text: 'Fix the leak', estimate: '2–4 hours' },
    { type: 'editTask', task: 'retest', text: 'Retest', estimate: '2 hours' },
    say.start,
  )
}

const take = (task: string, due: string | null = null): Command => ({
  type: 'taskToAction',
  task,
  owner: idOf(1),
  due,
})
const clock = (time: string) => `2026-11-24T${time}:00.000+01:00`
const NOW = clock('14:05')

function refusal(rehearsal: Rehearsal, command: Command) {
  const answer = rehearsal.try(command)
  return answer.ok ? null : answer.refusal
}

describe('a task of the plan', () => {
  it('becomes an action that names it', () => {
    const { meeting } = planned().do(take('fix', clock('18:00')))
    expect(meeting.actions).toMatchObject([
      { text: 'Fix the leak', owner: idOf(1), due: clock('18:00'), status: 'open', task: 'fix' },
    ])
    expect(tasksToTake(meeting).map(({ id }) => id)).toEqual(['retest'])
  })

  it('becomes one once; again when that was dropped or taken back', () => {
    const rehearsal = planned().do(take('fix'))
    expect(refusal(rehearsal, take('fix'))).toMatchObject({
      code: 'same',
      sentence: '“Fix the leak” is an action already.',
    })
    rehearsal.do(
      { type: 'setActionStatus', action: idOf(5), status: 'dropped' },
      take('fix'),
      say.undo,
      take('fix'),
    )
    expect(rehearsal.meeting.actions).toHaveLength(2)
  })

  it('keeps its task through a correction', () => {
    const draft = { kind: 'action', text: 'Fix it', at: null, owner: null, due: null } as const
    const { meeting } = planned().do(take('fix'), { type: 'editEntry', entry: idOf(5), draft })
    expect(meeting.actions).toMatchObject([{ text: 'Fix it', task: 'fix' }])
  })

  it('is refused where it is not in the plan, for a stranger, and before the start', () => {
    expect(refusal(planned(), take('nothing'))?.code).toBe('unknown')
    expect(refusal(planned(), { type: 'taskToAction', task: 'fix', owner: idOf(99), due: null })?.code).toBe(
      'unknown',
    )
    expect(
      refusal(new Rehearsal(), { type: 'taskToAction', task: 'fix', owner: null, due: null })?.code,
    ).toBe('status')
  })

  it('ends when it and all before it are done', () => {
    const { meeting } = planned()
    const end = (task: string) => Date.parse(plannedEnd(meeting, task) ?? '')
    expect([end('fix'), end('retest')]).toEqual([Date.parse(clock('18:00')), Date.parse(clock('20:00'))])
    expect(plannedEnd(meeting, 'nothing')).toBeNull()
  })
})

describe('a due date', () => {
  const { meeting } = planned()
  it.each([
    [null, null, []],
    [clock('18:00'), null, []],
    [clock('20:00'), null, []],
    [clock('20:01'), null, ['afterRelease']],
    [clock('14:00'), null, ['past']],
    [clock('18:00'), 'fix', []],
    [clock('18:01'), 'fix', ['afterTask']],
    [clock('20:01'), 'fix', ['afterRelease']],
  ])('%s of task %s is at odds with %j', (due, task, conflicts) => {
    expect(dueConflicts(meeting, { due, task }, NOW)).toEqual(conflicts)
  })

  it('is pointed out of open actions alone', () => {
    const rehearsal = planned().do(
      say.action('late', null, clock('21:00')),
      say.action('done', null, clock('21:00')),
      {
        type: 'setActionStatus',
        action: idOf(6),
        status: 'done',
      },
    )
    const found = actionConflicts(rehearsal.meeting, NOW)
    expect(found.map(({ action, conflicts }) => [action.text, conflicts])).toEqual([
      ['late', ['afterRelease']],
    ])
  })
})
