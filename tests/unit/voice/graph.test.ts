import { describe, expect, it } from 'vitest'

import { GRAPH_TUNING, graphOf, NO_WORD, type Graph, type Text } from '../../../shared/voice/graph'

const PHONES = ['A', 'B']

/** A text of so many words, a sentence each so many words; word n sounds like `Wn`. */
function textOf(count: number, sentence: number): Text {
  const words = Array.from({ length: count }, (_, index) => ({
    text: `w${index}`,
    starts: index % sentence === 0,
  }))
  return { words, sounds: words.map((_, index) => [[`W${index}`]]) }
}

/** The words that can be heard next: after any unheard steps, one at most, as the engine takes them. */
function nextWords({ start, arcs }: Graph): readonly number[] {
  const unheard = arcs.filter(({ from, phones }) => from === start && phones === null)
  const states = new Set([start, ...unheard.map(({ to }) => to)])
  return arcs.filter(({ from, word }) => states.has(from) && word !== NO_WORD).map(({ word }) => word)
}

describe('what may be heard next', () => {
  it('is the next word, those behind it, and the next and last sentence', () => {
    expect(nextWords(graphOf(textOf(30, 5), 11, PHONES))).toEqual(expect.arrayContaining([11, 12, 13]))
    expect(nextWords(graphOf(textOf(30, 5), 10, PHONES))).toEqual(expect.arrayContaining([5, 10, 15, 20]))
  })

  it('is anything at all, from where every sentence near and the words around can be reached', () => {
    const { arcs } = graphOf(textOf(30, 5), 11, PHONES)
    const unheard = arcs.filter(({ from, phones }) => from === 0 && phones === null)
    const back = new Set(unheard.map(({ to }) => to))
    const reached = arcs
      .filter(({ from, word }) => back.has(from) && word !== NO_WORD)
      .map(({ word }) => word)
    expect(reached).toEqual(expect.arrayContaining([0, 5, 9, 10, 11, 12, 20, 25]))
    expect(reached).not.toContain(7)
    expect(arcs.filter(({ from, to }) => from === 0 && to === 0).map(({ phones }) => phones)).toEqual(PHONES)
  })

  it('is bounded in a very long text, and knows the starts of some sentences further off', () => {
    const text = textOf(20_000, 10)
    const graph = graphOf(text, 10_000, PHONES)
    const { before, after, farStarts, farWords } = GRAPH_TUNING
    expect(graph.states).toBeLessThan(before + after + 2 + farStarts * (farWords + 1) + 10)
    const heard = new Set(graph.arcs.map(({ word }) => word))
    expect(heard.has(9_700)).toBe(true)
    expect(heard.has(9_707)).toBe(false)
    expect(heard.has(100)).toBe(false)
  })

  it('passes words that nobody can say unheard', () => {
    const text = textOf(4, 10)
    const graph = graphOf({ ...text, sounds: [[['W0']], [], [['W2', 'X2']], [['W3'], ['V3']]] }, 1, PHONES)
    expect(nextWords(graph)).toContain(3)
    expect(graph.arcs.filter(({ word }) => word === 1)).toEqual([])
    expect(graph.arcs.filter(({ word }) => word === 3).map(({ phones }) => phones)).toEqual(['W3', 'V3'])
    expect(graph.arcs.find(({ phones }) => phones === 'W2')?.word).toBe(NO_WORD)
    expect(graph.arcs.find(({ phones }) => phones === 'X2')?.word).toBe(2)
  })

  it('is anything else only once the text is over', () => {
    const graph = graphOf(textOf(4, 2), 4, PHONES)
    expect(graph.start).toBeGreaterThan(0)
    expect(nextWords(graph)).toEqual([])
  })

  it('gives chances, and states that are there', () => {
    const { arcs, states, start } = graphOf(textOf(500, 7), 250, PHONES)
    expect(start).toBeLessThan(states)
    for (const { from, to, chance } of arcs) {
      expect(Math.max(from, to)).toBeLessThan(states)
      expect(chance).toBeGreaterThan(0)
      expect(chance).toBeLessThanOrEqual(1)
    }
  })
})
