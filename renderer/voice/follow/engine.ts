import { NO_WORD, type Graph } from '../../../shared/voice/graph'
import type { Lookup } from '../../../shared/voice/pronounce'
import { HUSH, Hush } from './hush'
import type { Decoder, Endpointer, MakeModule, SpeechModule } from './module'

/** Where the files of a model are: addresses in a page, paths in Node. */
export type ModelFiles = Readonly<
  Record<'featparams' | 'mdef' | 'mean' | 'var' | 'tmat' | 'sendump' | 'dict' | 'fdict', string>
>

export const SAMPLE_RATE = 16_000
/** Frames of the engine in a second. */
export const FRAME_RATE = 100

/** A word heard (or `NO_WORD`), of so many phones, with its first and last frame. */
export type Heard = {
  readonly word: number
  readonly phones: number
  readonly from: number
  readonly to: number
}

type Named = Pick<Heard, 'word' | 'phones'>
const SOMETHING: Named = { word: NO_WORD, phones: 0 }

/** How chances weigh against sound, and how far behind the best guess another may lie. */
export type SearchTuning = {
  readonly weight: number
  readonly beam: number
  readonly wordBeam: number
  readonly mostActive: number
  readonly hush: number
}

export const SEARCH_TUNING: SearchTuning = {
  weight: 6.5,
  beam: 1e-60,
  wordBeam: 1e-40,
  mostActive: 30_000,
  hush: HUSH,
}

const DETECTOR = { samprate: SAMPLE_RATE, frame_length: 0.03, mode: 1, window: 0.3, ratio: 0.9 }

/** A voice detector of its own state. */
export function detectorOf(module: SpeechModule): Endpointer {
  return new module.Endpointer(DETECTOR)
}

/** Makes the engine without a model: enough to tell speech from silence. */
export function loadModule(make: MakeModule, wasm?: string): Promise<SpeechModule> {
  const quiet = { print: () => {}, printErr: () => {}, defaultModel: null }
  return make(wasm === undefined ? quiet : { ...quiet, locateFile: () => wasm })
}

/** The engine with the model of one language. Graphs are set between utterances, sound is heard within one. */
export class Engine {
  private readonly names = new Set<string>()
  private readonly wordsByName = new Map<string, Named>()
  private readonly wordsByAddress = new Map<number, Named>()
  private readonly frames: number
  private readonly hush: Hush
  private speaking = false

  private constructor(
    readonly module: SpeechModule,
    private readonly decoder: Decoder,
    readonly phones: readonly string[],
    private readonly tuning: SearchTuning,
  ) {
    this.frames = module._malloc(8)
    this.hush = new Hush(SAMPLE_RATE, tuning.hush)
  }

  static async load(
    module: SpeechModule,
    files: ModelFiles,
    phones: readonly string[],
    tuning = SEARCH_TUNING,
  ): Promise<Engine> {
    const decoder = new module.Decoder({
      ...files,
      samprate: SAMPLE_RATE,
      loglevel: 'FATAL',
      beam: tuning.beam,
      pbeam: tuning.beam,
      wbeam: tuning.wordBeam,
      maxhmmpf: tuning.mostActive,
      lw: tuning.weight,
      fsgusealtpron: false,
    })
    await decoder.initialize()
    return new Engine(module, decoder, phones, tuning)
  }

  /** A voice detector of its own state. */
  detector(): Endpointer {
    return detectorOf(this.module)
  }

  /** All pronunciations that the dictionary has of a word. */
  readonly lookup: Lookup = (word) => {
    const found: string[] = []
    for (let number = 1; ; number += 1) {
      const phones = this.decoder.lookup_word(number === 1 ? word : `${word}(${number})`)
      if (phones === null) return found
      found.push(phones)
    }
  }

  private withText<T>(text: string, use: (address: number) => T): T {
    const bytes = new TextEncoder().encode(text)
    const address = this.module._malloc(bytes.length + 1)
    this.module.HEAPU8.set(bytes, address)
    this.module.HEAPU8[address + bytes.length] = 0
    try {
      return use(address)
    } finally {
      this.module._free(address)
    }
  }

  /** A name in the dictionary for these phones. Each place in the text needs one of its own to be told from others. */
  private nameFor(phones: string, taken: Map<string, number>): string {
    const count = taken.get(phones) ?? 0
    taken.set(phones, count + 1)
    const name = `${phones.replaceAll(' ', '_')}#${count}`
    if (this.names.has(name)) return name
    this.withText(name, (word) =>
      this.withText(phones, (sounds) =>
        this.module._decoder_add_word(this.decoder.cdecoder, word, sounds, 0),
      ),
    )
    this.names.add(name)
    return name
  }

  /** Listens for this from now on. Ends the utterance. */
  listenFor(graph: Graph): void {
    this.endUtterance()
    const { module, decoder, tuning } = this
    const logmath = module._decoder_logmath(decoder.cdecoder)
    const logOf = (chance: number) => Math.round(module._logmath_log(logmath, chance) * tuning.weight)
    const model = this.withText('text', (name) =>
      module._fsg_model_init(name, logmath, tuning.weight, graph.states),
    )
    const taken = new Map<string, number>()
    this.wordsByName.clear()
    this.wordsByAddress.clear()
    for (const { from, to, phones, word, chance } of graph.arcs) {
      if (phones === null) {
        module._fsg_model_null_trans_add(model, from, to, logOf(chance))
        continue
      }
      const name = this.nameFor(phones, taken)
      this.wordsByName.set(name, { word, phones: phones.split(' ').length })
      const id = this.withText(name, (address) => module._fsg_model_word_add(model, address))
      module._fsg_model_trans_add(model, from, to, logOf(chance), id)
    }
    module._fsg_set_states(model, graph.start, graph.start)
    if (module._decoder_set_fsg(decoder.cdecoder, model) < 0) throw new Error('The graph was refused')
  }

  startUtterance(): void {
    if (this.speaking) return
    this.decoder.start()
    this.speaking = true
  }

  endUtterance(): void {
    if (!this.speaking) return
    this.decoder.stop()
    this.speaking = false
  }

  hear(samples: Float32Array): void {
    this.decoder.process_audio(this.hush.under(samples))
  }

  private wordAt(address: number): Named {
    const known = this.wordsByAddress.get(address)
    if (known !== undefined) return known
    const heap = this.module.HEAPU8
    let end = address
    while (heap[end] !== 0) end += 1
    const name = new TextDecoder().decode(heap.subarray(address, end))
    const word = this.wordsByName.get(name) ?? SOMETHING
    this.wordsByAddress.set(address, word)
    return word
  }

  /** The best guess of what was heard since the utterance began. */
  guess(): readonly Heard[] {
    const { module, frames } = this
    const heard: Heard[] = []
    let segment = module._decoder_seg_iter(this.decoder.cdecoder)
    while (segment !== 0) {
      module._seg_iter_frames(segment, frames, frames + 4)
      const [from = 0, to = 0] = module.HEAP32.subarray(frames >> 2, (frames >> 2) + 2)
      heard.push({ ...this.wordAt(module._seg_iter_word(segment)), from, to })
      segment = module._seg_iter_next(segment)
    }
    return heard
  }

  close(): void {
    this.endUtterance()
    this.module._free(this.frames)
    this.decoder.delete()
  }
}
