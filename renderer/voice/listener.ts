import type { FromListener, ToListener } from './protocol'

/** The worker that listens. */
export type Listener = {
  readonly tell: (message: ToListener) => void
  readonly close: () => void
}

/** Starts the worker that listens; `heard` is told all it tells. */
export function startListener(heard: (message: FromListener) => void): Listener {
  const worker = new Worker(new URL('./listener.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<FromListener>) => heard(data))
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    heard({ kind: 'failed' })
  })
  return {
    tell: (message) => worker.postMessage(message, message.kind === 'sound' ? [message.port] : []),
    close: () => worker.terminate(),
  }
}
