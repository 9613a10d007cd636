import './report.css'

import { paceToAdopt } from '../../../shared/rehearsal/adopt'
import type { Run } from '../../../shared/rehearsal/schema'
import { spokenInAll } from '../../../shared/rehearsal/spoken'
import {
  adoptWords,
  answerWords,
  clock,
  shareWords,
  pausesWords,
  plannedWords,
  runPace,
} from '../../../shared/rehearsal/words'
import { CueSpoken } from './CueSpoken'
import { CueTimes } from './CueTimes'
import { PacePicture } from './PacePicture'

type ReportProps = {
  readonly run: Run
  /** An earlier run to compare it with. */
  readonly before: Run | null
  /** The pace that the meeting has now. */
  readonly setPace: number
  /** Makes a pace the meeting's; null where the meeting cannot be changed. */
  readonly onAdopt: ((wordsPerMinute: number) => void) | null
  /** What became of that. */
  readonly said?: string
}

/** What a run of the script came to: its times, its pace, what to adopt of it, and how questions went. */
export function Report({ run, before, setPace, onAdopt, said = '' }: ReportProps) {
  return (
    <div className="report">
      <Summary run={run} />
      <Adopt run={run} setPace={setPace} onAdopt={onAdopt} said={said} />
      <PacePicture run={run} before={before} setPace={setPace} />
      <CueTimes run={run} before={before} />
      <CueSpoken run={run} before={before} />
      <Answers run={run} />
      <NotShown run={run} />
    </div>
  )
}

function Summary({ run }: Pick<ReportProps, 'run'>) {
  const pace = runPace(run)
  const spoken = spokenInAll(run.cues)
  const parts = [
    { name: 'Script', value: clock(run.script), more: plannedWords(run) },
    { name: 'Pace', value: pace === null ? '–' : String(pace), more: 'words a minute' },
    ...(spoken === null
      ? []
      : [
          {
            name: 'Spoken',
            value: clock(spoken.seconds),
            more: `filler pauses: ${pausesWords(spoken)}`,
          },
        ]),
    { name: 'Questions', value: clock(run.questions), more: `${run.answers.length} raised` },
    { name: 'Read', value: shareWords(run), more: `of ${run.words} words` },
  ]
  return (
    <dl className="report-summary">
      {parts.map(({ name, value, more }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong className="figures">{value}</strong> <span className="figures">{more}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Adopt({ run, setPace, onAdopt, said }: Omit<ReportProps, 'before'>) {
  const pace = paceToAdopt(run)
  if (pace === null) {
    return <p className="report-adopt">Too little was read to say which pace fits you.</p>
  }
  const { wordsPerMinute } = pace
  const isSet = wordsPerMinute === setPace
  return (
    <section className="report-adopt" aria-label="Pace to adopt">
      <p>
        <strong className="figures">{wordsPerMinute} words a minute</strong> fits how you read this script
        {isSet ? ', and is the meeting’s pace.' : `; the meeting is set to ${setPace}.`}
      </p>
      {!isSet && onAdopt !== null && (
        <button type="button" className="button button-plain" onClick={() => onAdopt(wordsPerMinute)}>
          Adopt {wordsPerMinute} words a minute
        </button>
      )}
      <p className="report-why">{adoptWords(pace)}</p>
      <output className="report-said">{said}</output>
    </section>
  )
}

function Answers({ run }: Pick<ReportProps, 'run'>) {
  if (run.answers.length === 0) return null
  return (
    <table className="report-table">
      <caption>Objections raised</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Objection</th>
          <th scope="col" className="report-number">
            Time
          </th>
          <th scope="col">Answered</th>
        </tr>
      </thead>
      <tbody>
        {run.answers.map((answer) => (
          <tr key={`${answer.objection} ${answer.word} ${answer.seconds}`}>
            <td>{answer.role}</td>
            <td>{answer.text}</td>
            <td className="report-number figures">{clock(answer.seconds)}</td>
            <td>{answerWords(answer)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NotShown({ run }: Pick<ReportProps, 'run'>) {
  if (run.notShown.length === 0) return null
  return (
    <section aria-label="Must-say phrases that did not come past">
      <h3>Must-say phrases that did not come past</h3>
      <ul className="report-missed">
        {[...new Set(run.notShown)].map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </section>
  )
}
