import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { findPeople, findRoles } from '../../../shared/capture/people'
import { attendee, attendees, dana, dev, max, other, roles } from './people'

const find = (query: string) => findPeople(query, attendees, roles)

describe('findPeople', () => {
  test.each([
    ['Dana Fox', dana],
    ['dana', dana],
    ['FOX', dana],
    ['df', dana],
    ['D.F.', dana],
    ['dana.fox', dana],
    ['DanaFox', dana],
    ['pm', dana],
    ['product manager', dana],
    ['ProductManager', dana],
    ['jean-luc', dev],
    ['jean luc lukasz', dev],
    ['Łukasz', dev],
    ['lukasz', dev],
    ['jl', dev],
    ['jll', dev],
    ['ops', dev],
    ['power', max],
    ['max power', max],
    ['mp', max],
    ['muller', other],
    ['MÜLLER', other],
    ['Mu\u0308ller', other],
    ['tester', other],
  ])('%s', (query, person) => {
    expect(find(query)).toEqual({ kind: 'one', attendee: person })
  })

  test('never guesses between two', () => {
    expect(find('max')).toEqual({ kind: 'several', attendees: [max, other] })
    const initials = [dana, attendee(9, 'Paul Miller')]
    expect(findPeople('pm', initials, roles)).toEqual({ kind: 'several', attendees: initials })
    const alone = [attendee(7, 'Max'), max]
    expect(findPeople('max', alone, roles)).toEqual({ kind: 'several', attendees: alone })
    const namesakes = [attendee(7, 'Max Power'), max]
    expect(findPeople('Max Power', namesakes, roles).kind).toBe('several')
  })

  test('a whole name of two words is taken before a part of another', () => {
    const people = [max, attendee(8, 'Ann MaxPower')]
    expect(findPeople('max power', people, roles)).toEqual({ kind: 'one', attendee: max })
  })

  test.each(['', ' ', '@', '🙂', 'da', 'danna', 'da na', 'exec', 'manager', 'x'])(
    'is nobody: "%s"',
    (query) => {
      expect(find(query)).toEqual({ kind: 'none' })
    },
  )

  test('a role typed in short form for an attendee is the role', () => {
    const short = attendee(5, 'Kim Lee', 'PM')
    expect(findPeople('product manager', [short], roles)).toEqual({ kind: 'one', attendee: short })
  })

  test('finds names in any script, and does not take two for the same', () => {
    const people = [
      attendee(1, '王小明'),
      attendee(2, 'का राम'),
      attendee(3, 'कि राम'),
      attendee(4, 'Ирина Ёлкина'),
    ]
    expect(findPeople('王小明', people, roles)).toEqual({ kind: 'one', attendee: people[0] })
    expect(findPeople('का', people, roles)).toEqual({ kind: 'one', attendee: people[1] })
    expect(findPeople('ирина', people, roles)).toEqual({ kind: 'one', attendee: people[3] })
  })

  test('every name finds its owner, alone or among others', () => {
    const names = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(names, (typed) => {
        const people = typed.map((name, index) => attendee(index, name))
        for (const person of people) {
          const found = findPeople(person.name, people, roles)
          if (!/[\p{L}\p{N}]/u.test(person.name)) continue
          expect(
            found.kind === 'one' ? [found.attendee] : found.kind === 'several' ? found.attendees : [],
          ).toContain(person)
        }
      }),
    )
  })
})

test('findRoles knows a role nobody holds', () => {
  expect(findRoles('EXEC', roles).map((role) => role.title)).toEqual(['Executive Sponsor'])
  expect(findRoles('', roles)).toEqual([])
})
