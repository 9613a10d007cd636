import type { VoiceEvent, VoiceLanguage } from '../../shared/voice/events'
import type { SpokenWord } from '../../shared/voice/words'

/** The text to follow; `place` is the word to be spoken next. */
export type Text = { readonly words: readonly SpokenWord[]; readonly place: number }

/**
 * What the worker that listens is told. `sound` brings the port on which samples arrive. `number` says which text, or
 * place in it, this is.
 */
export type ToListener =
  | { readonly kind: 'pauses' }
  | {
      readonly kind: 'follow'
      readonly language: VoiceLanguage
      readonly text: Text
      readonly number: number
    }
  | { readonly kind: 'text'; readonly text: Text; readonly number: number }
  | { readonly kind: 'seek'; readonly place: number; readonly number: number }
  | { readonly kind: 'sound'; readonly port: MessagePort }

/** What it tells. `sound` says whether any sound arrives at all, `number` of which text it heard this. */
export type FromListener =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'sound'; readonly on: boolean }
  | { readonly kind: 'heard'; readonly events: readonly VoiceEvent[]; readonly number: number }

/** Sound is handed on in one channel of so many samples a second, in blocks of so many. */
export const SOUND = { rate: 16_000, block: 1_440 } as const
