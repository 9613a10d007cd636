import { describe, expect, it } from 'vitest'

import type { StageState } from '../../../shared/ipc'
import { boardLamp } from '../../../shared/meeting/boardLamp'
import { BERLIN, idOf } from '../../helpers/meetings'

const live: StageState = {
  prompter: null,
  board: idOf(0),
  boardState: { frozen: false, blank: false },
  waiting: 0,
  frozenSince: null,
  behind: { entries: 0, other: false },
  boardWindow: { is: 'shown', covered: false },
  sharedDisplay: false,
  panic: false,
}
const frozen = {
  boardState: { frozen: true, blank: false },
  frozenSince: '2026-11-24T13:05:00.000Z',
} as const
const lamp = (change: Partial<StageState>) => boardLamp({ ...live, ...change }, idOf(0), BERLIN)

describe('the lamp of the Board', () => {
  it.each([
    ['live', {}, 'live', ''],
    ['delayed', { waiting: 2 }, 'live, 2 to come', ''],
    ['live', { boardWindow: { is: 'shown', covered: true } }, 'live', 'covered by another window'],
    ['frozen', frozen, 'frozen since 14:05', ''],
    [
      'frozen',
      { ...frozen, behind: { entries: 1, other: true } },
      'frozen since 14:05',
      '1 newer entry waits',
    ],
    [
      'frozen',
      { ...frozen, behind: { entries: 3, other: false } },
      'frozen since 14:05',
      '3 newer entries wait',
    ],
    ['frozen', { ...frozen, behind: { entries: 0, other: true } }, 'frozen since 14:05', 'newer things wait'],
    ['blank', { boardState: { frozen: false, blank: true } }, 'blank', ''],
    ['blank', { ...frozen, boardState: { frozen: true, blank: true } }, 'blank and frozen', ''],
    [
      'minimised',
      { boardWindow: { is: 'minimised', covered: false } },
      'minimised',
      'the room does not see it',
    ],
    ['closed', { board: idOf(1) }, 'not open', ''],
  ] as const)('is %s', (is, change, words, more) => {
    expect(lamp(change)).toEqual({ is, words, more })
  })

  it('says that the Board is not open before anything is known', () => {
    expect(boardLamp(null, idOf(0), BERLIN).is).toBe('closed')
  })
})
