import { compareRuns, totalChange, type CueChange } from '../../../shared/rehearsal/compare'
import { cuePace } from '../../../shared/rehearsal/run'
import type { CueRun, Run } from '../../../shared/rehearsal/schema'
import { changeWords, clock } from '../../../shared/rehearsal/words'
import { Head } from './Head'

type CueTimesProps = { readonly run: Run; readonly before: Run | null }

/** A sign for a change, so that longer and shorter are told apart at a glance and without colour. */
const SIGNS: Readonly<Record<CueChange['is'], string>> = {
  longer: '▲',
  shorter: '▼',
  same: '=',
  new: '+',
  gone: '−',
  unread: '·',
}

/** How long each cue took against its timebox, its pace, and how that changed since an earlier run. */
export function CueTimes({ run, before }: CueTimesProps) {
  const changes = before === null ? [] : compareRuns(before, run)
  const changeOf = new Map(changes.map((change) => [change.cue, change]))
  const total = totalChange(changes)
  return (
    <table className="report-table">
      <caption>Time per cue</caption>
      <thead>
        <tr>
          <th scope="col">Cue</th>
          <Head>Time</Head>
          <Head>Planned</Head>
          <Head>Pace</Head>
          {before !== null && <th scope="col">Since the earlier run</th>}
        </tr>
      </thead>
      <tbody>
        {run.cues.map((cue) => (
          <tr key={cue.cue} data-unread={cue.read === 0}>
            <th scope="row">{cue.heading}</th>
            <td className="report-number figures">{cue.seconds === 0 ? '–' : clock(cue.seconds)}</td>
            <td className="report-number figures" data-over={isOver(cue)}>
              {clock(cue.timebox * 60)}
              {isOver(cue) && <span className="report-over"> over</span>}
            </td>
            <td className="report-number figures">{Math.round(cuePace(cue) ?? 0) || '–'}</td>
            {changeCell(changeOf.get(cue.cue))}
          </tr>
        ))}
        {changes
          .filter(({ is }) => is === 'gone')
          .map((change) => (
            <tr key={change.cue} data-unread="true">
              <th scope="row" colSpan={4}>
                {change.heading}
              </th>
              {changeCell(change)}
            </tr>
          ))}
      </tbody>
      {total !== null && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              Read in both
            </th>
            <td className="figures">
              {Math.round(total) === 0
                ? 'as long as before'
                : `${clock(Math.abs(total))} ${total > 0 ? 'longer' : 'shorter'}`}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** So many seconds over a timebox are still within it: nobody speaks by the second. */
const ROUND = 5

function isOver({ seconds, timebox }: CueRun): boolean {
  return timebox > 0 && seconds > timebox * 60 + ROUND
}

function changeCell(change: CueChange | undefined) {
  if (change === undefined) return null
  return (
    <td className="report-change figures" data-is={change.is}>
      <span aria-hidden="true">{SIGNS[change.is]}</span> {changeWords(change)}
    </td>
  )
}
