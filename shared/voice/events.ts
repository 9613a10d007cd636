import { z } from 'zod'

/** Seconds of audio heard since the follower was made. */
const at = z.number().nonnegative()

/**
 * What following a voice tells. `speech`: somebody begins or ends to speak. `place`: `word` is the index of the last
 * word heard to its end, `first` that of the first one in a row with it; `on` is ordinary progress, `jump` a place
 * found again after a skip, a repeat or an ad-lib; only a jump goes back. `lost`: speech that is not of the text; the
 * place holds until the next `place`.
 */
export const voiceEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speech'), on: z.boolean(), at }),
  z.object({
    kind: z.literal('place'),
    first: z.number().int().nonnegative(),
    word: z.number().int().nonnegative(),
    certainty: z.number().min(0).max(1),
    moved: z.enum(['on', 'jump']),
    at,
  }),
  z.object({ kind: z.literal('lost'), at }),
])
export type VoiceEvent = Readonly<z.infer<typeof voiceEventSchema>>

/** A place in the words, as it is told. */
export type PlaceEvent = Extract<VoiceEvent, { readonly kind: 'place' }>

/** The languages that can be followed. */
export const voiceLanguageSchema = z.enum(['en', 'fr'])
export type VoiceLanguage = z.infer<typeof voiceLanguageSchema>

/** The language to listen for in a text of this language (`en`, `fr-CA`), or null: it cannot be followed. */
export function voiceLanguage(language: string): VoiceLanguage | null {
  const read = voiceLanguageSchema.safeParse(language.slice(0, 2))
  return read.success ? read.data : null
}
