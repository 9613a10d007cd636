import { memo } from 'react'

import { readBackState, type Stance } from '../../../shared/meeting/decisionSchema'
import type { Decision } from '../../../shared/meeting/schema'
import { OUTCOMES } from '../../../shared/record/decisionWords'
import { readBack } from '../decision/decisionWork'
import { entryWork } from '../../state/entryWork'
import type { Session } from '../../state/session'
import { EntryLinks, LinkTool } from './EntryLinks'
import { Row, type Common } from './Row'
import { RowTool } from './RowTool'
import type { Linked } from './useLinks'

const STANCES: readonly Stance[] = ['agreed', 'objected', 'abstained']

function countWords({ positions }: Decision): string {
  return STANCES.flatMap((stance) => {
    const number = positions.filter(({ position }) => position === stance).length
    return number === 0 ? [] : [`${number} ${stance}`]
  }).join(', ')
}

type DecisionRowProps = Common & {
  readonly item: Decision
  readonly session: Session
  /** Whether it can be read back now. */
  readonly live: boolean
  readonly links: readonly Linked[] | undefined
}

/** A decision: its outcome, who stands where in numbers, and whether the room heard it as it stands. */
export const DecisionRow = memo(function DecisionRow({
  item,
  session,
  live,
  links,
  ...common
}: DecisionRowProps) {
  const { id, at, text, outcome } = item
  const heard = readBackState(item)
  const counts = countWords(item)
  return (
    <Row {...common} id={id} at={at} text={text}>
      {outcome !== null && <span className="entry-outcome">{OUTCOMES[outcome]}</span>}
      {counts !== '' && <span>{counts}</span>}
      {heard === 'same' && <span>Read back</span>}
      {heard === 'changed' && <span className="entry-lacks">Changed since it was read back</span>}
      <EntryLinks links={links} />
      {!common.readOnly && (
        <span className="entry-tools">
          {live && <RowTool does="decision.readBack" of={text} onUse={() => void readBack(session, id)} />}
          <RowTool does="decision.details" of={text} onUse={() => entryWork.set({ what: 'details', id })} />
          <LinkTool id={id} text={text} />
        </span>
      )}
    </Row>
  )
})
