import { expect, test } from 'vitest'

import { asOneLine, linesOf } from '../../../shared/capture/lines'

test.each([
  ['one', ['one']],
  ['one\ntwo', ['one', 'two']],
  ['  one\r\n\r\n\ttwo\u2028three\rfour\n', ['one', 'two', 'three', 'four']],
  [' \n\t\r\n', []],
])('%j has these lines', (text, lines) => {
  expect(linesOf(text)).toEqual(lines)
  expect(asOneLine(text)).toBe(lines.join(' '))
})
