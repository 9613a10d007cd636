import { SOUND } from './protocol'

/** What the browser gives an audio worklet; the library of the DOM does not describe it. */
declare const AudioWorkletProcessor: new () => { readonly port: MessagePort }
declare function registerProcessor(name: string, processor: new () => object): void

/** What a source without any channel gives, a quantum long: whoever listens must notice that nothing comes. */
const SILENCE = new Float32Array(128)

/** Hands the sound of the microphone on, block by block, to the port it is given, and keeps none of it. */
class Tap extends AudioWorkletProcessor {
  #block = new Float32Array(SOUND.block)
  #filled = 0
  #to: MessagePort | null = null

  constructor() {
    super()
    this.port.addEventListener('message', ({ data }: MessageEvent<MessagePort>) => {
      this.#to = data
    })
    this.port.start()
  }

  process([input]: readonly (readonly Float32Array[])[]): boolean {
    const samples = input?.[0] ?? SILENCE
    for (let at = 0; at < samples.length;) {
      const part = samples.subarray(at, at + SOUND.block - this.#filled)
      this.#block.set(part, this.#filled)
      this.#filled += part.length
      at += part.length
      if (this.#filled < SOUND.block) continue
      this.#to?.postMessage(this.#block, [this.#block.buffer])
      this.#block = new Float32Array(SOUND.block)
      this.#filled = 0
    }
    return true
  }
}

registerProcessor('tap', Tap)
