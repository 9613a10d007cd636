import { writeFileSync } from 'node:fs'

import { rowOf, type BenchRow } from '../rows'
import { engineForNode, listen } from './listen'
import { recipeOf, VOICES } from './recipes'
import { recordingOf, type Manner } from './recordings'
import { placesOf, scoreOf, type Score } from './score'
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

const engine = await engineForNode()
const blocks: number[] = []
for (const kind of ['people', 'rules'] as const)
  for (const manner of MANNERS) {
    const scores: Score[] = []
    const load: number[] = []
    for (const voice of VOICES[kind]) {
      const recording = recordingOf(recipeOf(voice, manner), recordings)
      const heard = listen(engine, recording)
      const score = scoreOf(recording.truth, placesOf(heard.events), recording.samples.length / RATE)
      scores.push(score)
      load.push(heard.cpu * 100)
      blocks.push(...heard.blocks)
      leave(`${recording.name}: off`, 'words', score.errors)
      leave(`${recording.name}: within 5 words`, '% of time', [score.within * 100])
    }
    const all = `${KINDS[kind]}, ${manner}`
    leave(`${all}: within 5 words`, '% of time', [
      (scores.reduce((sum, { within }) => sum + within, 0) / scores.length) * 100,
    ])
    const lags = scores.flatMap((score) => score.lags.map((lag) => Math.max(0, lag)))
    leave(`${all}: behind the voice`, 'ms', lags)
    const found = scores.flatMap(({ recoveries }) => recoveries.map(({ seconds }) => seconds))
    leave(`${all}: until found again`, 's', found)
    leave(`${all}: processor`, '% of a core', load)
  }
leave('one block of 90 ms', 'ms', blocks)
leave('memory of the engine', 'MB', [engine.module.HEAPU8.length / 2 ** 20])
