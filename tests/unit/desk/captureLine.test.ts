import { describe, expect, it } from 'vitest'

import { draftToKeep } from '../../../renderer/state/captureDraft'
import { captureLine } from '../../../renderer/state/captureLine'
import type { CapturePart } from '../../../shared/capture/parse'
import type { Command } from '../../../shared/meeting/commands'
import { refuse } from '../../../shared/result'
import { meeting } from '../script/meeting'

const NOW = '2026-11-23T14:30:00.000+01:00'

/** A capture line on a disk that takes nothing, and what it was asked to take. */
function onFullDisk() {
  const asked: { readonly id: string; readonly command: Command }[] = []
  const capture = captureLine('one', {
    meeting,
    run: async (command, id) => {
      asked.push({ id, command })
      return refuse('disk', 'The disk is full.')
    },
    whisper: async () => refuse('none', 'Nobody reads it.'),
  })
  return { capture, asked, answered: () => new Promise((done) => setTimeout(done, 0)) }
}

describe('a line the disk refused', () => {
  it('is sent anew, as it reads now, once a part of it is taken as text', async () => {
    const { capture, asked, answered } = onFullDisk()
    capture.type('a Send the plan')
    capture.send()
    await answered()
    capture.takeAsText('kind')
    expect(capture.state.get()).toMatchObject({
      line: 'a Send the plan',
      sent: [],
      shown: null,
      refusal: null,
    })
    capture.send()
    await answered()
    const drafts = asked.map(({ command }) => (command.type === 'capture' ? command.draft : null))
    expect(drafts).toMatchObject([
      { kind: 'action', text: 'Send the plan' },
      { kind: 'note', text: 'a Send the plan' },
    ])
    expect(new Set(asked.map(({ id }) => id)).size).toBe(2)
  })

  it('leaves the capture line empty once it is given up', async () => {
    const { capture, answered } = onFullDisk()
    capture.type('a Send the plan')
    capture.send()
    await answered()
    const [refused] = capture.state.get().sent
    capture.discard(refused?.id ?? '')
    expect(capture.state.get()).toMatchObject({ line: '', sent: [], shown: null, refusal: null })
  })
})

it('takes no part as text of a line on its way', () => {
  const { capture } = onFullDisk()
  capture.type('a Send the plan')
  capture.send()
  capture.takeAsText('kind')
  expect(capture.state.get().asText).toEqual([])
})

describe('the draft that is kept', () => {
  const kept = (line: string, asText: CapturePart[] = []) =>
    draftToKeep({ line, asText }, null, [], meeting(), NOW)?.line ?? null

  it('is never a whisper, back-dated or not', () => {
    expect([kept('! Slow down'), kept('  ! Slow down'), kept('at 14:05 ! Slow down')]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('is a note that begins like a whisper', () => {
    expect(kept('! Slow down', ['kind'])).toBe('! Slow down')
    expect(kept('at 14:05 ! Slow down', ['at'])).toBe('at 14:05 ! Slow down')
  })
})
