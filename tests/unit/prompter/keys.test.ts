import { describe, expect, it } from 'vitest'

import { minutes, paceText } from '../../../renderer/prompter/format'
import { nextSize } from '../../../renderer/prompter/look'
import { isOwnKey } from '../../../renderer/prompter/useKeys'
import { keySections } from '../../../shared/keys/commands'
import { deskKeys } from '../../../shared/keys/desk'
import { digitOf, matchKey } from '../../../shared/keys/match'
import { globalKeys, prompterKeys, responseDigit } from '../../../shared/keys/prompter'

const press = (key: string, code = '', shiftKey = false) =>
  matchKey({ key, code, shiftKey, ctrlKey: false, metaKey: false, altKey: false }, prompterKeys)?.id ?? null

describe('the keys of the prompter', () => {
  it('has each key once', () => {
    const keys = prompterKeys.flatMap((command) => [...command.keys])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('knows keyboards, remotes and pedals', () => {
    const pressed = [
      press(' '),
      press('F5'),
      press('F5', 'F5', true),
      press('.'),
      press('PageDown'),
      press('ArrowUp'),
      press('?', 'Slash', true),
    ]
    expect(pressed).toEqual(['toggle', 'toggle', 'toggle', 'board.blank', 'cue.next', 'slower', 'keys'])
  })

  it('takes digits from the top row, the number pad and keyboards that type a sign there', () => {
    expect([press('2', 'Digit2'), press('2', 'Numpad2'), press('é', 'Digit2')]).toEqual(
      Array(3).fill('response.2'),
    )
    expect([press('6', 'Digit6', true), press('-', 'Digit6'), press('@', 'Digit2', true)]).toEqual([
      'response.6',
      'smaller',
      null,
    ])
    expect([responseDigit('response.9'), responseDigit('toggle')]).toEqual([9, null])
  })

  it('knows the digits of a number that is typed on any keyboard', () => {
    const digit = (key: string, code: string, shiftKey = false) =>
      digitOf({ key, code, shiftKey, ctrlKey: false, metaKey: false, altKey: false })
    const typed = [
      digit('2', 'Digit2'),
      digit('2', 'Numpad2'),
      digit('é', 'Digit2'),
      digit('2', 'Digit2', true),
    ]
    expect(typed).toEqual(Array(4).fill('2'))
    expect([digit('@', 'Digit2', true), digit('ArrowDown', 'Numpad2'), digit('g', 'KeyG')]).toEqual(
      Array(3).fill(null),
    )
  })

  it('takes a Latin letter as what it types, wherever it stands, and other scripts by what is printed', () => {
    expect([press('y', 'KeyZ'), press('Y', 'KeyZ', true), press('я', 'KeyZ')]).toEqual([
      null,
      null,
      'board.freeze',
    ])
    const undo = (key: string, code: string) =>
      matchKey({ key, code, shiftKey: false, ctrlKey: true, metaKey: false, altKey: false }, deskKeys)?.id
    expect([undo('z', 'KeyY'), undo('я', 'KeyZ')]).toEqual(['capture.undo', 'capture.undo'])
    expect([undo('y', 'KeyZ'), undo('w', 'KeyZ')]).toEqual(['capture.redo', undefined])
  })

  it('leaves a box, a choice and a slider the keys that move in a list, and any other field all', () => {
    const moving = [' ', 'ArrowDown', 'PageDown', 'Home', 'End'].map((key) => isOwnKey('checkbox', key))
    expect(moving).toEqual(Array(5).fill(true))
    expect(['radio', 'range', 'checkbox'].map((type) => isOwnKey(type, '1'))).toEqual([false, false, false])
    expect(isOwnKey('text', '1')).toBe(true)
  })

  it('tells panic from back, and knows the keys of every window', () => {
    const keys = { code: '', metaKey: false, altKey: false }
    const escape = { ...keys, key: 'Escape', ctrlKey: false }
    expect(matchKey({ ...escape, shiftKey: true }, prompterKeys)?.id).toBe('panic')
    expect(matchKey({ ...escape, shiftKey: false }, prompterKeys)?.id).toBe('back')
    expect(matchKey({ ...keys, key: 'k', ctrlKey: true, shiftKey: false }, prompterKeys)?.id).toBe('palette')
    expect([press('g'), press(','), press('u'), press('t')]).toEqual(['goto', 'settings', 'flip', 'phrases'])
  })

  it('makes text larger with and without shift', () => {
    expect([press('+', 'Equal', true), press('=', 'Equal'), press('-', 'Minus')]).toEqual([
      'larger',
      'larger',
      'smaller',
    ])
  })
})

describe('figures', () => {
  it('says minutes and seconds', () => {
    expect([minutes(0), minutes(71.2), minutes(600)]).toEqual(['0:00', '1:12', '10:00'])
  })

  it('says the pace in words', () => {
    const pace = { wordsPerMinute: 140, running: true, stepping: false, resting: false }
    expect(paceText(pace)).toBe('140 words per minute · running')
    expect(paceText({ ...pace, resting: true })).toBe('140 words per minute · resting')
    expect(paceText({ ...pace, running: false })).toBe('140 words per minute · paused')
  })

  it('comes back to the first size, and stays within its limits', () => {
    expect(nextSize(nextSize(8, 1), -1)).toBe(8)
    expect([nextSize(20, 1), nextSize(4, -1), nextSize(8.2, 1)]).toEqual([20, 4, 8.5])
  })
})

describe('the sheet of keys', () => {
  it('has every command of the table, the nine digits in one line, the arrows of the window in two', () => {
    const [prompter, everywhere] = keySections(['prompter', 'everywhere'])
    const ids = prompter?.rows.map(({ id }) => id) ?? []
    expect(ids.filter((id) => id.startsWith('response'))).toEqual(['response'])
    const listed = new Set([...ids, ...(everywhere?.rows ?? []).map(({ id }) => id)])
    const alone = prompterKeys.filter(({ id }) => responseDigit(id) === null && !id.startsWith('window.'))
    expect(alone.filter(({ id }) => !listed.has(id))).toEqual([])
    expect(ids.filter((id) => id.startsWith('window'))).toEqual([
      'window.move',
      'window.size',
      'window.close',
    ])
    expect(everywhere?.rows.map(({ keys }) => keys)).toEqual([['Mod+K'], ['?']])
  })
})

describe('the keys that work while another program has the focus', () => {
  it('are the starred ones, each with a modifier', () => {
    expect(globalKeys.map(({ accelerator }) => accelerator)).toEqual([
      'Control+Alt+Space',
      'Control+Alt+Up',
      'Control+Alt+Down',
      'Control+Alt+PageUp',
      'Control+Alt+PageDown',
      ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => `Control+Alt+${digit}`),
      'Control+Alt+Escape',
      'Control+Alt+Shift+Escape',
    ])
  })
})
