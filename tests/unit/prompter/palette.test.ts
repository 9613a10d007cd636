import { describe, expect, it } from 'vitest'

import { fuzzyMatch } from '../../../renderer/ui/palette/fuzzy'
import { findItems, paletteItems } from '../../../renderer/ui/palette/items'
import { expected, meeting, spoken } from '../script/meeting'

const best = (texts: readonly string[], query: string) =>
  texts
    .flatMap((text) => {
      const match = fuzzyMatch(text, query)
      return match === null ? [] : [{ text, score: match.score }]
    })
    .toSorted((one, other) => other.score - one.score)
    .map(({ text }) => text)

describe('fuzzy matches', () => {
  it('find letters in order, beginnings of words first', () => {
    expect(best(['Smaller text', 'To the start', 'Start or pause'], 'st')).toEqual([
      'Start or pause',
      'Smaller text',
      'To the start',
    ])
    expect(best(['Freeze the board', 'Full screen'], 'fb')).toEqual(['Freeze the board'])
    expect(best(['Dana Ito', 'Sandra'], 'dan')[0]).toBe('Dana Ito')
  })

  it('take words in any order, and letters without their accents', () => {
    expect(fuzzyMatch('Blank the board', 'board bl')?.places).toEqual([0, 1, 10, 11, 12, 13, 14])
    expect(fuzzyMatch('Zoë Ångström', 'zoe ang')).not.toBeNull()
    expect(fuzzyMatch('Board', 'boards')).toBeNull()
  })

  it('keep places right in texts with letters that grow or have two units', () => {
    const text = 'İ😀 plan'
    expect(
      fuzzyMatch(text, 'plan')
        ?.places.map((place) => text.charAt(place))
        .join(''),
    ).toBe('plan')
  })
})

describe('the palette', () => {
  const person = {
    id: '01900000-0000-7000-8000-000000000001',
    name: 'Dana Ito',
    role: 'DevOps Lead',
    organisation: '',
    email: '',
    present: [],
  }
  const open = meeting({ script: [spoken('opening', 'Hello.')], objections: [expected], attendees: [person] })
  const shown: string[] = []
  let ran = 0
  const commands = [{ id: 'toggle', label: 'Start or pause', keys: ['Space', 'F5'], run: () => (ran += 1) }]
  const items = paletteItems(open, commands, { showResponse: (id) => shown.push(id) })

  it('lists commands with their first key, and runs the very function', () => {
    const [first] = findItems(items, 'pause')
    expect(first?.item).toMatchObject({ label: 'Start or pause', keys: 'Space' })
    first?.item.run?.()
    expect(ran).toBe(1)
  })

  it('shows a response, and only tells about people', () => {
    const [response] = findItems(items, expected.text)
    response?.item.run?.()
    expect(shown).toEqual([expected.id])
    const [dana] = findItems(items, 'dana')
    expect(dana?.item.detail).toBe('DevOps Lead')
    expect(dana?.item.run).toBeUndefined()
  })

  it('finds by the detail too, after what fits by its label', () => {
    expect(findItems(items, 'devops lead').map(({ item }) => item.label)).toContain('Dana Ito')
    expect(findItems(items, 'no such thing')).toEqual([])
  })

  it('lists everything by its parts when nothing is asked, and commands alone without a meeting', () => {
    expect(findItems(items, ' ')).toHaveLength(items.length)
    expect(paletteItems(null, commands).map(({ id }) => id)).toEqual(['command toggle'])
  })
})
