import type { Behind } from '../shared/ipcBoard'
import type { BoardView } from '../shared/meeting/boardView'
import { sameJson } from '../shared/meeting/sameJson'

const LISTS = ['concerns', 'decisions', 'actions'] as const
type Entry = BoardView[(typeof LISTS)[number]][number]

/** The Board lags behind in nothing. */
export const UP_TO_DATE: Behind = { entries: 0, other: false }

function newer(shown: readonly Entry[], latest: readonly Entry[]): number {
  const known = new Map(shown.map((entry) => [entry.id, entry]))
  return latest.filter((entry) => {
    const before = known.get(entry.id)
    return before !== entry && !sameJson(before, entry)
  }).length
}

/** What the latest view has that the shown one has not: entries that are new or changed, and anything else. */
export function behind(shown: BoardView | null, latest: BoardView): Behind {
  if (shown === null) return UP_TO_DATE
  const entries = LISTS.reduce((sum, name) => sum + newer(shown[name], latest[name]), 0)
  const isList = (name: string) => LISTS.some((list) => list === name)
  const other = Object.entries(latest).some(
    ([name, slice]) => !isList(name) && !sameJson(shown[name as keyof BoardView], slice),
  )
  const gone = LISTS.some((name) => shown[name].length > latest[name].length)
  return { entries, other: other || gone }
}
