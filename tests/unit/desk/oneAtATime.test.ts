import { expect, it } from 'vitest'

import { oneAtATime } from '../../../renderer/state/oneAtATime'

it('begins nothing while something is under way', async () => {
  const once = oneAtATime()
  let begun = 0
  let finish: () => void = () => undefined
  const work = () =>
    new Promise<void>((done) => {
      begun += 1
      finish = done
    })
  once(work)
  once(work)
  expect(begun).toBe(1)
  finish()
  await new Promise((done) => setTimeout(done, 0))
  once(work)
  expect(begun).toBe(2)
})
