import { useEffect, useState } from 'react'

import type { PrompterCommandId } from '../../../shared/keys/prompter'
import { Report } from '../../ui/rehearsal/Report'
import type { RehearsalOf } from './Rehearsal'
import type { Rehearsing } from './useRehearsal'

type Props = { readonly rehearsal: RehearsalOf; readonly rehearsing: Rehearsing }

const AGAIN: PrompterCommandId = 'rehearsal.end'

/** What a rehearsal came to, over the script. Keys turn its pages. */
export function RehearsalReport({ rehearsal, rehearsing }: Props) {
  const { run, reportRef, take } = rehearsing
  const [said, setSaid] = useState('')
  useEffect(() => reportRef.current?.focus({ preventScroll: true }), [reportRef])
  if (run === null) return null

  async function adopt(wordsPerMinute: number) {
    const done = await rehearsal.adopt(wordsPerMinute)
    setSaid(done.ok ? `The meeting’s pace is ${wordsPerMinute} words a minute now.` : done.refusal.sentence)
  }

  return (
    <section className="rehearsal-report" aria-label="Rehearsal report" ref={reportRef} tabIndex={-1}>
      <div className="rehearsal-page">
        <header>
          <h2>Rehearsal report</h2>
          <button type="button" onClick={() => take(AGAIN)}>
            <kbd>R</kbd> Rehearse again
          </button>
          <button type="button" onClick={() => close()}>
            Close prompter
          </button>
        </header>
        <Report
          run={run}
          before={rehearsal.runs.at(-1) ?? null}
          setPace={rehearsal.setPace}
          onAdopt={(pace) => void adopt(pace)}
          said={said}
        />
      </div>
    </section>
  )
}
