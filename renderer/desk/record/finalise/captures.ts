import { entryKindWord } from '../../words'
import type { Meeting } from '../../../../shared/meeting/schema'

/** A captured entry as the finalising dialog lists it. */
export type CapturedLine = { readonly id: string; readonly kind: string; readonly text: string }

/** Everything that was captured, in the order of the record's lists. */
export function capturedLines(meeting: Meeting): readonly CapturedLine[] {
  const { decisions, actions, objections, parkingLot, notes } = meeting
  const lines = (kind: string, items: readonly { readonly id: string; readonly text: string }[]) =>
    items.map(({ id, text }) => ({ id, kind, text }))
  const raised = objections.flatMap(({ id, text, kind, at }) =>
    at === null ? [] : [{ id, kind: entryKindWord[kind], text }],
  )
  return [
    ...lines(entryKindWord.decision, decisions),
    ...lines(entryKindWord.action, actions),
    ...raised,
    ...lines(entryKindWord.parking, parkingLot),
    ...lines(entryKindWord.note, notes),
  ]
}
