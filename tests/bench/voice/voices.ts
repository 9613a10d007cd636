import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { RATE, readWave, resampled } from './wave'

/** A voice of a synthesiser. `speed`: words a minute for espeak-ng, a stretch of time for flite. */
export type Voice = {
  readonly program: 'flite' | 'espeak-ng'
  readonly name: string
  readonly speed: number
}

/** A sentence as sound, and when each of its words is over, in seconds. */
export type Said = { readonly samples: Float32Array; readonly ends: readonly number[] }

/** As the synthesisers read it: signs of money are words. */
const readable = (text: string) =>
  text
    .replace(/€([\d.,]*\d)/g, '$1 euros')
    .replace(/[“”]/g, '"')
    .replaceAll('’', "'")

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'voice-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Phone = { readonly name: string; readonly end: number }

function flite(voice: Voice, text: string, file: string): readonly Phone[] {
  const stretch = ['--setf', `duration_stretch=${voice.speed}`]
  const told = execFileSync('flite', ['-voice', voice.name, ...stretch, '-psdur', '-t', readable(text), file])
  return told
    .toString()
    .trim()
    .split(/\s+/)
    .map((each) => ({ name: each.split(':')[0] ?? '', end: Number(each.split(':')[1] ?? 0) }))
    .filter(({ name }) => name !== 'pau' && name !== 'brth')
}

const alone = new Map<string, readonly string[]>()

function phonesAlone(voice: Voice, word: string): readonly string[] {
  const key = `${voice.name} ${word}`
  const known = alone.get(key)
  if (known !== undefined) return known
  const found = flite(voice, word, 'none').map(({ name }) => name)
  alone.set(key, found)
  return found
}

/** Which of the sentence's phones ends each word: the alignment with those of the words said alone. */
export function lastPhones(
  words: readonly (readonly string[])[],
  heard: readonly string[],
): readonly number[] {
  const row = words.flatMap((phones, word) => phones.map((name) => ({ name, word })))
  const cost = Array.from({ length: row.length + 1 }, (_, at) =>
    Array.from({ length: heard.length + 1 }, (__, of) => (at === 0 ? of : of === 0 ? at : 0)),
  )
  const costAt = (at: number, of: number) => cost[at]?.[of] ?? Number.POSITIVE_INFINITY
  for (let at = 1; at <= row.length; at += 1)
    for (let of = 1; of <= heard.length; of += 1) {
      const same = row[at - 1]?.name === heard[of - 1] ? 0 : 1.5
      const line = cost[at]
      if (line !== undefined)
        line[of] = Math.min(costAt(at - 1, of - 1) + same, costAt(at - 1, of) + 1, costAt(at, of - 1) + 1)
    }
  const last = words.map(() => -1)
  let [at, of] = [row.length, heard.length]
  while (at > 0 && of > 0) {
    const here = costAt(at, of)
    const word = row[at - 1]?.word ?? 0
    if (here === costAt(at - 1, of) + 1) at -= 1
    else {
      if (last[word] === -1) last[word] = of - 1
      if (here !== costAt(at, of - 1) + 1) at -= 1
      of -= 1
    }
  }
  return last.map((phone, word) => (phone >= 0 ? phone : Math.max(0, last[word - 1] ?? 0)))
}

function sayWithFlite(voice: Voice, text: string, words: readonly string[]): Said {
  return inFolder((folder) => {
    const file = join(folder, 'said.wav')
    const heard = flite(voice, text, file)
    const each = words.map((word) => phonesAlone(voice, word))
    const last = lastPhones(
      each,
      heard.map(({ name }) => name),
    )
    return { samples: resampled(readWave(file), RATE), ends: last.map((phone) => heard[phone]?.end ?? 0) }
  })
}

function espeak(voice: Voice, text: string): Float32Array {
  return inFolder((folder) => {
    const file = join(folder, 'said.wav')
    execFileSync('espeak-ng', ['-v', voice.name, '-s', String(voice.speed), '-z', '-w', file, readable(text)])
    return resampled(readWave(file), RATE)
  })
}

const QUIET = 0.01

/** Where the voice begins and ends in a sound. */
function spoken(samples: Float32Array): { readonly from: number; readonly to: number } {
  const from = samples.findIndex((sample) => Math.abs(sample) > QUIET)
  const to = samples.findLastIndex((sample) => Math.abs(sample) > QUIET)
  return { from: Math.max(0, from), to: Math.max(from, to) + 1 }
}

const lengths = new Map<string, number>()

function lengthAlone(voice: Voice, word: string): number {
  const key = `${voice.name} ${voice.speed} ${word}`
  const known = lengths.get(key)
  if (known !== undefined) return known
  const { from, to } = spoken(espeak(voice, word))
  lengths.set(key, to - from)
  return to - from
}

const CLAUSE_REST = 0.2

/** espeak-ng tells no times: those of the words within a clause are in proportion to the words said alone. */
function sayWithEspeak(voice: Voice, text: string, words: readonly string[]): Said {
  const clauses = text.split(/(?<=[,;:–—]\s)/)
  const parts: Float32Array[] = []
  const ends: number[] = []
  let at = 0
  let done = 0
  clauses.forEach((clause, index) => {
    const samples = espeak(voice, clause)
    const { from, to } = spoken(samples)
    let rest = clause
    const own: string[] = []
    for (let word = words[done]; word !== undefined; word = words[done]) {
      const found = rest.indexOf(word)
      if (found < 0 && index < clauses.length - 1) break
      rest = found < 0 ? rest : rest.slice(found + word.length)
      own.push(word)
      done += 1
    }
    const shares = own.map((word) => lengthAlone(voice, word))
    const whole = shares.reduce((sum, share) => sum + share, 0)
    let sum = 0
    for (const share of shares) {
      sum += share
      ends.push((at + from + ((to - from) * sum) / Math.max(1, whole)) / RATE)
    }
    parts.push(samples.subarray(0, to), new Float32Array(CLAUSE_REST * RATE))
    at += to + CLAUSE_REST * RATE
  })
  const joined = new Float32Array(at)
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return { samples: joined, ends }
}

/** A sentence in a voice. */
export function say(voice: Voice, text: string, words: readonly string[]): Said {
  return voice.program === 'flite' ? sayWithFlite(voice, text, words) : sayWithEspeak(voice, text, words)
}
