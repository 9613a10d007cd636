import { expect, it } from 'vitest'

import { spentOn } from '../../../shared/script/times'

const idle = { running: false, resting: false, begun: false, answering: false }

it('tells the time of the script from the time of questions', () => {
  expect(spentOn(idle)).toBeNull()
  expect(spentOn({ ...idle, running: true, begun: true })).toBe('script')
  expect(spentOn({ ...idle, begun: true })).toBe('questions')
  expect(spentOn({ ...idle, resting: true, answering: true })).toBe('questions')
  expect(spentOn({ ...idle, running: true, resting: true, begun: true, answering: true })).toBe('questions')
  expect(spentOn({ ...idle, running: true, resting: true, begun: true })).toBeNull()
})
