import { describe, expect, it } from 'vitest'

import { preparedMatches } from '../../../shared/meeting/decideMatch'
import type { ExpectedFields } from '../../../shared/meeting/commands'
import type { Meeting } from '../../../shared/meeting/schema'
import { timesWords, topicsOf } from '../../../shared/meeting/topics'
import type { Asked } from '../../helpers/asked'
import { idOf, Rehearsal, say } from '../../helpers/meetings'

const response = { sayFirst: 'Yes.', evidence: '', questionBack: '', doNotSay: '' }
const expected = (text: string, keywords: string[], key: number | null, role = ''): Asked => ({
  type: 'addExpected',
  objection: { text, kind: 'objection', role, keywords, key, response } satisfies ExpectedFields,
})
const raise = (text: string, prepared?: string | null): Asked => ({
  type: 'capture',
  draft: { kind: 'objection', text, at: null, who: null, ...(prepared === undefined ? {} : { prepared }) },
})
const match = (objection: string, prepared: string | null): Asked => ({
  type: 'matchObjection',
  objection,
  prepared,
})
const edit = (entry: string, text: string): Asked => ({
  type: 'editEntry',
  entry,
  draft: { kind: 'objection', text, at: null, who: null },
})

/** `deadline` of the playbook, and two more: entries 1 and 2 are overtime and budget. */
const started = () =>
  new Rehearsal().do(
    expected('It means overtime for my team', ['overtime', 'sprint'], 2),
    expected('Who carries the cost of waiting?', ['budget', 'sprint'], 3),
    say.start,
  )
const [overtime, budget, first, second] = [idOf(1), idOf(2), idOf(4), idOf(5)]
const takenFor = ({ objections }: Meeting) =>
  objections.filter(({ at }) => at !== null).map(({ prepared }) => prepared)

describe('what a raised objection is taken for', () => {
  it('is in the log from its capture on, in spite of typing mistakes', () => {
    const { meeting, log } = started().do(raise('more overtme again'), raise('too many meetings'))
    expect(takenFor(meeting)).toEqual([overtime, null])
    expect(log[4]?.body).toMatchObject({ type: 'objection.raised', item: { prepared: overtime } })
  })

  it('is nothing where it could be two, and those are told best first', () => {
    const { meeting } = started().do(raise('our sprint'))
    expect(takenFor(meeting)).toEqual([null])
    expect(preparedMatches('our sprint', '', meeting).map((each) => each.expected.id)).toEqual([
      overtime,
      budget,
    ])
  })

  it('is what somebody says, or nothing where they refuse it', () => {
    const { meeting } = started().do(raise('our sprint', budget), raise('overtime', null))
    expect(takenFor(meeting)).toEqual([budget, null])
    expect(started().try(raise('overtime', 'nothing'))).toMatchObject({ refusal: { code: 'unknown' } })
  })

  it('is corrected by one entry that says what it was', () => {
    const rehearsal = started().do(raise('overtime'), match(first, budget))
    expect(takenFor(rehearsal.meeting)).toEqual([budget])
    expect(rehearsal.log.at(-1)?.body).toEqual({
      type: 'objection.matched',
      objection: first,
      prepared: budget,
      was: overtime,
    })
    expect(rehearsal.try(match(first, budget))).toMatchObject({ refusal: { code: 'same' } })
    expect(rehearsal.try(match(first, 'nothing'))).toMatchObject({ refusal: { code: 'unknown' } })
    expect(rehearsal.try(match(overtime, null))).toMatchObject({ refusal: { code: 'unknown' } })
  })

  it('is asked of new words only where it was nothing', () => {
    const kept = started().do(raise('overtime'), edit(first, 'who pays the budget'))
    expect(takenFor(kept.meeting)).toEqual([overtime])
    const anew = started().do(raise('meetings'), edit(first, 'who pays the budget'))
    expect(takenFor(anew.meeting)).toEqual([budget])
    const refused = started().do(raise('overtime', null), edit(first, 'overtime'))
    expect(takenFor(refused.meeting)).toEqual([null])
  })

  it('stays when the prepared objection is removed, and the entry can still be edited', () => {
    const kept = started().do(
      raise('overtime'),
      { type: 'removeExpected', objection: overtime },
      edit(first, 'overtime, again'),
    )
    expect(takenFor(kept.meeting)).toEqual([overtime])
  })
})

describe('a topic', () => {
  it('is one prepared objection, or the same words, however often it is raised', () => {
    const { meeting } = started().do(
      raise('overtime'),
      raise('Too many meetings!'),
      raise('the sprint means overtime'),
      raise('too many meetings'),
    )
    const topics = topicsOf(meeting.objections)
    expect(topics.map(({ id, raised }) => [id, raised.length])).toEqual([
      [overtime, 2],
      [second, 2],
    ])
  })

  it('says who raised it how often', () => {
    const by = (...who: (string | null)[]) =>
      timesWords(
        who.map((each) => ({ who: each })),
        (id) => id,
      )
    expect(by('Dana')).toBe('')
    expect(by('Dana', 'Priya', 'Dana')).toBe('raised 3 times: Dana, Priya')
    expect(by('Dana', null)).toBe('raised twice: Dana')
    expect(by(null, null)).toBe('raised twice')
  })
})
