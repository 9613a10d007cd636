import { describe, expect, test } from 'vitest'

import { parseCapture } from '../../../shared/capture/parse'
import { attendee, context, dana, dev, max, other } from './people'

const read = (line: string) => parseCapture(line, context)
const who = (line: string) => {
  const found = read(line).person?.found
  return found?.kind === 'one' ? found.attendee : found?.kind
}

describe('a person', () => {
  test('says who raised it, or who owns it, and leaves the text', () => {
    expect(read('o @pm the deadline is tight')).toMatchObject({ text: 'the deadline is tight', problems: [] })
    expect(who('o @pm the deadline is tight')).toBe(dana)
    expect(read('p on-call pay @devops')).toMatchObject({ kind: 'parking', text: 'on-call pay' })
    expect(who('p on-call pay @devops')).toBe(dev)
    expect(read('q how   sure  @eng are  we?')).toMatchObject({ text: 'how   sure are  we?' })
  })

  test('may have more than one word, the most that mean somebody', () => {
    expect(read('o @product manager the deadline')).toMatchObject({ text: 'the deadline' })
    expect(who('o @max power says no')).toBe(max)
    expect(who('o @Max Müller says no')).toBe(other)
    expect(who('o @max, power is out')).toBe('several')
    expect(read('o @pm')).toMatchObject({ text: '' })
  })

  test.each([
    ['o @pm, the deadline', 'the deadline'],
    ['o @pm: the deadline', 'the deadline'],
    ['q can we ship @pm?', 'can we ship?'],
    ['a rework @dana, then test', 'rework, then test'],
    ['a rework (for 4.2) @dana', 'rework (for 4.2)'],
  ])('with punctuation: %s', (line, text) => {
    expect(read(line).text).toBe(text)
    expect(who(line)).toBe(dana)
  })

  test('unknown stays in the text and is said', () => {
    expect(read('o @bob the deadline')).toMatchObject({
      kind: 'objection',
      text: '@bob the deadline',
      at: null,
      person: { query: 'bob', found: { kind: 'none' } },
      due: null,
      dueText: null,
      problems: [
        {
          code: 'person-unknown',
          sentence: 'Nobody in this meeting goes by “bob”, so “@bob” stays in the text.',
        },
      ],
    })
    expect(read('o @exec too costly').problems[0]?.sentence).toContain('is down as Executive Sponsor')
  })

  test('that could be two stays in the text and is said', () => {
    const reading = read('o @max it is tight')
    expect(reading).toMatchObject({ text: '@max it is tight', person: { query: 'max' } })
    expect(reading.problems).toEqual([
      {
        code: 'person-ambiguous',
        sentence:
          '“@max” could be Max Power (Engineering Lead) or Max Müller (Tester), so it stays in the text.',
      },
    ])
  })

  test('with a typing mistake is still found, and says so', () => {
    const near = (meant: object) => ({ kind: 'one', attendee: meant, near: true })
    expect(read('o @danna the deadline')).toMatchObject({
      text: 'the deadline',
      person: { query: 'danna', found: near(dana) },
      problems: [],
    })
    expect(read('o @adna no').person?.found).toEqual(near(dana))
    expect(read('o @dana fox hunts').person).toEqual({
      query: 'dana fox',
      found: { kind: 'one', attendee: dana },
    })
    expect(read('o @max powr says no')).toMatchObject({
      text: 'says no',
      person: { query: 'max powr', found: near(max) },
    })
    expect(read('o @prodcut manager no')).toMatchObject({ text: 'no', person: { found: near(dana) } })
    expect(read('o @JeanLucLucasz no').person?.found).toEqual(near(dev))
  })

  test.each(['o @lana no', 'o @fax no', 'o @mp2 no', 'o @dane2 no', 'o @manger no'])(
    'is not bent to somebody else: %s',
    (line) => expect(who(line)).toBe('none'),
  )

  test('with a mistake that could be two is asked, as any other', () => {
    const two = { ...context, attendees: [attendee(1, 'Johanna Berg'), attendee(2, 'Johanne Beck')] }
    const reading = parseCapture('a write @johanni by fri', two)
    expect(reading).toMatchObject({
      text: 'write @johanni',
      person: { found: { kind: 'several', near: true } },
    })
    expect(reading.problems[0]?.code).toBe('person-ambiguous')
  })

  test('is picked from several by a number', () => {
    expect(read('o @max1 no')).toMatchObject({ text: 'no', person: { query: 'max1' } })
    expect([who('o @max1 no'), who('o @max2 no'), who('o @max3 no')]).toEqual([max, other, 'none'])
  })

  test.each([
    ['o @zorro+ says no', 'Zorro', 'says no'],
    ['o @zorro+, says no', 'Zorro', 'says no'],
    ['o says @Carla Santos+ no', 'Carla Santos', 'says no'],
    ['o @Ludwig van Beethoven+ no', 'Ludwig van Beethoven', 'no'],
    ['o @carla.santos+ no', 'Carla Santos', 'no'],
    ['o @dana+ no', 'Dana', 'no'],
    ['o @McKay+ no', 'McKay', 'no'],
  ])('new to the meeting: %s', (line, name, text) => {
    expect(read(line)).toMatchObject({
      text,
      person: { found: { kind: 'new', name, role: '' } },
      problems: [],
    })
  })

  test('new in a role nobody holds yet is called by it', () => {
    const role = 'Executive Sponsor'
    expect(read('o @exec+ too dear').person?.found).toEqual({ kind: 'new', name: role, role })
  })

  test('said to be new but there already is that person', () => {
    expect(read('o @dana fox+ no')).toMatchObject({ text: 'no', person: { found: { attendee: dana } } })
    expect(who('o @Dana Fox+ no')).toBe(dana)
    expect(who('o @dana.fox+ no')).toBe(dana)
  })

  test.each(['o @dana needs 5+ people', 'o @dana Java 8+', 'o @dana wrote C++'])('is not new: %s', (line) =>
    expect(who(line)).toBe(dana),
  )

  test('a later one is not taken for the first', () => {
    expect(read('o @bob says @dana is late')).toMatchObject({ text: '@bob says @dana is late' })
    expect(who('o @bob says @dana is late')).toBe('none')
    expect(read('o @dana says @bob is late')).toMatchObject({ text: 'says @bob is late', problems: [] })
  })

  test.each(['n mail @dana', 'd @pm signs', '! @dana is waiting'])('stays text: %s', (line) => {
    expect(read(line)).toMatchObject({ text: line.slice(2), person: null, problems: [] })
  })

  test.each(['o dana@example.com is down', 'o (@dana) late', 'o @', 'o @ 5', 'o @@dana', 'o x@dana'])(
    'is none: %s',
    (line) => expect(read(line)).toMatchObject({ text: line.slice(2), person: null, problems: [] }),
  )
})
