import { describe, expect, test } from 'vitest'

import { parseCapture, type CapturePart } from '../../../shared/capture/parse'
import { attendee, attendees, context, dana } from './people'

const read = (line: string, refused?: readonly CapturePart[]) => parseCapture(line, context, refused)

describe('the kind', () => {
  test.each([
    ['o too late', 'objection', 'too late'],
    ['q how sure?', 'question', 'how sure?'],
    ['c it is tight', 'concern', 'it is tight'],
    ['d halt release 4.2', 'decision', 'halt release 4.2'],
    ['a rework', 'action', 'rework'],
    ['p on-call pay', 'parking', 'on-call pay'],
    ['! five minutes left', 'whisper', 'five minutes left'],
    ['n legal joins', 'note', 'legal joins'],
    ['legal joins at half past', 'note', 'legal joins at half past'],
    ['  d   halt  it  ', 'decision', 'halt  it'],
    ['d d', 'decision', 'd'],
  ])('%s', (line, kind, text) => {
    expect(read(line)).toMatchObject({
      kind,
      text,
      at: null,
      person: null,
      due: null,
      dueText: null,
      problems: [],
    })
  })

  test.each(['O too late', 'oh no', 'o', '!now', 'x y', 'd\thalt', '– d halt', ''])(
    'is a note: "%s"',
    (line) => {
      expect(read(line)).toMatchObject({ kind: 'note', text: line.trim() })
    },
  )
})

describe('a due date', () => {
  test('the example', () => {
    expect(read('a rework token refresh @dana by fri 17:00')).toMatchObject({
      kind: 'action',
      text: 'rework token refresh',
      at: null,
      person: { query: 'dana', found: { kind: 'one', attendee: dana } },
      due: '2026-11-27T17:00:00.000+01:00',
      dueText: 'fri 17:00',
      problems: [],
    })
  })

  test.each([
    ['a rework by fri', 'rework', 'fri'],
    ['a rework due fri', 'rework', 'fri'],
    ['a rework due by fri', 'rework', 'fri'],
    ['a rework > fri', 'rework', 'fri'],
    ['a rework >fri', 'rework', 'fri'],
    ['a rework by fri.', 'rework', 'fri.'],
    ['a by fri', '', 'fri'],
    ['a by fri @dana', '', 'fri'],
    ['a rework by fri 17:00 @dana', 'rework', 'fri 17:00'],
    ['a stand by me by fri', 'stand by me', 'fri'],
    ['a done by mon, test by fri', 'done by mon, test', 'fri'],
  ])('%s', (line, text, dueText) => {
    expect(read(line)).toMatchObject({ text, dueText, due: '2026-11-27T17:00:00.000+01:00', problems: [] })
  })

  test.each([
    'a stand by me',
    'a rework by friday release',
    'a rework by fri if we can',
    'a rework by 3/4',
    'a latency > 5',
    'a Gatsby fri',
    'a rework fri 17:00',
    'a by',
    'a rework due',
  ])('is none: %s', (line) => {
    expect(read(line)).toMatchObject({ text: line.slice(2), due: null, dueText: null, problems: [] })
  })

  test('with the person before it, and what only looks like a date', () => {
    const csa = attendee(9, 'Carla Santos Alves', 'Architect')
    const crew = { ...context, attendees: [...attendees, csa] }
    expect(parseCapture('a check the certificates @csa > 4 Dec', crew)).toMatchObject({
      text: 'check the certificates',
      person: { query: 'csa', found: { kind: 'one', attendee: csa } },
      due: '2026-12-04T17:00:00.000+01:00',
      dueText: '4 Dec',
      problems: [],
    })
    expect(read('a check the certificates @csa > 4 Dec')).toMatchObject({
      text: 'check the certificates @csa',
      due: '2026-12-04T17:00:00.000+01:00',
    })
    expect(read('a rework > end of sprint')).toMatchObject({ text: 'rework > end of sprint', due: null })
    expect(read('a alarm when p95 > 200')).toMatchObject({ text: 'alarm when p95 > 200', due: null })
    expect(read('a rework due in 3 days')).toMatchObject({ text: 'rework', dueText: 'in 3 days' })
    expect(read('a rework by tomorrow noon').due).toBe('2026-11-24T12:00:00.000+01:00')
  })

  test('keeps the clock time across the day clocks change', () => {
    const at = (line: string, now: string) => parseCapture(line, { ...context, now }).due
    expect(at('a rework by mon 9:00', '2026-10-23T14:00:00.000+02:00')).toBe('2026-10-26T09:00:00.000+01:00')
    expect(at('a rework due in 3 days', '2026-10-23T14:00:00.000+02:00')).toBe(
      '2026-10-26T17:00:00.000+01:00',
    )
    expect(at('a rework due in 24 hours', '2026-10-24T14:00:00.000+02:00')).toBe(
      '2026-10-25T13:00:00.000+01:00',
    )
    expect(at('a rework by tomorrow noon', '2026-03-28T14:00:00.000+01:00')).toBe(
      '2026-03-29T12:00:00.000+02:00',
    )
    expect(at('a rework by tomorrow 2:30', '2026-03-28T14:00:00.000+01:00')).toBe(
      '2026-03-29T03:30:00.000+02:00',
    )
  })

  test('only actions have one', () => {
    expect(read('d halt by fri')).toMatchObject({ text: 'halt by fri', due: null })
    expect(read('p pay by fri @devops')).toMatchObject({ text: 'pay by fri', due: null })
  })

  test('in the past is said', () => {
    const reading = read('a rework by yesterday')
    expect(reading.due).toBe('2026-11-22T17:00:00.000+01:00')
    expect(reading.problems).toEqual([{ code: 'due-past', sentence: '“yesterday” is already past.' }])
  })
})

