import { expect, it } from 'vitest'

import { nextSalt } from '../../../electron/store/salt'

it('gives 16 bytes each time, never the same', () => {
  const salts = Array.from({ length: 1_000 }, nextSalt)
  expect(new Set(salts).size).toBe(salts.length)
  for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/)
})
