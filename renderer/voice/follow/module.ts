/** What is used of a soundswallower decoder. `cdecoder` is its address in the engine's memory. */
export type Decoder = {
  readonly cdecoder: number
  initialize: () => Promise<unknown>
  start: () => void
  stop: () => void
  lookup_word: (word: string) => string | null
  process_audio: (samples: Float32Array) => number
  delete: () => void
}

/** Its voice activity detector. */
export type Endpointer = {
  get_frame_size: () => number
  get_in_speech: () => boolean
  process: (frame: Float32Array) => Float32Array | null
}

type EndpointerOptions = {
  readonly samprate: number
  readonly frame_length: number
  readonly mode: number
  readonly window: number
  readonly ratio: number
}

/** What is used of the engine: its two classes, and the functions of C that they leave out. */
export type SpeechModule = {
  readonly HEAPU8: Uint8Array
  readonly HEAP32: Int32Array
  readonly Decoder: new (config: Readonly<Record<string, string | number | boolean>>) => Decoder
  readonly Endpointer: new (options: EndpointerOptions) => Endpointer
  _malloc: (bytes: number) => number
  _free: (address: number) => void
  _decoder_logmath: (decoder: number) => number
  _logmath_log: (logmath: number, chance: number) => number
  _decoder_add_word: (decoder: number, word: number, phones: number, update: number) => number
  _fsg_model_init: (name: number, logmath: number, weight: number, states: number) => number
  _fsg_model_word_add: (model: number, word: number) => number
  _fsg_model_trans_add: (model: number, from: number, to: number, chance: number, word: number) => void
  _fsg_model_null_trans_add: (model: number, from: number, to: number, chance: number) => number
  _fsg_set_states: (model: number, start: number, end: number) => void
  _decoder_set_fsg: (decoder: number, model: number) => number
  _decoder_seg_iter: (decoder: number) => number
  _seg_iter_word: (segment: number) => number
  _seg_iter_frames: (segment: number, from: number, to: number) => void
  _seg_iter_next: (segment: number) => number
}

/** Makes the engine; it writes nothing to the console and looks for no model by itself. */
export type MakeModule = (options: Readonly<Record<string, unknown>>) => Promise<SpeechModule>
