import { describe, expect, it } from 'vitest'

import { editFrom, entryTime, fieldsOf } from '../../../shared/meeting/entryEdit'
import { capturedItem } from '../../../shared/meeting/lists'
import { BERLIN, idOf, must, Rehearsal, say } from '../../helpers/meetings'

const context = { now: '2026-11-24T15:00:00.000+01:00', timeZone: BERLIN }
const due = '2026-11-27T17:00:00.000+01:00'
const { meeting } = new Rehearsal().do(say.person('Amara'), say.start, say.action('write', idOf(1), due))
const action = capturedItem(meeting, idOf(3))
if (action === null) throw new TypeError('the action is not there')
const fields = fieldsOf(action, BERLIN)

describe('the fields of an entry', () => {
  it('say everything about it in words', () => {
    expect(fields).toEqual({
      kind: 'action',
      text: 'write',
      person: idOf(1),
      time: '14:00',
      due: 'Fri 27 Nov 2026, 17:00',
    })
  })

  it('that nobody touched give the same entry again', () => {
    expect(must(editFrom(fields, action, context))).toEqual({
      kind: 'action',
      text: 'write',
      at: null,
      owner: idOf(1),
      due,
    })
  })

  it('take another kind, time and date', () => {
    expect(must(editFrom({ ...fields, kind: 'note' }, action, context))).toEqual({
      kind: 'note',
      text: 'write',
      at: null,
    })
    const moved = { ...fields, time: '13:50', due: 'mon 9:00', person: '' }
    expect(must(editFrom(moved, action, context))).toMatchObject({
      at: '2026-11-24T13:50:00.000+01:00',
      owner: null,
      due: '2026-11-30T09:00:00.000+01:00',
    })
    expect(must(editFrom({ ...fields, due: ' ' }, action, context))).toMatchObject({ due: null })
  })

  it('are refused where they make no sense, by name', () => {
    expect(editFrom({ ...fields, time: 'noonish' }, action, context)).toMatchObject({
      refusal: { path: 'time' },
    })
    expect(editFrom({ ...fields, due: 'soon' }, action, context)).toMatchObject({ refusal: { path: 'due' } })
  })
})

describe('the time of an entry', () => {
  it.each([
    ['9:05', '2026-11-24T09:05:00.000+01:00'],
    [' 14:05 ', '2026-11-24T14:05:00.000+01:00'],
    ['2026-11-23 14:05', '2026-11-23T14:05:00.000+01:00'],
    ['25:00', null],
    ['', null],
  ])('%j is %s', (words, moment) => {
    expect(entryTime(words, '2026-11-24T14:00:00.000+01:00', context)).toBe(moment)
  })
})
