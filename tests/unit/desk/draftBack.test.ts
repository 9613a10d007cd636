import { expect, it, vi } from 'vitest'

import { draftToKeep } from '../../../renderer/state/captureDraft'
import { captureLine } from '../../../renderer/state/captureLine'
import { accept } from '../../../shared/result'
import { meeting } from '../script/meeting'

const drafts = vi.hoisted(() => ({ read: (): Promise<unknown> => Promise.resolve(null) }))

vi.mock('../../../renderer/state/drafts', () => ({
  readDraft: () => drafts.read(),
  draftKeeper: () => () => undefined,
}))

const HALF = draftToKeep(
  { line: 'a half an act', asText: [] },
  null,
  [],
  meeting(),
  '2026-11-23T14:30:00.000+01:00',
)

/** The capture line of a meeting whose draft is still being read, and the news that it has been. */
function reopened() {
  let found: (draft: unknown) => void = () => undefined
  const reading = new Promise<unknown>((resolve) => {
    found = resolve
  })
  drafts.read = () => reading
  const capture = captureLine('one', {
    meeting,
    run: () => Promise.resolve(accept(null)),
    whisper: () => Promise.resolve(accept(null)),
  })
  const restored = capture.restore()
  const read = async () => {
    found(HALF)
    await restored
  }
  return { capture, read }
}

it('puts what was half typed back into the empty line', async () => {
  const { capture, read } = reopened()
  await read()
  expect(capture.state.get()).toMatchObject({ line: 'a half an act', sent: [] })
})

it('keeps what was half typed beside a line that is being typed when it comes', async () => {
  const { capture, read } = reopened()
  capture.type('d halt')
  await read()
  expect(capture.state.get()).toMatchObject({ line: 'd halt', shown: null })
  const [half] = capture.state.get().sent
  expect(half).toMatchObject({ line: 'a half an act', refused: 'It was typed before Lectern stopped.' })
  capture.type('')
  capture.takeBack(half?.id ?? '')
  expect(capture.state.get()).toMatchObject({ line: 'a half an act' })
})

it('keeps it while the first line is on its way to the disk, too', async () => {
  const { capture, read } = reopened()
  capture.type('d halt')
  capture.send()
  await read()
  await vi.waitFor(() => expect(capture.state.get().sent.map(({ line }) => line)).toEqual(['a half an act']))
  expect(capture.state.get()).toMatchObject({ line: '', shown: null })
})
