import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { SaidEntry } from '../../../shared/meeting/entries'
import type { LiveMeeting } from '../../../renderer/state/meeting'
import { idOf, Rehearsal, say } from '../../helpers/meetings'

const { meeting, log } = new Rehearsal().do(say.start, say.note('one'))
const MEETING = meeting.id
const next = new Rehearsal().do(say.start, say.note('one'), say.note('two')).log.at(-1) as SaidEntry

type Listener = (event: unknown) => void
const listeners = new Map<string, Listener>()
let answerRun: (answer: unknown) => void = () => undefined
let live: LiveMeeting

beforeEach(async () => {
  const call = (channel: string) =>
    channel === 'meeting:open'
      ? Promise.resolve({ ok: true, value: { meeting, seq: log.length, readOnly: false, notice: null } })
      : new Promise((answer) => {
          answerRun = answer
        })
  const on = (name: string, listener: Listener) => {
    listeners.set(name, listener)
    return () => listeners.delete(name)
  }
  vi.stubGlobal('window', { lectern: { call, on } })
  const { followMeeting } = await import('../../../renderer/state/meeting')
  live = followMeeting(MEETING)
  await vi.waitUntil(() => live.state.get().phase === 'open')
})
afterEach(() => {
  live.close()
  vi.unstubAllGlobals()
  vi.resetModules()
})

const notes = () => {
  const state = live.state.get()
  return state.phase === 'open' ? state.meeting.notes.map(({ text }) => text) : []
}
const command = say.note('two')

it('takes the news of its own entry for the answer, and the answer after it makes no second one', async () => {
  const done = live.run(command, next.id)
  listeners.get('meeting:entry')?.({ meeting: MEETING, entry: next })
  expect(await done).toEqual({ ok: true, value: { entry: next } })
  answerRun({ ok: true, value: { entry: next } })
  await Promise.resolve()
  expect(notes()).toEqual(['one', 'two'])
})

it('waits for the answer where the news is of another entry, and where it is refused', async () => {
  const done = live.run(command, idOf(77))
  listeners.get('meeting:entry')?.({ meeting: MEETING, entry: next })
  const refusal = { ok: false, refusal: { code: 'disk', sentence: 'The disk is full.' } }
  answerRun(refusal)
  expect(await done).toEqual(refusal)
  expect(notes()).toEqual(['one', 'two'])
})
