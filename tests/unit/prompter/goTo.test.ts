import { describe, expect, it } from 'vitest'

import { typeNumber } from '../../../renderer/prompter/goTo'
import { isStacked } from '../../../renderer/prompter/look'
import { openingPace } from '../../../renderer/prompter/memory'

describe('the number of a cue', () => {
  it('is typed digit by digit, and goes with Enter', () => {
    expect(typeNumber('', '1')).toEqual({ is: 'digits', digits: '1' })
    expect(typeNumber('1', '2')).toEqual({ is: 'digits', digits: '12' })
    expect(typeNumber('12', 'Backspace')).toEqual({ is: 'digits', digits: '1' })
    expect(typeNumber('12', 'Enter')).toEqual({ is: 'go', number: 12 })
  })

  it('ends with any other key, and goes nowhere without digits', () => {
    expect(['Enter', 'Escape', 'Backspace', 'x', ' '].map((key) => typeNumber('', key).is)).toEqual(
      Array(5).fill('done'),
    )
    expect(typeNumber('123', '4')).toEqual({ is: 'digits', digits: '234' })
  })
})

describe('headings', () => {
  it('stand above the words where the column leaves no room beside it', () => {
    expect([
      isStacked(78, 2.6, 1280),
      isStacked(90, 2.6, 1280),
      isStacked(78, 2.6, 1920),
      isStacked(78, 2.6, 700),
    ]).toEqual([false, true, false, true])
  })
})

describe('the pace at the opening', () => {
  it('is that of the session, unless the settings were changed since', () => {
    const session = { place: null, wordsPerMinute: 120, setPace: 140 }
    expect([openingPace(null, 140), openingPace(session, 140), openingPace(session, 160)]).toEqual([
      140, 120, 160,
    ])
  })
})
