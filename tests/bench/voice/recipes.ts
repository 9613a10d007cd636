import type { Manner, Recipe } from './recordings'
import { ASIDES, otherText, sampleText } from './texts'
import type { Voice } from './voices'

const flite = (name: string, speed: number): Voice => ({ program: 'flite', name, speed })
const espeak = (name: string, speed: number): Voice => ({ program: 'espeak-ng', name, speed })

/** Voices made of recordings of people, and voices of rules, which are less like people. */
export const VOICES: Readonly<Record<'people' | 'rules', readonly Voice[]>> = {
  people: [flite('rms', 1), flite('slt', 1), flite('awb', 0.95)],
  rules: [
    flite('kal16', 1),
    espeak('en-us', 150),
    espeak('en-gb', 165),
    espeak('en-gb-scotland', 140),
    espeak('en-us+f3', 150),
  ],
}

const nameOf = ({ program, name }: Voice) => `${program} ${name}`

/** A recording to measure: the other text, by a seed that nothing was tuned on. */
export function recipeOf(voice: Voice, manner: Manner, seed = 7): Recipe {
  const name = `${nameOf(voice)}, ${manner}`
  return { name, voice, manner, seed, paragraphs: otherText(), asides: ASIDES.other }
}

/** A recording to tune on. */
export function tuningRecipe(voice: Voice, manner: Manner, seed: number): Recipe {
  const name = `tuning ${nameOf(voice)}, ${manner} ${seed}`
  return { name, voice, manner, seed, paragraphs: sampleText(), asides: ASIDES.sample }
}
