import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { choicesAt } from '../../../shared/capture/choices'
import { parseCapture, type CapturePart } from '../../../shared/capture/parse'
import { attendee, attendees, context, dana, dev, max, other } from './people'

/** What there is to choose in a line, with the caret at `|`. */
function ask(marked: string, refused: readonly CapturePart[] = [], within = context) {
  const caret = marked.indexOf('|')
  const line = marked.replace('|', '')
  return choicesAt(line, caret, parseCapture(line, within, refused), within, refused)
}

/** Each choice as the person or the new name, and the line it makes with the caret at `|`. */
const made = (marked: string, within = context) =>
  ask(marked, [], within)?.choices.map((choice) => [
    choice.kind === 'person' ? choice.attendee : choice.name,
    `${choice.line.slice(0, choice.caret)}|${choice.line.slice(choice.caret)}`,
  ])

describe('a name that could be several', () => {
  test('asks which, and takes the name in full', () => {
    expect(ask('a fix @max by fri|')).toMatchObject({ about: 'which', query: 'max', behind: false })
    expect(made('a fix @max by fri|')).toEqual([
      [max, 'a fix @Max Power |by fri'],
      [other, 'a fix @Max Müller |by fri'],
      ['Max', 'a fix @max+ |by fri'],
    ])
    expect(ask('o @max|')).toMatchObject({ about: 'which', behind: true })
  })

  test('of namesakes takes the number', () => {
    const twins = [attendee(1, 'Ann Lee'), attendee(2, 'Ann Lee', 'Tester')]
    const within = { ...context, attendees: twins }
    expect(made('o @ann lee|, no', within)).toEqual([
      [twins[0], 'o @ann lee1|, no'],
      [twins[1], 'o @ann lee2|, no'],
    ])
  })

  test('narrows as the name goes on', () => {
    expect(ask('o @max p|')).toMatchObject({ about: 'begun' })
    expect(made('o @max p|')).toEqual([[max, 'o @Max Power |']])
    expect(made('o @dana f|')).toEqual([[dana, 'o @Dana Fox |']])
    expect([ask('o @dana for|'), ask('o @dana |')]).toEqual([null, null])
  })
})

describe('a name nobody goes by', () => {
  test('is offered to be added, as far as it is written as a name', () => {
    expect(ask('o @zorro says no|')).toMatchObject({ about: 'unknown', query: 'zorro' })
    expect(made('o @zorro says no|')).toEqual([['Zorro', 'o @zorro+ |says no']])
    expect(made('o @Carla Santos says no|')).toEqual([
      ['Carla Santos', 'o @Carla Santos+ |says no'],
      ['Carla', 'o @Carla+ |Santos says no'],
    ])
  })

  test('goes on to be somebody as long as the caret is in it', () => {
    expect(ask('o @d|')).toMatchObject({ about: 'begun', query: 'd', behind: true })
    expect(made('o @d|')).toEqual([
      [dana, 'o @Dana Fox |'],
      [dev, 'o @Jean-Luc Łukasz |'],
    ])
    expect(made('o @mu|')).toContainEqual(['Mu', 'o @mu+ |'])
    expect(made('o @mul|')?.[0]).toEqual([other, 'o @Max Müller |'])
    expect(ask('o @d says no|')).toMatchObject({ about: 'unknown' })
  })

  test('with a typing mistake can still be somebody new', () => {
    expect(ask('o @danna says no|')).toMatchObject({ about: 'near' })
    expect(made('o @danna says no|')).toEqual([['Danna', 'o @danna+ |says no']])
  })
})

test('a bare @ offers everybody', () => {
  expect(ask('o @|')?.choices).toHaveLength(attendees.length)
  expect(ask('o @|', ['person'])).toBeNull()
})

test.each(['o @dana|', 'o @dana fox no|', 'o @zorro+ no|', 'd @|', 'n mail @dan|', 'o x@|', 'o |'])(
  'has nothing to choose: %s',
  (marked) => expect(ask(marked)).toBeNull(),
)

test('finds a way to name whoever can be named, and never one that means somebody else', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'B', 'é', ' ', ',', '.', '1', '+', '@', '王'),
    maxLength: 9,
  })
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), name, (names, typed) => {
      const within = {
        ...context,
        attendees: names.map((each, index) => attendee(index, each.trim() || 'x')),
      }
      for (const choice of ask(`o @${typed}|`, [], within)?.choices ?? []) {
        const found = parseCapture(choice.line, within).person?.found
        if (choice.kind === 'person') expect(found).toEqual({ kind: 'one', attendee: choice.attendee })
        else expect(found).toMatchObject({ kind: 'new', name: choice.name })
      }
    }),
  )
})
