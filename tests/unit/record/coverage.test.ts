import { describe, expect, it } from 'vitest'

import type { Command } from '../../../shared/meeting/commands'
import { raisedMap, silentWords, standingWords, topicWords } from '../../../shared/record/coverage'
import { draftFile } from '../../../shared/record/file'
import { recordMarkdown } from '../../../shared/record/markdown'
import { publicView } from '../../../shared/meeting/publicView'
import { idOf, Rehearsal, say } from '../../helpers/meetings'

const MADE = '2026-11-24T15:00:00.000+01:00'

/** Amara raises the prepared objection twice, Dana once and one of her own; Bo says nothing. */
const meeting = () =>
  new Rehearsal().do(
    say.person('Amara Okafor'),
    say.person('Dana Ito'),
    say.person('Bo Li'),
    say.start,
    say.objection('the deadline is tight', idOf(1)),
    say.objection('deadline!', idOf(2)),
    say.objection('too many meetings', idOf(2)),
    say.objection('the deadline, as I said', idOf(1)),
    { type: 'setObjectionStatus', objection: idOf(5), status: 'answered' },
    { type: 'setObjectionStatus', objection: idOf(7), status: 'sustained' },
  )
const dataOf = ({ meeting: now, log }: Rehearsal) => draftFile(now, log).record

describe('the map of who raised what', () => {
  it('has a column for each thing that was raised, and a row for each who raised it', () => {
    const { topics, rows } = raisedMap(dataOf(meeting()))
    expect(topics.map(topicWords)).toEqual([
      '“the deadline is tight”, raised 3 times: Amara Okafor, Dana Ito',
      '“too many meetings”',
    ])
    expect(rows.map(({ name, cells }) => [name, ...cells.map(standingWords)])).toEqual([
      ['Amara Okafor', '1 open, 1 answered', ''],
      ['Dana Ito', 'open', 'sustained'],
    ])
    expect(silentWords(dataOf(meeting()))).toBe('Raised nothing: Bo Li.')
  })

  it('is a table in Markdown', () => {
    const { meeting: now, log } = meeting()
    const text = recordMarkdown(draftFile(now, log), MADE)
    expect(text).toContain(
      '| Raised by | 1 | 2 |\n| --- | --- | --- |\n| Amara Okafor | 1 open, 1 answered |  |',
    )
    expect(text).toContain('- 1: “the deadline is tight”, raised 3 times: Amara Okafor, Dana Ito')
  })

  it('puts what finds no room into one last column', () => {
    const many = meeting().do(...Array.from({ length: 12 }, (_, n) => say.objection(`point ${n}`, idOf(1))))
    const { topics } = raisedMap(dataOf(many))
    expect(topics.map(({ title }) => title)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', 'More'])
    expect(topics.at(-1)?.raised).toHaveLength(6)
  })
})

describe('what is private of the prepared objections', () => {
  const response = { sayFirst: 'x', evidence: '', questionBack: '', doNotSay: '' }
  const secret = (keyword: string, key: number): Command => ({
    type: 'addExpected',
    objection: { text: 'QZSECRET', kind: 'objection', role: '', keywords: [keyword], key, response },
  })
  /** Entry 1 is expected and never raised, though something was taken for it at first. */
  const misread = () =>
    new Rehearsal().do(secret('overtime', 2), secret('budget', 3), say.start, say.objection('overtime'), {
      type: 'matchObjection',
      objection: idOf(4),
      prepared: null,
    })

  it('stays out of records: text, and that something was taken for it by mistake', () => {
    const json = JSON.stringify(dataOf(misread()))
    expect(json).toContain('overtime')
    expect(json).not.toContain('QZSECRET')
    expect(json).not.toContain(idOf(1))
    const kept = dataOf(new Rehearsal().do(secret('overtime', 2), say.start, say.objection('overtime')))
    expect(kept.log.map((entry) => 'body' in entry)).toEqual([true, true])
  })

  it('stays out of records when the words are corrected in between, and the lists still hold', () => {
    const edit = (text: string) =>
      ({
        type: 'editEntry',
        entry: idOf(4),
        draft: { kind: 'objection', text, at: null, who: null },
      }) as const
    const rehearsal = new Rehearsal().do(
      secret('overtime', 2),
      secret('budget', 3),
      say.start,
      say.objection('nothing known'),
      edit('overtime'),
      { type: 'matchObjection', objection: idOf(4), prepared: null },
    )
    const json = JSON.stringify(dataOf(rehearsal))
    expect(json).not.toContain(idOf(1))
  })

  it('stays off the Board', () => {
    expect(JSON.stringify(publicView(misread().meeting))).not.toMatch(/QZSECRET|prepared/)
  })
})
