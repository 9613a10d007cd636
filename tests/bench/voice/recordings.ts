import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import type { Span } from '../../../shared/script/fill'
import { sentences } from '../../../shared/script/words'
import { spokenWords, type SpokenWord } from '../../../shared/voice/words'
import { messyPlan, plainPlan, sentencesOf, type Part } from './plan'
import { inRoom } from './room'
import { say, type Voice } from './voices'
import { RATE, readWave, writeWave } from './wave'

const truthSchema = z.object({
  /** Each script word as it is said: its index and when it is over, in seconds. */
  said: z.array(z.object({ word: z.number(), end: z.number() })),
  /** Where the speaker leaves the order, and when the first word after that begins. */
  events: z.array(z.object({ kind: z.enum(['rest', 'aside', 'repeat', 'skip']), at: z.number() })),
})
export type Truth = Readonly<z.infer<typeof truthSchema>>

export type Manner = 'plain' | 'messy' | 'room'

export type Recipe = {
  readonly name: string
  readonly voice: Voice
  readonly manner: Manner
  readonly seed: number
  readonly paragraphs: readonly Span[][]
  readonly asides: readonly string[]
}

export type Recording = {
  readonly name: string
  readonly file: string
  readonly words: readonly SpokenWord[]
  readonly samples: Float32Array
  readonly truth: Truth
}

const ROOM_DECIBELS = 15

const silence = (seconds: number) => new Float32Array(Math.round(seconds * RATE))

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function spokenBy(voice: Voice, plan: readonly Part[], words: readonly SpokenWord[]) {
  const parts: Float32Array[] = []
  const said: { word: number; end: number }[] = []
  const events: { kind: Truth['events'][number]['kind']; at: number }[] = []
  let length = 0
  let next = 0
  let after: 'rest' | 'aside' | null = null
  for (const part of plan) {
    const at = length / RATE
    let samples: Float32Array
    if (part.kind === 'rest') {
      samples = silence(part.seconds)
      if (part.seconds > 2) after = 'rest'
    } else if (part.kind === 'aside') {
      samples = say(voice, part.text, []).samples
      after = 'aside'
    } else {
      const own = words.slice(part.from, part.to).map(({ text }) => text)
      const spoken = say(voice, part.text, own)
      if (part.from < next) events.push({ kind: 'repeat', at })
      else if (part.from > next) events.push({ kind: 'skip', at })
      else if (after !== null) events.push({ kind: after, at })
      after = null
      next = part.to
      spoken.ends.forEach((end, index) => said.push({ word: part.from + index, end: at + end }))
      samples = spoken.samples
    }
    parts.push(samples)
    length += samples.length
  }
  return { samples: joined(parts), truth: { said, events } }
}

/** A recording by its recipe, made once and kept in a folder. */
export function recordingOf(recipe: Recipe, folder: string): Recording {
  const { name, voice, manner, seed, paragraphs, asides } = recipe
  const words = spokenWords(paragraphs)
  const [file, notes] = [join(folder, `${name}.wav`), join(folder, `${name}.json`)]
  if (!existsSync(notes)) {
    mkdirSync(folder, { recursive: true })
    const written = paragraphs
      .flatMap((paragraph) => sentences(paragraph))
      .map((spans) => spans.filter(({ kind }) => kind !== 'direction'))
      .filter((spans) => spokenWords([spans]).length > 0)
      .map((spans) =>
        spans
          .map(({ text }) => text)
          .join('')
          .trim(),
      )
    const all = sentencesOf(words, written)
    const plan = manner === 'plain' ? plainPlan(all) : messyPlan(all, asides, seed)
    const { samples, truth } = spokenBy(voice, plan, words)
    writeWave(file, {
      rate: RATE,
      samples: manner === 'room' ? inRoom(samples, ROOM_DECIBELS, seed) : samples,
    })
    writeFileSync(notes, JSON.stringify(truth))
  }
  const truth = truthSchema.parse(JSON.parse(readFileSync(notes, 'utf8')))
  return { name, file, words, samples: readWave(file).samples, truth }
}
