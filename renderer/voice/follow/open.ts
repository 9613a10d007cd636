import createModule from 'soundswallower'

import type { VoiceLanguage } from '../../../shared/voice/events'
import { PHONES } from '../../../shared/voice/phones'
import type { SpokenWord } from '../../../shared/voice/words'
import { detectorOf, Engine, loadModule } from './engine'
import { createFollower, type Follower } from './follower'
import { MODEL_URLS, WASM_URL } from './modelUrls'
import type { MakeModule, SpeechModule } from './module'
import { Pauses } from './pauses'

function loadHere(): Promise<SpeechModule> {
  return loadModule(createModule as unknown as MakeModule, WASM_URL)
}

/** Opens a follower in a page or worker, with the model of the language; `place` is the word to be spoken next. */
export async function openFollower(
  language: VoiceLanguage,
  words: readonly SpokenWord[],
  place: number,
): Promise<Follower> {
  const engine = await Engine.load(await loadHere(), MODEL_URLS[language], PHONES[language])
  return createFollower({ engine, language, words, place })
}

/** Opens the voice detector alone, which needs no model. */
export async function openPauses(): Promise<Pauses> {
  return new Pauses(detectorOf(await loadHere()))
}
