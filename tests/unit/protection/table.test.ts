import { describe, expect, it } from 'vitest'

import { protectionOf, type System } from '../../../shared/protection/table'

const says = (platform: string, version: string, electron = '45.0.0') =>
  protectionOf({ platform, version, electron }, true).state

describe('what the badge says', () => {
  it.each([
    ['win32', '10.0.22631', '45.0.0', 'probably hidden'],
    ['win32', '10.0.26100', '25.1.1', 'probably hidden'],
    ['win32', '10.0.26100', '32.9.9', 'probably hidden'],
    ['win32', '10.0.26100', '33.0.0', 'may be visible'],
    ['win32', '10.0.26100', '37.4.0', 'may be visible'],
    ['win32', '10.0.26100', '38.0.0', 'probably hidden'],
    ['win32', '10.0.22630', '45.0.0', 'may be visible'],
    ['win32', '10.0.22000', '45.0.0', 'may be visible'],
    ['win32', '10.0.19045', '45.0.0', 'may be visible'],
    ['win32', 'unknown', '45.0.0', 'may be visible'],
    ['darwin', '12.6', '45.0.0', 'may be visible'],
    ['darwin', '14.7.1', '45.0.0', 'may be visible'],
    ['darwin', '15.0', '45.0.0', 'visible when you share the screen'],
    ['darwin', '26.1', '45.0.0', 'visible when you share the screen'],
    ['darwin', 'unknown', '45.0.0', 'visible when you share the screen'],
    ['linux', '6.1.0', '45.0.0', 'visible when you share the screen'],
    ['freebsd', '14', '45.0.0', 'visible when you share the screen'],
  ])('on %s %s with Electron %s: %s', (platform, version, electron, state) => {
    expect(says(platform, version, electron)).toBe(state)
  })

  it('is the worst of the three while the system is not asked', () => {
    const best: System = { platform: 'win32', version: '10.0.26100', electron: '45.0.0' }
    expect(protectionOf(best, false)).toMatchObject({
      state: 'visible when you share the screen',
      because: expect.stringContaining('switched that off'),
      asked: false,
    })
  })

  it('never promises more than that', () => {
    for (const platform of ['win32', 'darwin', 'linux'])
      for (const asked of [true, false]) {
        const { state, because } = protectionOf(
          { platform, version: '26.0.30000', electron: '45.0.0' },
          asked,
        )
        expect(`${state} ${because}`).not.toMatch(/invisible|private|secure/i)
      }
  })
})
