import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { blanks, factText, fillPublic, fillSpans, missingFacts, type Span } from '../../../shared/script/fill'
import { expected, fact, meeting, now, slot, spoken } from './meeting'

const facts = [
  fact('bug', 'a memory leak'),
  fact('fix', ''),
  fact('evil', 'see {{bug}} [pause]\n\nnew'),
  fact('space', ' \n'),
]
const small = meeting({ facts })
const fill = (text: string, mustSay?: readonly string[]) => fillSpans(text, small, now, mustSay)
const plain = (text: string): Span => ({ kind: 'text', text })

test('blanks are listed once, in order', () => {
  expect(blanks('{{b}} {{a}} [say {{c}}] {{ b }} {{}} {x} {{a{b}}')).toEqual(['b', 'a', 'c'])
  expect(blanks('none')).toEqual([])
})

describe('fillSpans', () => {
  test('parts words, blanks and stage directions', () => {
    expect(fill('We found {{bug}}. [Pause.] Now {{fix}}.')).toEqual([
      [
        plain('We found '),
        { kind: 'filled', text: 'a memory leak', key: 'bug' },
        plain('. '),
        { kind: 'direction', text: 'Pause.' },
        plain(' Now '),
        { kind: 'missing', text: 'The fix', key: 'fix' },
        plain('.'),
      ],
    ])
  })

  test('parts paragraphs at empty lines', () => {
    expect(fill('\n\none\ntwo\n \t\n\nthree\r\n\r\nfour\n')).toEqual([
      [plain('one\ntwo')],
      [plain('three')],
      [plain('four')],
    ])
    expect(fill('')).toEqual([])
    expect(fill(' \n\n ')).toEqual([])
  })

  test('a value older than it may be says how old it is and where it is from', () => {
    const at = '2026-11-24T08:00:00.000+01:00'
    const aged = [
      fact('fresh', 'nobody can log in', { at, staleAfter: 24 * 60, source: 'Support' }),
      fact('old', 'one in five', { at, staleAfter: 60, source: 'load test' }),
      fact('nameless', 'two', { at, staleAfter: 60 }),
      fact('lasting', 'a leak', { at }),
    ]
    const text = '{{fresh}} {{old}} {{nameless}} {{lasting}}'
    const spans = fillSpans(text, meeting({ facts: aged }), '2026-11-24T13:00:00.000+01:00').flat()
    expect(spans.map(({ stale }) => stale).filter((stale) => stale !== undefined)).toEqual([
      '5 h ago, load test',
      '5 h ago',
    ])
  })

  test('a value is inert', () => {
    expect(fill('{{evil}}')).toEqual([[{ kind: 'filled', text: 'see {{bug}} [pause]\n\nnew', key: 'evil' }]])
    expect(fill('[now {{evil}} and {{fix}}]')).toEqual([
      [{ kind: 'direction', text: 'now see {{bug}} [pause]\n\nnew and The fix' }],
    ])
  })

  test('nothing but spaces is missing, an unknown blank is named by its key', () => {
    expect(fill('{{space}}{{what}}')).toEqual([
      [
        { kind: 'missing', text: 'The space', key: 'space' },
        { kind: 'missing', text: 'what', key: 'what' },
      ],
    ])
  })

  test('brackets and braces that do not fit are words', () => {
    for (const text of ['[ x', 'x ]', '[]', '{{x', 'x}}', '{x}', '{{}}', 'a < b > c & d']) {
      expect(fill(text)).toEqual([[plain(text)]])
    }
  })

  test('a value that ends its sentence does not double the full stop', () => {
    const ended = meeting({ facts: [fact('bug', 'It leaks.'), fact('dots', 'and so on...')] })
    const said = (text: string) =>
      fillSpans(text, ended, now)
        .flat()
        .map((span) => span.text)
        .join('')
    expect(said('We see: {{bug}}. Next.')).toBe('We see: It leaks. Next.')
    expect(said('{{bug}} Next.')).toBe('It leaks. Next.')
    expect(said('{{dots}}.')).toBe('and so on....')
  })

  test.each([
    ['2026-11-25T00:30:00.000+01:00', 'Good morning'],
    ['2026-11-25T11:59:59.000+01:00', 'Good morning'],
    ['2026-11-25T12:00:00.000+01:00', 'Good afternoon'],
    ['2026-11-25T18:00:00.000+01:00', 'Good evening'],
    ['2026-11-25T23:30:00.000Z', 'Good morning'],
    ['2026-11-25T02:30:00.000-09:00', 'Good afternoon'],
    ['soon', 'Hello'],
  ])('greets at %s in Berlin with "%s"', (moment, greeting) => {
    expect(fillSpans('{{greeting}}', small, moment)).toEqual([
      [{ kind: 'filled', text: greeting, key: 'greeting' }],
    ])
  })

  test('fills the title; a fact of that key comes first', () => {
    expect(fill('{{title}}')).toEqual([[{ kind: 'filled', text: 'Release 4.2', key: 'title' }]])
    const own = meeting({ facts: [fact('title', '')] })
    expect(fillSpans('{{title}}', own, now)).toEqual([[{ kind: 'missing', text: 'The title', key: 'title' }]])
  })

  test('marks must-say phrases, with the blanks in them', () => {
    expect(
      fill('So: we stop, for {{bug}} is bad. We stop.', ['we stop', 'for {{bug}} is', 'not there', '']),
    ).toEqual([
      [
        plain('So: '),
        { ...plain('we stop'), mustSay: true, phrase: 'we stop' },
        plain(', '),
        { ...plain('for '), mustSay: true, phrase: 'for {{bug}} is' },
        { kind: 'filled', text: 'a memory leak', key: 'bug', mustSay: true, phrase: 'for {{bug}} is' },
        { ...plain(' is'), mustSay: true, phrase: 'for {{bug}} is' },
        plain(' bad. We stop.'),
      ],
    ])
    expect(fill('{{fix}} [look] now', ['{{fix}} [look] now'])).toEqual([
      [
        { kind: 'missing', text: 'The fix', key: 'fix', mustSay: true, phrase: '{{fix}} [look] now' },
        { ...plain(' '), mustSay: true, phrase: '{{fix}} [look] now' },
        { kind: 'direction', text: 'look' },
        { ...plain(' now'), mustSay: true, phrase: '{{fix}} [look] now' },
      ],
    ])
  })
})

