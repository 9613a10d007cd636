import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { drawsFrom, randomOf, timesDrawn } from '../../../shared/rehearsal/draws'

const deck = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `o-${at}`, drawn: 0 }))

describe('objections drawn from the deck', () => {
  it('are the same for a seed, and others for another', () => {
    const of = (seed: number) => drawsFrom(deck(9), 1_000, 'few', seed)
    expect(of(7)).toEqual(of(7))
    expect(new Set([1, 2, 3, 4].map((seed) => JSON.stringify(of(seed)))).size).toBeGreaterThan(2)
  })

  it('are none, about one in 250 words, or all', () => {
    expect(drawsFrom(deck(9), 1_000, 'none', 1)).toEqual([])
    expect(drawsFrom(deck(9), 1_000, 'few', 1)).toHaveLength(4)
    expect(drawsFrom(deck(9), 60, 'few', 1)).toHaveLength(1)
    expect(drawsFrom(deck(2), 9_000, 'few', 1)).toHaveLength(2)
    expect(drawsFrom(deck(9), 1_000, 'all', 1)).toHaveLength(9)
    expect(drawsFrom([], 1_000, 'all', 1)).toEqual([])
    expect(drawsFrom(deck(3), 0, 'all', 1)).toEqual([])
  })

  it('come one after the other, within the script, each card once', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 20, max: 5_000 }),
        (seed, cards, words) => {
          const draws = drawsFrom(deck(cards), words, 'all', seed)
          expect(new Set(draws.map(({ objection }) => objection)).size).toBe(cards)
          const places = draws.map(({ word }) => word)
          expect(places).toEqual(places.toSorted((one, other) => one - other))
          expect(places[0]).toBeGreaterThanOrEqual(Math.floor(words * 0.08))
          expect(places.at(-1)).toBeLessThan(words)
        },
      ),
    )
  })

  it('are first those that were drawn least often', () => {
    const drawn = timesDrawn([
      { answers: [{ objection: 'o-0' }, { objection: 'o-1' }] },
      { answers: [{ objection: 'o-0' }] },
    ])
    expect([...drawn]).toEqual([
      ['o-0', 2],
      ['o-1', 1],
    ])
    const cards = deck(3).map((card) => ({ ...card, drawn: drawn.get(card.id) ?? 0 }))
    for (const seed of [1, 2, 3, 4, 5]) expect(drawsFrom(cards, 100, 'few', seed)[0]?.objection).toBe('o-2')
  })

  it('are spread evenly by chance', () => {
    const random = randomOf(42)
    const tenths = Array<number>(10).fill(0)
    for (let at = 0; at < 10_000; at += 1) {
      const tenth = Math.floor(random() * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(120)
  })
})
