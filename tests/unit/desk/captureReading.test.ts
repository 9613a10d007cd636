import { expect, it } from 'vitest'

import { contextOf, isTextStart, readLine } from '../../../renderer/state/captureReading'
import { meeting } from '../script/meeting'

const NOW = '2026-11-23T14:30:00.000+01:00'

it.each([
  ['|a rework', true],
  ['a| rework', false],
  ['a |rework', true],
  ['  a  | rework', true],
  ['a   r|ework', false],
  ['at 14:05 a |rework', true],
  ['at 14:05 |a rework', false],
  ['|', true],
])('where the text begins: %s', (marked, begins) => {
  const place = marked.indexOf('|')
  const line = marked.replace('|', '')
  expect(isTextStart(line, readLine(line, [], meeting(), NOW), place)).toBe(begins)
})

it('reads against who is coming too, each once', () => {
  const { attendees } = meeting()
  const coming = {
    id: '00000000-0000-7000-8000-0000000000ff',
    name: 'Zorro',
    role: '',
    organisation: '',
    email: '',
    present: [],
  }
  expect(contextOf(meeting(), NOW, [coming]).attendees).toEqual([...attendees, coming])
  const known = { ...meeting(), attendees: [...attendees, coming] }
  expect(contextOf(known, NOW, [coming]).attendees).toBe(known.attendees)
})
