import './Rehearsals.css'

import { useEffect, useId, useMemo, useState } from 'react'

import { formatMoment } from '../../../../shared/capture/due'
import type { Meeting } from '../../../../shared/meeting/schema'
import type { Run } from '../../../../shared/rehearsal/schema'
import { clock, shareWords, runPace } from '../../../../shared/rehearsal/words'
import { bridge } from '../../../bridge'
import { followRehearsals } from '../../../state/rehearsals'
import type { Session } from '../../../state/session'
import { useObservable } from '../../../state/store'
import { Button } from '../../../ui/Button'
import { Notice } from '../../../ui/Notice'
import { Report } from '../../../ui/rehearsal/Report'
import { focusId, placeId } from '../places'
import { PutBack } from '../PutBack'

type RehearsalsProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly readOnly: boolean
}

/** The rehearsals of this script: each with its report, compared with an earlier one. */
export function Rehearsals({ session, meeting, readOnly }: RehearsalsProps) {
  const followed = useMemo(() => followRehearsals(meeting.id), [meeting.id])
  useEffect(() => followed.stop, [followed])
  const { runs, notice } = useObservable(followed.known)
  const [chosen, setChosen] = useState<string | null>(null)
  const [removed, setRemoved] = useState<Run | null>(null)
  const run = runs.find(({ id }) => id === chosen) ?? runs[0]
  const nameOf = (each: Run) =>
    `${runs.length - runs.indexOf(each)} · ${formatMoment(each.at, meeting.timeZone)}`

  async function told(answer: Promise<{ ok: true } | { ok: false; refusal: { sentence: string } }>) {
    const result = await answer
    session.say(result.ok ? null : { kind: 'refused', sentence: result.refusal.sentence })
    return result.ok
  }

  async function remove(which: Run) {
    if (await told(bridge.call('rehearsal:remove', { meeting: meeting.id, run: which.id }))) setRemoved(which)
  }

  async function putBack(which: Run) {
    if (!(await told(bridge.call('rehearsal:keep', { meeting: meeting.id, run: which })))) return
    setRemoved(null)
    setChosen(which.id)
    focusId(placeId('rehearsal'))
  }

  return (
    <section
      className="rehearsals"
      aria-labelledby="rehearsals-title"
      id={placeId('rehearsal')}
      tabIndex={-1}
    >
      <div className="region-head">
        <h2 className="region-title" id="rehearsals-title">
          Rehearsals
        </h2>
        <span className="region-count figures">{runs.length > 0 && `${runs.length} kept`}</span>
      </div>
      {notice !== null && <Notice small>{notice}</Notice>}
      {run === undefined ? (
        <p className="region-empty">
          None yet. Rehearse opens the prompter with this script; what each cue took, and how fast you read,
          is kept here and nowhere else.
        </p>
      ) : (
        <>
          <RunList runs={runs} shown={run} nameOf={nameOf} onChoose={setChosen} />
          <Shown
            key={run.id}
            run={run}
            runs={runs}
            nameOf={nameOf}
            setPace={meeting.settings.wordsPerMinute}
            onAdopt={
              readOnly
                ? null
                : (wordsPerMinute) =>
                    void session.tell(
                      { type: 'setSettings', settings: { ...meeting.settings, wordsPerMinute } },
                      () => `The meeting’s pace is ${wordsPerMinute} words a minute now.`,
                    )
            }
            onRemove={() => void remove(run)}
          />
        </>
      )}
      {removed !== null && (
        <PutBack name={formatMoment(removed.at, meeting.timeZone)} onPutBack={() => void putBack(removed)} />
      )}
    </section>
  )
}

type RunListProps = {
  readonly runs: readonly Run[]
  readonly shown: Run
  readonly nameOf: (run: Run) => string
  readonly onChoose: (id: string) => void
}

function RunList({ runs, shown, nameOf, onChoose }: RunListProps) {
  return (
    <ul className="rehearsal-runs" aria-label="Rehearsals">
      {runs.map((run) => (
        <li key={run.id}>
          <button
            type="button"
            className="rehearsal-run figures"
            aria-pressed={run === shown}
            onClick={() => onChoose(run.id)}
          >
            <span>{nameOf(run)}</span>
            <span>{clock(run.script)}</span>
            <span>{runPace(run) ?? '–'} a minute</span>
            <span>{shareWords(run)} read</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

type ShownProps = {
  readonly run: Run
  readonly runs: readonly Run[]
  readonly nameOf: (run: Run) => string
  readonly setPace: number
  readonly onAdopt: ((wordsPerMinute: number) => void) | null
  readonly onRemove: () => void
}

/** Nothing to compare with. */
const ALONE = ''

function Shown({ run, runs, nameOf, setPace, onAdopt, onRemove }: ShownProps) {
  const id = useId()
  const others = runs.filter((each) => each !== run)
  const [other, setOther] = useState<string | null>(null)
  const earlier = runs[runs.indexOf(run) + 1]
  const before = runs.find((each) => each.id === (other ?? earlier?.id)) ?? null
  return (
    <>
      <div className="rehearsal-tools">
        {others.length > 0 && (
          <>
            <label htmlFor={id}>Compared with</label>
            <select id={id} value={before?.id ?? ALONE} onChange={(event) => setOther(event.target.value)}>
              {others.map((each) => (
                <option key={each.id} value={each.id}>
                  {nameOf(each)}
                </option>
              ))}
              <option value={ALONE}>None</option>
            </select>
          </>
        )}
        <Button small look="quiet" onClick={onRemove}>
          Remove this rehearsal
        </Button>
      </div>
      <Report run={run} before={before} setPace={setPace} onAdopt={onAdopt} />
    </>
  )
}
