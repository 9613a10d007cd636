import { describe, expect, it } from 'vitest'

import { paceText, setPaceText } from '../../../renderer/prompter/format'

const running = { wordsPerMinute: 140, running: true, resting: false, stepping: false }

describe('the pace in words', () => {
  it('is the speaker’s own while they are followed, and the set one else', () => {
    const followed = { mode: 'follow', status: 'going', wordsPerMinute: 165 } as const
    expect(paceText(running, followed)).toBe('165 words per minute · following')
    expect(paceText(running, { ...followed, status: 'holding' })).toBe('140 words per minute · waiting')
    expect(paceText(running, { ...followed, status: 'failed' })).toBe('140 words per minute · timed')
    expect(paceText({ ...running, running: false }, followed)).toBe('140 words per minute · paused')
  })

  it('is said when it is set while the speaker’s own counts, and only then', () => {
    expect(setPaceText(145, { mode: 'follow', status: 'going' })).toMatch(/145 words per minute/)
    expect(setPaceText(145, { mode: 'follow', status: 'holding' })).toMatch(/not followed/)
    expect(setPaceText(145, { mode: 'follow', status: 'timed' })).toBeNull()
    expect(setPaceText(145, { mode: 'paced', status: 'going' })).toBeNull()
    expect(setPaceText(145, { mode: 'timed', status: 'off' })).toBeNull()
  })
})
