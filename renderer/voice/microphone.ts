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

/** Turns the microphone on, in one channel at the rate that is listened at; `gone` is told when it goes by itself. */
export async function openMicrophone(gone: () => void): Promise<Result<Microphone>> {
  let stream: MediaStream | null = null
  let context: AudioContext | null = null
  const close = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    if (context?.state !== 'closed') void context?.close()
  }
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: ASKED })
    context = new AudioContext({ sampleRate: SOUND.rate })
    await context.audioWorklet.addModule(tap)
    const node = new AudioWorkletNode(context, 'tap', {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
    })
    context.createMediaStreamSource(stream).connect(node)
    await context.resume()
    const { port1, port2 } = new MessageChannel()
    node.port.postMessage(port1, [port1])
    for (const track of stream.getAudioTracks()) track.addEventListener('ended', gone)
    return accept({ sound: port2, close })
  } catch (error) {
    close()
    return refuse('microphone', microphoneFault(error instanceof Error ? error.name : ''))
  }
}
