import { describe, expect, it } from 'vitest'

import { boardWords, noResponse } from '../../../renderer/prompter/commandWords'

const on = (...keys: readonly number[]) => keys.map((key) => ({ key }))

describe('what the prompter says to a key', () => {
  it('names the keys that have a response, for one that has none', () => {
    expect([noResponse(9, on(1, 2, 4)), noResponse(2, on(1)), noResponse(1, [])]).toEqual([
      'No response is prepared on 9. There is one on 1, 2 and 4.',
      'No response is prepared on 2. There is one on 1.',
      'No response is prepared in this meeting.',
    ])
  })

  it('says what the room sees, and the way back', () => {
    expect([boardWords('blank', true), boardWords('frozen', true)]).toEqual([
      'The board is blank. B shows it again.',
      'The board is frozen. Z lets it go on.',
    ])
    expect([boardWords('blank', false), boardWords('frozen', false)]).toEqual([
      'The board shows again.',
      'The board goes on.',
    ])
  })
})
