import fc from 'fast-check'
import { expect, test } from 'vitest'

import { editDistance, findBeginning, findNear } from '../../../shared/capture/near'
import { indexOf } from '../../../shared/capture/people'
import { attendee, attendees, dana, dev, max, other, roles } from './people'

const index = indexOf(attendees, roles)

test.each([
  ['dana', 'dana', 0],
  ['dnaa', 'dana', 1],
  ['dan', 'dana', 1],
  ['danna', 'dana', 1],
  ['dina', 'dana', 1],
  ['deno', 'dana', 2],
  ['', 'ab', 2],
])('editDistance of %s and %s', (one, other_, distance) => {
  expect(editDistance(one, other_, 2)).toBe(distance)
})

test('editDistance is the same both ways, and stops where it is too far', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, fc.nat(3), (one, two, most) => {
      const far = editDistance(one, two, 99)
      expect(editDistance(two, one, 99)).toBe(far)
      expect(editDistance(one, two, most)).toBe(Math.min(far, most + 1))
    }),
  )
})

test.each([
  ['danna', [dana]],
  ['powr', [max]],
  ['mulelr', [other]],
  ['Jeann-Luc Lukazs', [dev]],
  ['prodct manager', [dana]],
  ['devosp', [dev]],
  ['maax', []],
  ['engineer', []],
  ['x'.repeat(500), []],
])('findNear %.20s', (query, people) => {
  expect(findNear(query, index)).toEqual(people)
})

test.each([
  ['', attendees],
  ['m', [max, other, dana]],
  ['lead', [dev, max]],
  ['engineering l', [max]],
  ['jean l', [dev]],
  ['ana', []],
  ['.', []],
])('findBeginning "%s"', (query, people) => {
  expect(new Set(findBeginning(query, index))).toEqual(new Set(people))
})

test('a list of people is gone through once', () => {
  expect(indexOf(attendees, roles)).toBe(index)
  expect(indexOf([attendee(1, 'Ann')], roles)).not.toBe(index)
})
