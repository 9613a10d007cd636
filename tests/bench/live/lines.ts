import { choicesAt } from '../../../shared/capture/choices'
import { matchPrepared } from '../../../shared/capture/matchPrepared'
import { parseCapture } from '../../../shared/capture/parse'
import type { Attendee } from '../../../shared/meeting/schema'
import { playbookSchema } from '../../../shared/playbook/schema'
import halt from '../../../resources/playbooks/critical-release-halt.json'
import { BERLIN, idOf } from '../../helpers/meetings'
import { rowOf, type BenchRow } from '../rows'
import { timedNow } from '../timed'

const TIMES = 300
const WARM_UP = 30
const LENGTH = 500
const BASELINE = 'normalising the same line and splitting it into words'

const { roles, objections } = playbookSchema.parse(halt)
const attendees = Array.from({ length: 40 }, (_, index): Attendee => ({
  id: idOf(index + 1),
  name: `Person${index} Family${index}`,
  role: '',
  organisation: '',
  email: '',
  present: [],
}))
const context = { now: '2026-11-23T14:05:00.000+01:00', timeZone: BERLIN, attendees, roles }

type Line = readonly [what: string, line: string]

/** A line of 500 characters: the words again and again, and how it ends. */
const filled = (words: string, end = '') =>
  `a ${words.repeat(LENGTH)}`.slice(0, LENGTH - end.length).trimEnd() + end

const ORDINARY: readonly Line[] = [
  ['prose with a person and a date', filled('we rework the token refresh ', ' @person7 by fri 17:00')],
  ['an unknown person first', `o @zorro ${filled('says it is late ').slice(9)}`],
  ['a typing mistake', filled('we rework it ', ' @famliy25')],
  ['nothing but the word of a date', filled('by ')],
  ['dates that are none', filled('by fri x ')],
  ['signs', filled('> 1 ')],
  ['names', filled('@x ')],
]

const HOSTILE: readonly Line[] = [
  ['@', `a ${'@'.repeat(10_000)}`],
  ['@ and spaces', `a ${'@ '.repeat(5_000)}`],
  ['digits', `a by ${'1'.repeat(10_000)}`],
  ['one word', `a @${'x'.repeat(10_000)}`],
  ['spaces', `a rework by${' '.repeat(10_000)}fri`],
  ['points', `a @x${'.'.repeat(10_000)}y`],
  ['letters of two signs', `a @${'e\u0301'.repeat(10_000)}`],
]

const SEARCHED: readonly Line[] = [
  ['a mistyped keyword 2,000 times', 'deadlin '.repeat(2_000)],
  ['one word of 10,000 letters', 'x'.repeat(10_000)],
  ['10,000 signs', '@'.repeat(10_000)],
]

/** The least that a reader of words has to do, so that nothing of it is thought superfluous. */
const wordsIn = (line: string) => line.normalize('NFC').split(/\s+/u).length

function lineRow(name: string, line: string, work: (line: string) => unknown): BenchRow {
  const [own, least]: [number[], number[]] = [[], []]
  for (let n = 0; n < WARM_UP; n += 1) work(line)
  for (let n = 0; n < TIMES; n += 1) {
    timedNow(own, () => work(line))
    timedNow(least, () => wordsIn(line))
  }
  return rowOf({ part: 'live', name, unit: 'ms' }, own, { name: BASELINE, samples: least }, 'p50')
}

/** Reading the capture line and what there is to choose at its end, as each key press does. */
function read(line: string): unknown {
  return choicesAt(line, line.length, parseCapture(line, context), context)
}

function search(line: string): unknown {
  return matchPrepared(line, '', objections, roles)
}

export function lineRows(): readonly BenchRow[] {
  return [
    ...ORDINARY.map(([what, line]) => lineRow(`Reading a line of 500 characters: ${what}`, line, read)),
    ...HOSTILE.map(([what, line]) =>
      lineRow(`Reading a hostile line of 10,000 characters: ${what}`, line, read),
    ),
    ...SEARCHED.map(([what, line]) => lineRow(`Searching the expected objections for ${what}`, line, search)),
  ]
}
