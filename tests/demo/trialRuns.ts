import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Meeting } from '../../shared/meeting/schema'
import { REHEARSALS_FORMAT, REHEARSALS_VERSION, type Run, type Spoken } from '../../shared/rehearsal/schema'
import { scriptCues } from '../../shared/script/cues'
import { Reader, runBy } from '../unit/rehearsal/runs'

type Trial = {
  readonly number: number
  readonly at: string
  /** The paces in turn, each for a while. */
  readonly paces: readonly number[]
  readonly pauses: readonly number[]
}

const TRIALS: readonly Trial[] = [
  {
    number: 1,
    at: '2026-11-23T17:05:00.000Z',
    paces: [104, 126, 98, 141, 117, 88, 133],
    pauses: [3, 1, 4, 0, 2],
  },
  {
    number: 2,
    at: '2026-11-24T08:40:00.000Z',
    paces: [138, 149, 131, 152, 140, 127, 146],
    pauses: [1, 0, 2, 0, 0],
  },
]

/** So many words are read at one pace. */
const PASSAGE = 19

function readBy(words: number, paces: readonly number[]): Reader {
  const reader = new Reader()
  for (let to = PASSAGE, turn = 0; to < words + PASSAGE; to += PASSAGE, turn += 1)
    reader.reads(Math.min(words, to), paces[turn % paces.length] ?? 140)
  return reader
}

/** What was heard of cues that took so long: a rest or two in each of them. */
function spokenIn(run: Run, pauses: readonly number[]): ReadonlyMap<string, Spoken> {
  return new Map(
    run.cues.map(({ cue, words, seconds }, index) => {
      const count = pauses[index % pauses.length] ?? 0
      const spoken = seconds * 0.84
      return [
        cue,
        {
          listened: seconds,
          seconds: spoken,
          pauses: count,
          paused: count * 1.7,
          heard: { words: words - (index % 3), wordsPerMinute: (words * 60) / spoken },
        },
      ]
    }),
  )
}

function runOfTrial(meeting: Meeting, { number, at, paces, pauses }: Trial): Run {
  const cues = scriptCues(meeting, at)
  const reader = readBy(
    cues.reduce((all, { words }) => all + words, 0),
    paces,
  )
  const asked = meeting.objections.slice(number, number + 2)
  const parts = {
    id: `0197a000-0000-7000-8000-00000000000${number}`,
    at,
    cues,
    setPace: meeting.settings.wordsPerMinute,
    answers: asked.map(({ id: objection, role, text }, index) => ({
      objection,
      role,
      text,
      word: 90 * (index + 1),
      seconds: 38 - 9 * index,
      shownAfter: index === 0 ? 4 : null,
      how: index === 0 ? ('shown' as const) : ('alone' as const),
    })),
  }
  const spoken = spokenIn(runBy(reader, parts), pauses)
  return { ...runBy(reader, { ...parts, spoken }), questions: 67 }
}

/** Lays two rehearsals of a meeting into a data folder, the later one quicker and with fewer pauses. */
export function writeTrialRuns(dataDir: string, meeting: Meeting): void {
  const folder = join(dataDir, 'rehearsals')
  mkdirSync(folder, { recursive: true })
  const runs = TRIALS.map((trial) => runOfTrial(meeting, trial))
  const file = { format: REHEARSALS_FORMAT, version: REHEARSALS_VERSION, meeting: meeting.id, runs }
  writeFileSync(join(folder, `${meeting.id}.json`), JSON.stringify(file))
}
