import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import type { Heard } from '../../../renderer/voice/follow/engine'
import { createFollower, type Listening } from '../../../renderer/voice/follow/follower'
import type { Graph } from '../../../shared/voice/graph'
import type { VoiceEvent } from '../../../shared/voice/events'

const heardSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])
const fixtureSchema = z.object({
  words: z.array(z.tuple([z.string(), z.boolean()])),
  truth: z.object({
    said: z.array(z.object({ word: z.number(), end: z.number() })),
    events: z.array(z.object({ kind: z.enum(['rest', 'aside', 'repeat', 'skip']), at: z.number() })),
  }),
  blocks: z.number(),
  speech: z.array(z.tuple([z.number(), z.boolean()])),
  guesses: z.array(z.tuple([z.number(), z.number()], heardSchema)),
})

/** What the engine guessed of a recording, as `tests/bench/voice/fixture.ts` wrote it down. */
export const recorded = fixtureSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/voice/messy.json'), 'utf8')),
)

export const BLOCK = 1_440
export const RATE = 16_000

/** An engine that guesses what was written down, at the block that `at` says. */
export function engineOf(fixture: typeof recorded, at: () => number) {
  const graphs: Graph[] = []
  const guesses: { readonly block: number; readonly heard: readonly Heard[] }[] = []
  let last: readonly Heard[] = []
  for (const [block, same, ...rest] of fixture.guesses) {
    const fresh = rest.map(([word, phones, from, to]) => ({ word, phones, from, to }))
    last = [...last.slice(0, same), ...fresh]
    guesses.push({ block, heard: last })
  }
  const engine: Listening = {
    phones: ['A'],
    lookup: () => ['A'],
    detector: () => ({
      get_frame_size: () => BLOCK,
      get_in_speech: () => fixture.speech.findLast(([block]) => block <= at())?.[1] ?? false,
      process: () => null,
    }),
    listenFor: (graph) => graphs.push(graph),
    startUtterance: () => {},
    endUtterance: () => {},
    hear: () => {},
    guess: () => guesses.findLast(({ block }) => block <= at())?.heard ?? [],
    close: () => {},
  }
  return { engine, graphs }
}

/** What a follower tells of the recording, each event with the time when it is there. */
export function replay(fixture: typeof recorded): readonly (VoiceEvent & { readonly told: number })[] {
  let block = 0
  const { engine } = engineOf(fixture, () => block)
  const words = fixture.words.map(([text, starts]) => ({ text, starts }))
  const follower = createFollower({ engine, language: 'en', words, place: 0 })
  const events: (VoiceEvent & { readonly told: number })[] = []
  for (; block < fixture.blocks; block += 1) {
    const told = ((block + 1) * BLOCK) / RATE
    for (const event of follower.hear(new Float32Array(BLOCK))) events.push({ ...event, told })
  }
  return events
}
