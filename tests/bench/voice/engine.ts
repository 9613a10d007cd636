import { writeFileSync } from 'node:fs'

import { rowOf, type BenchRow } from '../rows'
import { engineForNode, listen } from './listen'
import { recipeOf, VOICES } from './recipes'
import { recordingOf, type Manner, type Recipe } from './recordings'
import { placesOf, scoreOf, type Score } from './score'
import type { Voice } from './voices'
import { RATE } from './wave'

const [result = '', , recordings = ''] = process.argv.slice(2)

const PART = 'voice'
const KINDS = { people: 'voices of people', rules: 'voices of rules' } as const
const MANNERS: readonly Manner[] = ['plain', 'messy', 'room']

const rows: BenchRow[] = []

function leave(name: string, unit: string, samples: readonly number[]): void {
  if (samples.length > 0) rows.push(rowOf({ part: PART, name, unit }, samples))
  writeFileSync(result, JSON.stringify(rows))
}

/** Voices of rules take as long as those of people and say less: all of them are heard messy, these many otherwise. */
const ENOUGH = 3

function voicesFor(kind: keyof typeof KINDS, manner: Manner): readonly Voice[] {
  return kind === 'rules' && manner !== 'messy' ? VOICES[kind].slice(0, ENOUGH) : VOICES[kind]
}

const engine = await engineForNode()
const blocks: number[] = []

type Result = { readonly score: Score; readonly cpu: number }

/** What cannot be measured leaves a row that says so. */
function measure(recipe: Recipe): readonly Result[] {
  try {
    const recording = recordingOf(recipe, recordings)
    const heard = listen(engine, recording)
    const score = scoreOf(recording.truth, placesOf(heard.events), recording.samples.length / RATE)
    blocks.push(...heard.blocks)
    leave(`${recording.name}: off`, 'words', score.errors)
    leave(`${recording.name}: within 5 words`, '% of time', [score.within * 100])
    process.stderr.write(`${recipe.name}: within 5 words ${(score.within * 100).toFixed(1)} % of the time\n`)
    return [{ score, cpu: heard.cpu * 100 }]
  } catch (error) {
    process.stderr.write(`${recipe.name}: not measured: ${String(error)}\n`)
    rows.push(rowOf({ part: PART, name: `${recipe.name}: not measured`, unit: 'words' }, []))
    return []
  }
}

for (const kind of ['people', 'rules'] as const)
  for (const manner of MANNERS) {
    const results = voicesFor(kind, manner).flatMap((voice) => measure(recipeOf(voice, manner)))
    const scores = results.map(({ score }) => score)
    const all = `${KINDS[kind]}, ${manner}`
    const within = scores.reduce((sum, score) => sum + score.within, 0) / scores.length
    if (scores.length > 0) leave(`${all}: within 5 words`, '% of time', [within * 100])
    const lags = scores.flatMap((score) => score.lags.map((lag) => Math.max(0, lag)))
    leave(`${all}: behind the voice`, 'ms', lags)
    const found = scores.flatMap(({ recoveries }) => recoveries.map(({ seconds }) => seconds))
    leave(`${all}: until found again`, 's', found)
    leave(
      `${all}: processor`,
      '% of a core',
      results.map(({ cpu }) => cpu),
    )
  }
leave('one block of 90 ms', 'ms', blocks)
leave('memory of the engine', 'MB', [engine.module.HEAPU8.length / 2 ** 20])
