import { describe, expect, it } from 'vitest'

import { draftToKeep, draftToRestore } from '../../../renderer/state/captureDraft'
import { captureLine } from '../../../renderer/state/captureLine'
import type { Command } from '../../../shared/meeting/commands'
import { accept, refuse } from '../../../shared/result'
import { meeting } from '../script/meeting'

const NOW = '2026-11-23T14:30:00.000+01:00'
let meetings = 0

/** A capture line on a disk that takes what `takes` says. */
function onDisk(takes: (command: Command) => boolean = () => true) {
  const asked: { readonly id: string; readonly command: Command }[] = []
  meetings += 1
  const capture = captureLine(`many-${meetings}`, {
    meeting,
    run: async (command, id) => {
      asked.push({ id, command })
      return takes(command) ? accept({}) : refuse('disk', 'The disk is full.')
    },
    whisper: async () => accept({}),
  })
  const answered = () => new Promise((done) => setTimeout(done, 0))
  async function enter(line: string) {
    capture.type(line)
    capture.send()
    await answered()
  }
  return { capture, asked, answered, enter, line: () => capture.state.get().line }
}

const drafts = (asked: readonly { readonly command: Command }[]) =>
  asked.flatMap(({ command }) => (command.type === 'capture' ? [command.draft] : []))

describe('looking back', () => {
  it('shows the lines captured here, newest first, and the unsent one last', async () => {
    const { capture, enter, line } = onDisk()
    for (const each of ['n one', 'd two', 'd two', '! not kept']) await enter(each)
    capture.type('d thr')
    const seen = [-1, -1, -1].map((step) => [capture.look(step === -1 ? -1 : 1), line()])
    expect(seen).toEqual([
      [true, 'd two'],
      [true, 'n one'],
      [false, 'n one'],
    ])
    const forth = [1, 1, 1].map(() => [capture.look(1), line()])
    expect(forth).toEqual([
      [true, 'd two'],
      [true, 'd thr'],
      [false, 'd thr'],
    ])
  })

  it('keeps what was changed in an earlier line, and the parts that were refused in it', async () => {
    const { capture, enter, line } = onDisk()
    capture.type('a one by fri')
    capture.takeAsText('due')
    capture.send()
    await Promise.resolve()
    await enter('n two')
    capture.look(-1)
    capture.type('n two and more')
    capture.look(-1)
    expect(capture.state.get()).toMatchObject({ line: 'a one by fri', asText: ['due'] })
    capture.look(1)
    expect(line()).toBe('n two and more')
  })

  it('gives the line that was begun back once an earlier one is captured anew', async () => {
    const { capture, asked, enter, answered, line } = onDisk()
    await enter('n again')
    capture.type('d half a thou')
    capture.look(-1)
    capture.send()
    expect(line()).toBe('n again')
    await answered()
    expect(line()).toBe('d half a thou')
    expect(drafts(asked).map(({ text }) => text)).toEqual(['again', 'again'])
  })
})

describe('somebody new in a line', () => {
  it('is added first, and the line is theirs', async () => {
    const { asked, enter } = onDisk()
    await enter('a call the bank @zorro+')
    expect(asked[0]?.command).toEqual({
      type: 'addAttendee',
      attendee: { name: 'Zorro', role: '', organisation: '', email: '' },
    })
    expect(drafts(asked)).toMatchObject([{ kind: 'action', text: 'call the bank', owner: asked[0]?.id }])
  })

  it('is found by the next line before the disk has answered', async () => {
    const { capture, asked, answered } = onDisk()
    capture.sendAll(['o @zorro+ too late', 'c @zorro+ too dear', 'q @zorro when?'])
    await answered()
    expect(asked.filter(({ command }) => command.type === 'addAttendee')).toHaveLength(1)
    const id = asked[0]?.id
    expect(drafts(asked)).toMatchObject([{ who: id }, { who: id }, { who: id }])
  })

  it.each(['addAttendee', 'capture'])('loses no text where the disk refuses: %s', async (type) => {
    const { capture, asked, enter, answered } = onDisk((command) => command.type !== type && asked.length > 9)
    await enter('a call the bank @zorro+')
    const { line, refusal, sent } = capture.state.get()
    expect({ line, sent: sent.length }).toEqual({ line: 'a call the bank @zorro+', sent: 1 })
    expect(refusal).toContain('The disk is full.')
    capture.send()
    await answered()
    expect(new Set(asked.map(({ id }) => id)).size).toBe(2)
  })
})

describe('many lines at once', () => {
  const lines = ['d halt', 'a @max', 'n ok']

  it('are captured in their order; what cannot be sent stays with its reason and can be mended', async () => {
    const { capture, asked, answered, line } = onDisk()
    capture.sendAll(lines)
    await answered()
    expect(drafts(asked).map(({ text }) => text)).toEqual(['halt', '@max', 'ok'])
    capture.sendAll(['a by fri', ...lines])
    await answered()
    expect(drafts(asked)).toHaveLength(6)
    const [kept] = capture.state.get().sent
    expect(kept).toMatchObject({ line: 'a by fri', refused: expect.stringMatching(/no words to capture/) })
    expect(line()).toBe('')
    capture.retry(kept?.id ?? '')
    expect(capture.state.get().sent).toHaveLength(1)
    capture.takeBack(kept?.id ?? '')
    expect(line()).toBe('a by fri')
    capture.type('a rework by fri')
    capture.send()
    await answered()
    expect(capture.state.get()).toMatchObject({ line: '', sent: [] })
  })

  it('all stay where the disk is full', async () => {
    const { capture, answered } = onDisk(() => false)
    capture.sendAll(lines)
    await answered()
    expect(capture.state.get().sent.map(({ line, refused }) => [line, refused])).toEqual(
      lines.map((line) => [line, 'The disk is full.']),
    )
  })

  it('survive a crash, sent or not, with what was begun', () => {
    const { capture } = onDisk(() => false)
    capture.sendAll(['a call @zorro+', 'a by fri'])
    const { sent } = capture.state.get()
    const aside = { line: 'd half', asText: [] }
    const kept = draftToKeep({ line: '', asText: [] }, aside, sent, meeting(), NOW)
    const back = draftToRestore(structuredClone(kept), meeting(), NOW)
    expect(back).toEqual({ ...aside, sent })
  })
})

it('says that a line of spaces has no words, and keeps silent about an empty one', () => {
  const { capture } = onDisk()
  capture.send()
  expect(capture.state.get().refusal).toBeNull()
  capture.type('   ')
  capture.send()
  expect(capture.state.get()).toMatchObject({ line: '   ', refusal: expect.stringMatching(/no words/) })
})

it('takes a part that was refused as a part again', () => {
  const { capture } = onDisk()
  capture.type('a one by fri')
  capture.takeAsText('due')
  capture.takeAsText('kind')
  capture.takeAsPart('due')
  expect(capture.state.get().asText).toEqual(['kind'])
})
