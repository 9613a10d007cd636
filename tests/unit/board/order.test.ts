import { describe, expect, it } from 'vitest'

import { openFirst } from '../../../renderer/board/order'

const entry = (id: number, status: string) => ({ id, status })
const ids = (entries: readonly { readonly id: number }[]) => entries.map(({ id }) => id)

describe('the entries of a list on the Board', () => {
  it('stand newest first, what is settled after all that is open', () => {
    const entries = [entry(1, 'open'), entry(2, 'answered'), entry(3, 'open'), entry(4, 'deferred')]
    expect(ids(openFirst(entries))).toEqual([3, 1, 4, 2])
  })

  it('keep their order while nothing is settled or opened again', () => {
    const entries = [entry(1, 'done'), entry(2, 'open')]
    expect(ids(openFirst([...entries, entry(3, 'open')]))).toEqual([3, ...ids(openFirst(entries))])
  })
})
