import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseCapture, toDraft, type CapturePart } from '../../../shared/capture/parse'
import { LONGEST_TEXT } from '../../../shared/text'
import { context, dana, dev, max, other } from './people'

const read = (line: string, refused?: readonly CapturePart[]) => parseCapture(line, context, refused)
const who = (line: string) => {
  const found = read(line).person?.found
  return found?.kind === 'one' ? found.attendee : found?.kind
}

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
    expect(read(line)).toEqual({ kind, text, at: null, person: null, due: null, dueText: null, problems: [] })
  })

  test.each(['O too late', 'oh no', 'o', '!now', 'x y', 'd\thalt', '– d halt', ''])(
    'is a note: "%s"',
    (line) => {
      expect(read(line)).toMatchObject({ kind: 'note', text: line.trim() })
    },
  )
})

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
    expect(read('o @bob the deadline')).toEqual({
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

describe('a due date', () => {
  test('the example', () => {
    expect(read('a rework token refresh @dana by fri 17:00')).toEqual({
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

/** The characters of a text in order, without spaces. */
const letters = (text: string) => text.normalize('NFC').match(/\S/gu) ?? []

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const letter of whole) if (letter === part[at]) at += 1
  return at === part.length
}

describe('nothing typed is dropped', () => {
  const word = fc.oneof(
    fc.constantFrom('at 9:30', 'at 23:00', 'o', 'a', 'd', '!', 'by', 'due', '>', 'fri', 'fri 17:00', '3/4'),
    fc.constantFrom('@dana', '@max', '@max power', '@bob', '@pm,', '@', 'a@b', 'rework', ',', '?'),
    fc.constantFrom('Zoë', 'Zoe\u0308', '\u0301', '🙂', '{{x}}', '[x]'),
  )
  const gap = fc.constantFrom(' ', ' ', '  ', '\t')
  const typed = fc.array(fc.tuple(word, gap), { maxLength: 9 }).map((words) => words.flat().join(''))
  const line = fc.oneof(
    typed,
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.constantFrom('a ', 'o '), typed).map((two) => two.join('')),
  )

  test('each character is in the text, in order, or belongs to an understood part', () => {
    fc.assert(
      fc.property(line, (raw) => {
        const reading = read(raw)
        const person = reading.person?.found.kind === 'one' ? `@${reading.person.query}` : ''
        const [whole, text] = [letters(raw), letters(reading.text)]
        expect(isWithin(text, whole)).toBe(true)
        let left = whole.length - text.length - letters(person).length - letters(reading.dueText ?? '').length
        if (reading.at !== null) left -= /at\d+:\d\d/.exec(whole.join(''))?.[0].length ?? 0
        if (reading.kind !== 'note') left -= 1
        // What may be left: `n`, one of the words for "due", and the comma or colon after a person named first.
        const extra = [reading.kind === 'note' ? 1 : 0, reading.due === null ? 0 : 5, person === '' ? 0 : 3]
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left).toBeLessThanOrEqual(extra.reduce((sum, more) => sum + more, 0))
      }),
      { numRuns: 2000 },
    )
  })

  test('a line with no part understood is the text as typed', () => {
    fc.assert(
      fc.property(line, (raw) => {
        const all: readonly CapturePart[] = ['at', 'kind', 'person', 'due']
        expect(read(raw, all)).toMatchObject({ kind: 'note', text: raw.normalize('NFC').trim() })
      }),
    )
  })

  test('the same line gives the same reading, in one form of its letters', () => {
    fc.assert(
      fc.property(line, (raw) => {
        expect(read(raw.normalize('NFD')).text).toBe(read(raw.normalize('NFC')).text)
        expect(read(raw).text).toBe(read(raw).text.normalize('NFC').trim())
      }),
    )
  })
})

describe('toDraft', () => {
  const draft = (line: string) => toDraft(read(line))

  test.each([
    ['legal joins', { kind: 'note', text: 'legal joins', at: null }],
    ['d halt', { kind: 'decision', text: 'halt', at: null }],
    ['q @pm how sure?', { kind: 'question', text: 'how sure?', at: null, who: dana.id }],
    ['c @bob tight', { kind: 'concern', text: '@bob tight', at: null, who: null }],
    ['p pay @ops', { kind: 'parking', text: 'pay', at: null, owner: dev.id }],
    [
      'a fix @max > fri',
      { kind: 'action', text: 'fix @max', at: null, owner: null, due: '2026-11-27T17:00:00.000+01:00' },
    ],
    ['at 9:30 o no', { kind: 'objection', text: 'no', at: '2026-11-23T09:30:00.000+01:00', who: null }],
  ])('%s', (line, value) => {
    expect(draft(line)).toEqual({ ok: true, value })
  })

  test.each([
    ['! five minutes left', 'whisper'],
    ['', 'empty'],
    ['a @dana by fri', 'empty'],
    ['! ', 'empty'],
    [`n ${'x'.repeat(LONGEST_TEXT + 1)}`, 'text'],
    ['half \ud800 a character', 'text'],
  ])('refuses "%.20s"', (line, code) => {
    const result = draft(line)
    expect(result).toMatchObject({ ok: false, refusal: { code } })
    expect(result.ok ? '' : result.refusal.sentence).toMatch(/^[A-Z].*\.$/)
  })
})
