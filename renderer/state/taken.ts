import { clearMatch } from '../../shared/capture/matchPrepared'
import type { CaptureReading } from '../../shared/capture/parse'
import { shortName } from '../../shared/meeting/coverage'
import { preparedMatches } from '../../shared/meeting/decideMatch'
import type { Meeting, Objection } from '../../shared/meeting/schema'

type Deck = Pick<Meeting, 'objections' | 'playbook'>

/** So many are told beside a line. */
const MOST_LIKELY = 3
const NOTHING = { is: null, refused: null, likely: [] }

/**
 * Which prepared objection a line is taken for: the one it `is`, the one somebody has `refused` it to be, or
 * those it is `likely` to be where that is not clear.
 */
export type Taken = {
  readonly is: Objection | null
  readonly refused: Objection | null
  readonly likely: readonly Objection[]
}

function roleIn({ person }: CaptureReading): string {
  const found = person?.found
  return found?.kind === 'one' ? found.attendee.role : found?.kind === 'new' ? found.role : ''
}

/** What a line is taken for; `prepared` is what somebody has said about it, if anything. */
export function takenFor(reading: CaptureReading, prepared: string | null | undefined, meeting: Deck): Taken {
  const { kind, text } = reading
  if (text === '' || (kind !== 'objection' && kind !== 'question' && kind !== 'concern')) return NOTHING
  const said = meeting.objections.find(({ id, at }) => id === prepared && at === null)
  if (said !== undefined) return { ...NOTHING, is: said }
  const matches = preparedMatches(text, roleIn(reading), meeting)
  const clear = clearMatch(matches)
  if (prepared === null) return { ...NOTHING, refused: clear ?? matches[0]?.expected ?? null }
  const likely = clear === null ? matches.slice(0, MOST_LIKELY).map(({ expected }) => expected) : []
  return { ...NOTHING, is: clear, likely }
}

/** A prepared objection in a few words, with its key. */
export function preparedWords(objection: Objection): string {
  return objection.key === null ? shortName(objection) : `${shortName(objection)}, key ${objection.key}`
}

/** The same where there is little room: `2 sprint`. */
export function keyedName(objection: Objection): string {
  return objection.key === null ? shortName(objection) : `${objection.key} ${shortName(objection)}`
}
