import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { FromListener, ToListener } from '../../../renderer/voice/protocol'
import { voiceSession } from '../../../renderer/voice/session'
import type { VoiceEvent } from '../../../shared/voice/events'

const worker = vi.hoisted(() => ({
  told: [] as ToListener[],
  listeners: [] as ((message: FromListener) => void)[],
}))
vi.mock('../../../renderer/bridge', () => ({ bridge: { call: async () => ({ ok: true, value: null }) } }))
vi.mock('../../../renderer/voice/listener', () => ({
  startListener: (hears: (message: FromListener) => void) => {
    worker.listeners.push(hears)
    return { tell: (message: ToListener) => worker.told.push(message), close: () => undefined }
  },
}))
vi.mock('../../../renderer/voice/microphone', () => ({
  UNPLUGGED: '',
  openMicrophone: async () => ({
    ok: true,
    value: { sound: new MessageChannel().port1, close: () => undefined },
  }),
}))

const words = Array.from({ length: 100 }, () => ({ text: 'word', starts: false }))
const place = (word: number): VoiceEvent => ({
  kind: 'place',
  first: word,
  word,
  certainty: 1,
  moved: 'on',
  at: 0,
})

const tells = (message: FromListener) => worker.listeners.at(-1)?.(message)

/** A session that follows and listens, what it told of places, and whom it guided to. */
async function following() {
  const heard: number[] = []
  const session = voiceSession(
    { setDrive: () => undefined, guide: () => undefined, setPace: () => 140 },
    () => undefined,
    (event) => event.kind === 'place' && heard.push(event.word),
  )
  session.setText({ words, place: 0 }, 'en')
  session.setMode('follow')
  await vi.advanceTimersByTimeAsync(0)
  tells({ kind: 'ready' })
  session.setRunning(true)
  await vi.advanceTimersByTimeAsync(0)
  return { session, heard }
}

/** The number of the text or place that the worker was told last. */
function numberTold(): number {
  return worker.told.reduce((last, message) => ('number' in message ? message.number : last), 0)
}

function seeks(): readonly number[] {
  return worker.told.flatMap((message) => (message.kind === 'seek' ? [message.place] : []))
}

const hears = (word: number, number: number) => tells({ kind: 'heard', events: [place(word)], number })

beforeEach(() => {
  vi.useFakeTimers()
  worker.told.length = 0
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a voice that is followed', () => {
  it('counts for the text it was heard of, and no more once another one is shown', async () => {
    const { session, heard } = await following()
    hears(3, numberTold())
    const script = numberTold()
    session.setText({ words: words.slice(0, 20), place: 0 }, 'en')
    hears(4, script)
    hears(7, numberTold())
    expect(heard).toEqual([3, 7])
    session.close()
  })

  it('is looked for once where a wheel stopped, and what is heard of places on the way does not count', async () => {
    const { session, heard } = await following()
    worker.told.length = 0
    const before = numberTold()
    for (let step = 1; step <= 30; step += 1) {
      session.seek(step)
      await vi.advanceTimersByTimeAsync(16)
    }
    expect(seeks(), 'while it turns').toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(seeks()).toEqual([30])
    await vi.advanceTimersByTimeAsync(2_000)
    hears(12, before)
    hears(31, numberTold())
    expect(heard).toEqual([31])
    session.close()
  })

  it('is told a text at once, also where a wheel has just stopped', async () => {
    const { session } = await following()
    worker.told.length = 0
    session.seek(40)
    session.setText({ words, place: 41 }, 'en')
    await vi.advanceTimersByTimeAsync(500)
    expect(worker.told).toMatchObject([{ kind: 'text', text: { place: 41 } }])
    session.close()
  })
})
