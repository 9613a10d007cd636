import { expect, it } from 'vitest'

import { channels, events, type WindowKind } from '../../../shared/ipc'

const forBoard = (kinds: readonly WindowKind[]) => kinds.includes('board')

it('lets the Board ask for its view and for the full screen, say that it was painted and be told of its view, and nothing else', () => {
  const asks = Object.entries(channels).filter(([, { from }]) => forBoard(from))
  const hears = Object.entries(events).filter(([, { to }]) => forBoard(to))
  expect(asks.map(([name]) => name)).toEqual(['board:get', 'board:painted', 'board:window'])
  expect(hears.map(([name]) => name)).toEqual(['board:changed'])
})
