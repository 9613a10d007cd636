import { accept, refuse, type Result } from '../../shared/result'
import { SOUND } from './protocol'
// oxlint-disable-next-line import/default
import tap from './tap.worklet.ts?worker&url'

/** A microphone that is on: its sound arrives at the port. */
export type Microphone = { readonly sound: MessagePort; readonly close: () => void }

const ASKED: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: true,
}

/** Why there is no microphone, in words that say what to do. */
export function microphoneFault(name: string): string {
  switch (name) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'No microphone was found: plug one in and press V. The script goes by its set pace.'
    case 'NotAllowedError':
    case 'SecurityError':
      return 'The system refuses the microphone: allow it in the system’s settings and press V. The script goes by its set pace.'
    case 'NotReadableError':
    case 'AbortError':
      return 'Another program holds the microphone: close it there and press V. The script goes by its set pace.'
    default:
      return 'The microphone does not work. The script goes by its set pace.'
  }
}

/** What is said when the microphone goes while it is on. */
export const UNPLUGGED = 'The microphone is gone. The script goes by its set pace; press V to listen again.'

/** What is heard with must be ready within so many milliseconds. */
const PATIENCE = 5_000

async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), PATIENCE)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** What sound comes to and nothing goes out of, running; the microphone is not needed for it. */
async function openTap(): Promise<{ readonly context: AudioContext; readonly node: AudioWorkletNode }> {
  const context = new AudioContext({ sampleRate: SOUND.rate })
  try {
    await inTime(context.audioWorklet.addModule(tap).then(() => context.resume()))
    const node = new AudioWorkletNode(context, 'tap', {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
    })
    return { context, node }
  } catch (error) {
    void context.close()
    throw error
  }
}

/**
 * Turns the microphone on, in one channel at the rate that is listened at; `gone` is told when it goes by itself.
 * It comes last, so that it is never on before its lamp.
 */
export async function openMicrophone(gone: () => void): Promise<Result<Microphone>> {
  let opened: AudioContext | null = null
  try {
    const { context, node } = await openTap()
    opened = context
    const stream = await navigator.mediaDevices.getUserMedia({ audio: ASKED })
    context.createMediaStreamSource(stream).connect(node)
    const { port1, port2 } = new MessageChannel()
    node.port.postMessage(port1, [port1])
    for (const track of stream.getAudioTracks()) track.addEventListener('ended', gone)
    context.addEventListener('statechange', gone)
    const close = () => {
      context.removeEventListener('statechange', gone)
      for (const track of stream.getTracks()) track.stop()
      void context.close()
    }
    return accept({ sound: port2, close })
  } catch (error) {
    void opened?.close()
    return refuse('microphone', microphoneFault(error instanceof Error ? error.name : ''))
  }
}
