import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { clearMatch, matchPrepared } from '../../../shared/capture/matchPrepared'
import { playbook } from '../../helpers/playbook'

const { objections, roles } = playbook()
const titleOf = (id: string) => roles.find((role) => role.id === id)?.title ?? ''
const deck = objections.map(({ id, text, keywords, role }) => ({ id, text, keywords, role: titleOf(role) }))
const match = (said: string, role = '') => matchPrepared(said, role, deck, roles)
const best = (said: string, role = '') => clearMatch(match(said, role))?.id ?? null

describe('what was said is one of the prepared', () => {
  test.each([
    ['the deadline is tight', 'deadline'],
    ['the deadlnie is tight', 'deadline'],
    ['our DEADLINES are gone then', 'deadline'],
    ['this was anounced to the press', 'deadline'],
    ['go live is on friday!', 'deadline'],
    ['that is overtme again for us', 'sprint'],
    ['hits the sprint', 'sprint'],
    ['what is the rootcause', null],
    ['is that the root cuase?', 'confidence'],
    ['how sure is the team?', 'confidence'],
    ['who carries the cost here', 'ship-now'],
    ['why are we waiting when it costs so much', null],
    ['the bus is late', null],
    ['the coffee is cold', null],
    ['', null],
  ])('%s', (said, id) => {
    expect(best(said)).toBe(id)
  })

  test('by its words where no keyword is in it', () => {
    const bare = deck.map((each) => ({ ...each, keywords: [] }))
    const [first] = matchPrepared('our sprint comitments are hit, so overtime', '', bare, roles)
    expect(first).toMatchObject({ by: 'text', expected: { id: 'sprint' } })
  })

  test('of two that fit as well, the one expected of the role', () => {
    expect(match('we lunch before the sprint').map(({ expected }) => expected.id)).toEqual([
      'sprint',
      'deadline',
    ])
    const said = 'the deadline and the overtime'
    expect([best(said), match(said).length]).toEqual([null, 2])
    expect([best(said, 'PM'), best(said, 'DevOps Lead')]).toEqual(['deadline', 'sprint'])
  })
})

test('every prepared text finds itself first, whatever is mistyped in one long word', () => {
  fc.assert(
    fc.property(fc.constantFrom(...deck), fc.nat(), fc.nat(), (each, word, letter) => {
      const words = each.text.split(' ')
      const long = words.flatMap((text, index) => (/^[a-z]{6,}$/.test(text) ? [index] : []))
      const at = long[word % Math.max(1, long.length)] ?? -1
      const typed = words.map((text, index) => {
        const cut = 1 + (letter % Math.max(1, text.length - 2))
        return index === at ? text.slice(0, cut) + text.slice(cut + 1) : text
      })
      expect(best(typed.join(' '))).toBe(each.id)
    }),
  )
})

test.each([
  ['a keyword again and again, mistyped', 'deadlin '.repeat(2_000), 'deadline'],
  ['one word of 10,000 letters', 'x'.repeat(10_000), null],
  ['10,000 signs', '@'.repeat(10_000), null],
])('a hostile line is searched as any other: %s', (_, said, id) => {
  expect(best(said)).toBe(id)
})
