import { recipeOf } from './recipes'
import type { Recipe } from './recordings'
import { ASIDES, FRENCH_WRITTEN, frenchText, OTHER_WRITTEN } from './texts'
import type { Written } from './play'

/** A recording to play to the app, and its script as a meeting has it. */
export type AppRecipe = {
  readonly recipe: Recipe
  readonly written: Written
  /** Only so many seconds of it are played. */
  readonly seconds?: number
}

const ENGLISH: Written = { text: OTHER_WRITTEN, language: 'en' }

const french: Recipe = {
  name: 'espeak-ng fr, plain',
  voice: { program: 'espeak-ng', name: 'fr-fr', speed: 150 },
  manner: 'plain',
  seed: 7,
  paragraphs: frenchText(),
  asides: ASIDES.other,
}

/** What is played to the app: a choice, for it takes as long as it is spoken. */
export const APP_RECIPES: readonly AppRecipe[] = [
  { recipe: recipeOf({ program: 'flite', name: 'rms', speed: 1 }, 'plain'), written: ENGLISH, seconds: 100 },
  { recipe: recipeOf({ program: 'flite', name: 'slt', speed: 1 }, 'messy'), written: ENGLISH },
  { recipe: recipeOf({ program: 'flite', name: 'awb', speed: 0.95 }, 'room'), written: ENGLISH },
  { recipe: recipeOf({ program: 'espeak-ng', name: 'en-us', speed: 150 }, 'messy'), written: ENGLISH },
  { recipe: french, written: { text: FRENCH_WRITTEN, language: 'fr' } },
]
