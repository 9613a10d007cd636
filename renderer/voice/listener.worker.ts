import type { VoiceEvent } from '../../shared/voice/events'
import { openFollower, openPauses } from './follow/open'
import { soundMeter } from './soundMeter'
import type { FromListener, Text, ToListener } from './protocol'

type Ears = {
  readonly hear: (samples: Float32Array) => readonly VoiceEvent[]
  readonly setText: (text: Text) => void
  readonly seek: (place: number) => void
  /** The sound begins anew. */
  readonly restart: () => void
}

let ears: Ears | null = null
/** What was said while the model was still being loaded. */
let waiting: Text | null = null

/** Where the sound comes from; what an earlier microphone may still give is heard no more. */
let source: MessagePort | null = null
/** Of which text, or place in it, what is heard is told. */
let number = 0

const tell = (message: FromListener) => postMessage(message)

function ready(made: Ears): void {
  ears = made
  if (waiting !== null) made.setText(waiting)
  waiting = null
  tell({ kind: 'ready' })
}

async function open(message: Extract<ToListener, { kind: 'pauses' | 'follow' }>): Promise<void> {
  if (message.kind === 'pauses') {
    const pauses = await openPauses()
    return ready({
      hear: (samples) => pauses.hear(samples),
      setText: () => undefined,
      seek: () => undefined,
      restart: () => pauses.restart(),
    })
  }
  const follower = await openFollower(message.language, message.text.words, message.text.place)
  ready({
    hear: (samples) => follower.hear(samples),
    setText: ({ words, place }) => follower.setWords(words, place),
    seek: (place) => follower.seek(place),
    restart: () => follower.restart(),
  })
}

function listen(port: MessagePort): void {
  source?.close()
  source = port
  ears?.restart()
  const meter = soundMeter()
  port.addEventListener('message', ({ data }: MessageEvent<Float32Array>) => {
    if (source !== port) return
    const sound = meter(data)
    if (sound !== null) tell({ kind: 'sound', on: sound })
    const events = ears?.hear(data) ?? []
    if (events.length > 0) tell({ kind: 'heard', events, number })
  })
  port.start()
}

addEventListener('message', ({ data: message }: MessageEvent<ToListener>) => {
  switch (message.kind) {
    case 'follow':
      number = message.number
      return void open(message).catch(() => tell({ kind: 'failed' }))
    case 'pauses':
      return void open(message).catch(() => tell({ kind: 'failed' }))
    case 'text':
      number = message.number
      if (ears === null) waiting = message.text
      else ears.setText(message.text)
      return undefined
    case 'seek':
      number = message.number
      if (ears === null && waiting !== null) waiting = { ...waiting, place: message.place }
      return ears?.seek(message.place)
    case 'sound':
      return listen(message.port)
  }
})
