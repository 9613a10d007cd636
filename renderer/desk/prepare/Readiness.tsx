import './Readiness.css'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'

import { readiness, type ReadinessGroup, type ReadinessItem } from '../../../shared/meeting/readiness'
import type { Meeting } from '../../../shared/meeting/schema'
import { appInfo } from '../../state/author'
import { useMinute } from '../../state/now'
import { followStage, stageState } from '../../state/stage'
import { useObservable } from '../../state/store'
import { count } from '../words'
import { DisplaysButton } from '../displays/DisplaysButton'
import { goToPlace } from './readinessPlace'

const SEVERAL: Readonly<Partial<Record<ReadinessGroup, (number: number) => string>>> = {
  facts: (number) => `${number} facts are empty`,
  stale: (number) => `${number} facts may be out of date`,
  blanks: (number) => `${number} blanks that no fact fills`,
  roles: (number) => `${number} roles nobody is here for`,
  objections: (number) => `${number} people without a prepared objection`,
  estimates: (number) => `${number} tasks have no estimate`,
}

const icons = { missing: CircleAlert, warning: TriangleAlert, ok: CircleCheck } as const
const words = { missing: 'Missing', warning: 'Look at', ok: 'In order' } as const

type Gathered = { readonly level: ReadinessItem['level']; readonly items: readonly ReadinessItem[] }

/** Findings of one group and level side by side, in the order they came in. */
function gathered(items: readonly ReadinessItem[]): readonly Gathered[] {
  const kindOf = ({ level, group }: ReadinessItem) => `${level} ${group}`
  return [...new Set(items.map(kindOf))].flatMap((kind) => {
    const mine = items.filter((item) => kindOf(item) === kind)
    const [first] = mine
    return first === undefined ? [] : [{ level: first.level, items: mine }]
  })
}

type FindingProps = { readonly found: Gathered; readonly meeting: Meeting }

/** One finding as a button to its place, or several of a kind as a line of them. */
function Finding({ found, meeting }: FindingProps) {
  const { level, items } = found
  const [first] = items
  if (first === undefined) return null
  const Icon = icons[level]
  const several = items.length > 1 ? SEVERAL[first.group] : undefined
  return (
    <li className="finding" data-level={level}>
      <Icon size={16} aria-hidden />
      <div className="finding-words">
        <span className="unseen">{words[level]}: </span>
        {several === undefined ? (
          items.map((item) => (
            <button
              key={item.id}
              type="button"
              className="finding-link"
              onClick={() => goToPlace(item.target, meeting)}
            >
              {item.sentence}
            </button>
          ))
        ) : (
          <>
            <p className="finding-title">{several(items.length)}</p>
            <ul className="finding-places">
              {items.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    className="finding-link"
                    title={item.sentence}
                    onClick={() => goToPlace(item.target, meeting)}
                  >
                    {item.label}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  )
}

/** What is missing before the meeting can start well; each finding leads to the place where it is put right. */
export function Readiness({ meeting }: { readonly meeting: Meeting }) {
  const now = new Date(useMinute()).toISOString()
  const stage = useObservable(stageState)
  const info = useObservable(appInfo)
  useEffect(followStage, [])
  const items = readiness(meeting, now, {
    sharedDisplay: stage?.sharedDisplay === true && [stage.prompter, stage.board].includes(meeting.id),
    presenter: info?.author.name ?? '',
  })
  const open = items.filter(({ level }) => level !== 'ok')
  return (
    <section className="readiness" aria-labelledby="readiness-title">
      <div className="region-head region-head-fixed">
        <h2 className="region-title" id="readiness-title">
          Readiness
        </h2>
        <span className="region-count figures">
          {open.length === 0 ? 'Nothing missing' : count(open.length, 'thing to do', 'things to do')}
        </span>
      </div>
      {open.length === 0 && (
        <p className="ready">
          <CircleCheck size={20} aria-hidden />
          Everything is ready.
        </p>
      )}
      <ul className="findings" aria-label="Findings">
        {gathered(items).map((found) => (
          <Finding key={`${found.level} ${found.items[0]?.id ?? ''}`} found={found} meeting={meeting} />
        ))}
      </ul>
      <div className="readiness-displays">
        <DisplaysButton />
      </div>
    </section>
  )
}
