import { CircleDot } from 'lucide-react'
import type { KeyboardEvent } from 'react'

import { deskKey } from '../../../shared/keys/desk'
import type { Meeting } from '../../../shared/meeting/schema'
import { go, stages, type Stage } from '../../state/route'
import { ariaShortcut, Keys } from '../../ui/Keys'
import { focusStage } from './focusStage'
import { panelId, tabId } from './stageIds'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function nextStage(stage: Stage, key: string): Stage | undefined {
  if (key === 'Home') return stages[0]
  if (key === 'End') return stages[stages.length - 1]
  const step = steps[key]
  return step === undefined
    ? undefined
    : stages[(stages.indexOf(stage) + step + stages.length) % stages.length]
}

type StageTabsProps = { readonly meeting: Meeting; readonly stage: Stage }

/** The three stages as tabs: arrows walk along them, a click or its key goes to where work begins. */
export function StageTabs({ meeting, stage }: StageTabsProps) {
  const { id, status } = meeting

  function onKeyDown(event: KeyboardEvent) {
    const next = nextStage(stage, event.key)
    if (next === undefined) return
    event.preventDefault()
    go({ page: 'meeting', id, stage: next })
    document.getElementById(tabId(next))?.focus()
  }

  return (
    <div className="stage-tabs" role="tablist" aria-label="Stages" aria-orientation="vertical">
      {stages.map((each) => {
        const { label, keys } = deskKey(`stage.${each}`)
        return (
          <button
            key={each}
            type="button"
            role="tab"
            id={tabId(each)}
            className="stage-tab"
            aria-selected={each === stage}
            aria-controls={panelId}
            aria-keyshortcuts={ariaShortcut(keys)}
            tabIndex={each === stage ? 0 : -1}
            onKeyDown={onKeyDown}
            onClick={() => {
              go({ page: 'meeting', id, stage: each })
              focusStage(each)
            }}
          >
            {label}
            {each === 'live' && (status === 'live' || status === 'paused') && (
              <CircleDot size={12} aria-hidden />
            )}
            {keys[0] !== undefined && <Keys keys={keys[0]} />}
          </button>
        )
      })}
    </div>
  )
}
