import { unreadable } from './fault'

/** How much work one file may make, so that every file ends in an answer soon. */
export const LIMITS = {
  /** Bytes read as tokens; the data of streams is not. */
  lexed: 40_000_000,
  values: 600_000,
  objects: 200_000,
  sections: 1_000,
  inflated: 64_000_000,
  depth: 100,
  filters: 4,
} as const

/** What is left of the limits, counted down while reading. */
export type Budget = { lexed: number; values: number; objects: number; sections: number; inflated: number }

/** A budget with nothing spent. */
export function fullBudget(): Budget {
  const { lexed, values, objects, sections, inflated } = LIMITS
  return { lexed, values, objects, sections, inflated }
}

/** Takes so much off one of the limits and gives up when there is no more. */
export function spend(budget: Budget, what: keyof Budget, amount = 1): void {
  budget[what] -= amount
  if (budget[what] < 0) unreadable('This PDF holds more than can be checked in a few seconds.', 'tooLarge')
}

/** A budget for the text of pages, which is made of many small values. */
export function textBudget(): Budget {
  return { ...fullBudget(), lexed: 200_000_000, values: 12_000_000 }
}
