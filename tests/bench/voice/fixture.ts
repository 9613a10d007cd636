import { writeFileSync } from 'node:fs'

import { createFollower, type Listening } from '../../../renderer/voice/follow/follower'
import type { Heard } from '../../../renderer/voice/follow/engine'
import { spokenWords } from '../../../shared/voice/words'
import { BLOCK, engineForNode } from './listen'
import { tuningRecipe, VOICES } from './recipes'
import { recordingOf } from './recordings'

/**
 * Writes what the engine guessed, block by block, of a short recording with everything in it, so that the rest can be
 * tested without sound: `node FIXTURE.json RECORDINGS`. Of each guess, how many words are as in the one before, and
 * the others.
 */
const [file = '', recordings = ''] = process.argv.slice(2)
const PARAGRAPHS = 9

const [voice] = VOICES.people
if (voice === undefined) throw new Error('No voice')
const recipe = tuningRecipe(voice, 'messy', 3)
const paragraphs = recipe.paragraphs.slice(0, PARAGRAPHS)
const recording = recordingOf({ ...recipe, name: `${recipe.name} short`, paragraphs }, recordings)
const engine = await engineForNode()

type Guess = readonly [block: number, same: number, ...rest: (readonly [number, number, number, number])[]]
const guesses: Guess[] = []
const speech: (readonly [block: number, on: boolean])[] = []
let block = 0
let before = ''

const recorded: Listening = {
  phones: engine.phones,
  lookup: engine.lookup,
  detector: () => engine.detector(),
  listenFor: (graph) => engine.listenFor(graph),
  startUtterance: () => engine.startUtterance(),
  endUtterance: () => engine.endUtterance(),
  hear: (samples) => engine.hear(samples),
  guess: () => {
    const heard = engine.guess()
    const next = heard.map(({ word, phones, from, to }: Heard) => [word, phones, from, to] as const)
    const known = last.findIndex((each, index) => each.join() !== next[index]?.join())
    const same = known < 0 ? Math.min(last.length, next.length) : known
    const text = JSON.stringify(next)
    if (text !== before) guesses.push([block, same, ...next.slice(same)])
    before = text
    last = next
    return heard
  },
  close: () => engine.close(),
}
let last: readonly (readonly [number, number, number, number])[] = []

const follower = createFollower({
  engine: recorded,
  language: 'en',
  words: spokenWords(paragraphs),
  place: 0,
})
for (let at = 0; at < recording.samples.length; at += BLOCK) {
  for (const event of follower.hear(recording.samples.subarray(at, at + BLOCK)))
    if (event.kind === 'speech') speech.push([block, event.on])
  block += 1
}
const words = recording.words.map(({ text, starts }) => [text, starts])
writeFileSync(file, `${JSON.stringify({ words, truth: recording.truth, blocks: block, speech, guesses })}\n`)