describe('back-dating', () => {
  test.each([
    ['at 14:05 o @pm too late', 'objection', 'too late', '14:05'],
    ['at 9:30 legal joins', 'note', 'legal joins', '09:30'],
    ['at 00:00 d halt', 'decision', 'halt', '00:00'],
  ])('%s', (line, kind, text, clock) => {
    expect(read(line)).toMatchObject({ kind, text, at: `2026-11-23T${clock}:00.000+01:00`, problems: [] })
  })

  test('what is still to come stays text and is said', () => {
    const reading = read('at 14:06 o @pm too late')
    expect(reading).toMatchObject({ kind: 'note', text: 'at 14:06 o @pm too late', at: null })
    expect(reading.problems).toEqual([
      { code: 'at-not-past', sentence: 'It is not yet 14:06 today, so “at 14:06” stays in the text.' },
    ])
  })

  const overnight = (now: string, line: string, startedAt: string | null) =>
    parseCapture(line, { ...context, now, startedAt })

  test('reaches back over midnight as far as the meeting has run', () => {
    const now = '2026-11-24T00:10:00.000+01:00'
    const started = '2026-11-23T22:30:40.000+01:00'
    for (const [time, at] of [
      ['00:05', '2026-11-24T00:05:00.000+01:00'],
      ['23:58', '2026-11-23T23:58:00.000+01:00'],
      ['22:30', '2026-11-23T22:30:00.000+01:00'],
    ])
      expect(overnight(now, `at ${time} d halt`, started)).toMatchObject({
        kind: 'decision',
        text: 'halt',
        at,
      })
    expect(overnight(now, 'at 22:29 d halt', started)).toMatchObject({ text: 'at 22:29 d halt', at: null })
    expect(overnight(now, 'at 23:58 d halt', null)).toMatchObject({ text: 'at 23:58 d halt', at: null })
    expect(overnight('2026-11-24T14:00:00.000+01:00', 'at 15:00 x', started).at).toBeNull()
  })

  test('takes the last time the clocks showed it on the night they go back, and says where they skip it', () => {
    const back = (now: string) => overnight(now, 'at 02:30 d halt', '2026-10-24T22:00:00.000Z').at
    expect(back('2026-10-25T02:40:00.000+02:00')).toBe('2026-10-25T02:30:00.000+02:00')
    expect(back('2026-10-25T02:20:00.000+01:00')).toBe('2026-10-25T02:30:00.000+02:00')
    expect(back('2026-10-25T02:40:00.000+01:00')).toBe('2026-10-25T02:30:00.000+01:00')
    const skipped = overnight(
      '2026-03-29T03:10:00.000+02:00',
      'at 02:30 d halt',
      '2026-03-28T23:00:00.000+01:00',
    )
    expect(skipped).toMatchObject({ at: null, text: 'at 02:30 d halt', problems: [{ code: 'at-not-past' }] })
  })

  test.each(['at 14:05', 'at 24:00 x', 'at 9:60 x', 'at 9 x', 'At 9:30 x', 'at noon x'])(
    'is text: %s',
    (line) => {
      expect(read(line)).toMatchObject({ kind: 'note', text: line, at: null, problems: [] })
    },
  )

  test('only before all else', () => {
    expect(read('o at 9:30 x')).toMatchObject({ kind: 'objection', text: 'at 9:30 x', at: null })
  })

  test('goes by the clocks of the meeting on the day they change', () => {
    const berlin = (now: string) => ({ ...context, now })
    const at = (line: string, now: string) => parseCapture(line, berlin(now)).at
    expect(at('at 02:30 x', '2026-10-25T02:40:00.000+02:00')).toBe('2026-10-25T02:30:00.000+02:00')
    expect(at('at 02:30 x', '2026-10-25T02:40:00.000+01:00')).toBe('2026-10-25T02:30:00.000+01:00')
    expect(at('at 02:50 x', '2026-10-25T02:40:00.000+01:00')).toBe('2026-10-25T02:50:00.000+02:00')
    expect(at('at 02:30 x', '2026-03-29T12:00:00.000+02:00')).toBeNull()
    expect(at('at 01:00 x', '2026-11-23T23:30:00.000Z')).toBeNull()
    expect(at('at 00:30 x', '2026-11-23T23:30:00.000Z')).toBe('2026-11-24T00:30:00.000+01:00')
  })
})

describe('a refused part stays in the text', () => {
  const line = 'at 9:30 a rework @dana by fri'
  test.each<[CapturePart, object]>([
    ['at', { kind: 'note', text: line, at: null }],
    ['kind', { kind: 'note', text: 'a rework @dana by fri', at: '2026-11-23T09:30:00.000+01:00' }],
    ['person', { kind: 'action', text: 'rework @dana', person: null, due: '2026-11-27T17:00:00.000+01:00' }],
    ['due', { kind: 'action', text: 'rework by fri', due: null, dueText: null }],
  ])('%s', (part, reading) => {
    expect(read(line, [part])).toMatchObject(reading)
  })
})