describe('factText', () => {
  const date = (value: string, more = {}) => factText(fact('when', value, { kind: 'date' }), meeting(more))

  test.each([
    ['2026-11-25T14:00:00.000+01:00', 'Wednesday 25 November at 14:00'],
    ['2026-11-25T23:30:00.000Z', 'Thursday 26 November at 00:30'],
    ['2027-01-08T14:00:00.000+01:00', 'Friday 8 January 2027 at 14:00'],
    ['2026-11-25', 'Wednesday 25 November'],
    ['some time soon', 'some time soon'],
    ['', ''],
  ])('a date is spoken: %s', (value, text) => expect(date(value)).toBe(text))

  test('has no year where the meeting has none, and goes by its start', () => {
    const [first, second] = ['2027-01-08T14:00:00+01:00', 'Friday 8 January at 14:00']
    expect(date(first, { plannedStart: null })).toBe(second)
    expect(date(first, { startedAt: '2027-01-01T00:30:00+01:00' })).toBe(second)
  })

  test('text and ranges are as typed', () => {
    expect(factText(fact('fixTime', '4–6 hours', { kind: 'range' }), small)).toBe('4–6 hours')
    expect(factText(fact('bug', '2026-11-25T14:00:00Z'), small)).toBe('2026-11-25T14:00:00Z')
  })
})

describe('fillPublic', () => {
  test.each([
    ['We found {{bug}}; the fix is {{fix}}.', 'We found a memory leak; the fix is to be confirmed.'],
    ['One. [Pause.] Two. [Look up.]', 'One. Two.'],
    ['[Look up.]\n\nOne.\n\n[Wait.]\n\nTwo.', 'One.\n\nTwo.'],
    ['[Wait] One[x]two', 'Onetwo'],
    ['{{greeting}}, {{title}}, {{what}}', 'Hello, Release 4.2, to be confirmed'],
    ['[secret {{bug}}]', ''],
    ['{{evil}}', 'see {{bug}} [pause]\n\nnew'],
  ])('%j', (text, expectedText) => expect(fillPublic(text, small)).toBe(expectedText))
})

describe('missingFacts', () => {
  const keys = (more: Parameters<typeof meeting>[0], bottomLine?: string, stake?: string) => {
    const all = ['a', 'b', 'evidence', 'secret'].map((key) => fact(key, ''))
    return missingFacts(meeting({ facts: all, ...more }, bottomLine, stake)).map(({ key }) => key)
  }

  test('are those that are read aloud or shown', () => {
    expect(keys({})).toEqual([])
    expect(keys({ script: [spoken('x', 'Say {{b}} and {{a}}.')] })).toEqual(['a', 'b'])
    expect(keys({}, 'Stop {{a}}')).toEqual(['a'])
    expect(keys({}, 'Stop', 'Costs {{b}}')).toEqual(['b'])
    expect(keys({ objections: [expected] })).toEqual(['evidence'])
  })

  test('are not those in stage directions, in what not to say, filled or built in', () => {
    expect(
      keys({ script: [spoken('x', '[Show {{a}}.] {{greeting}}, {{title}} {{unknown}}'), slot('y', 'z')] }),
    ).toEqual([])
    expect(keys({ script: [spoken('x', '{{a}}')], facts: [fact('a', 'x'), fact('b', '')] })).toEqual([])
  })
})

describe('for any text and value', () => {
  const piece = fc.constantFrom(
    '{{bug}}',
    '{{fix}}',
    '{{',
    '}}',
    '[',
    ']',
    'words ',
    '. ',
    '\n\n',
    '\r\n',
    '🙂',
    '<b>',
    '{{evil}}',
  )
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))

  test('words stay, values are inert, spans are never empty', () => {
    fc.assert(
      fc.property(text, fc.string(), (template, value) => {
        const made = fillSpans(template, meeting({ facts: [fact('bug', value), fact('fix', '')] }), now)
        for (const span of made.flat()) {
          if (span.kind !== 'direction') expect(span.text).not.toBe('')
          if (span.kind === 'text') expect(template).toContain(span.text)
          if (span.key === 'bug' && span.kind === 'filled')
            expect(value.trim().startsWith(span.text)).toBe(true)
        }
      }),
    )
  })

  test('marking a phrase changes no word', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(20), (template, from, length) => {
        const phrase = template.slice(from, from + length)
        const said = (spans: readonly Span[][]) => spans.map((each) => each.map((span) => span.text).join(''))
        const marked = fill(template, [phrase])
        expect(said(marked)).toEqual(said(fill(template)))
      }),
    )
  })

  test('the Board never gets a stage direction or an unfilled blank', () => {
    fc.assert(
      fc.property(text, (template) => {
        const shown = fillPublic(`${template}\n\n[SECRET] {{fix}} [SECRET {{bug}}]`, small)
        expect(shown).not.toContain('SECRET')
        expect(shown.endsWith('to be confirmed')).toBe(true)
      }),
    )
  })
})
