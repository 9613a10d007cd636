import { expect, test } from 'vitest'

import { choicesAt } from '../../../shared/capture/choices'
import { parseCapture } from '../../../shared/capture/parse'
import { attendee, context as small } from './people'

const attendees = Array.from({ length: 40 }, (_, index) => attendee(index, `Person${index} Family${index}`))
const context = { ...small, attendees }
const LENGTH = 500

/** A line of 500 characters: the words again and again, and how it ends. */
const filled = (words: string, end = '') =>
  `a ${words.repeat(LENGTH)}`.slice(0, LENGTH - end.length).trimEnd() + end

/**
 * How long reading the line and what there is to choose takes, in milliseconds: a time that one in ten stays
 * under, since on a busy machine the others measure who else was running.
 */
function timeOf(line: string): number {
  const times = Array.from({ length: 101 }, () => {
    const began = performance.now()
    choicesAt(line, line.length, parseCapture(line, context), context)
    return performance.now() - began
  })
  return times.toSorted((one, other) => one - other)[10] ?? Infinity
}

test.each([
  ['prose with a person and a date', filled('we rework the token refresh ', ' @person7 by fri 17:00')],
  ['an unknown person first', `o @zorro ${filled('says it is late ').slice(9)}`],
  ['a typing mistake', filled('we rework it ', ' @famliy25')],
  ['nothing but the word of a date', filled('by ')],
  ['dates that are none', filled('by fri x ')],
  ['signs', filled('> 1 ')],
  ['names', filled('@x ')],
])('a line of 500 characters is read in under a millisecond: %s', (_, line) => {
  timeOf(line)
  expect(timeOf(line)).toBeLessThan(1)
})

test.each([
  ['@', 'a '.concat('@'.repeat(10_000))],
  ['@ and spaces', 'a '.concat('@ '.repeat(5_000))],
  ['digits', 'a by '.concat('1'.repeat(10_000))],
  ['one word', 'a @'.concat('x'.repeat(10_000))],
  ['spaces', `a rework by${' '.repeat(10_000)}fri`],
  ['points', `a @x${'.'.repeat(10_000)}y`],
  ['letters of two signs', 'a @'.concat('e\u0301'.repeat(10_000))],
])('a line of 10,000 %s holds nobody up', (_, line) => {
  timeOf(line)
  expect(timeOf(line)).toBeLessThan(16)
})
