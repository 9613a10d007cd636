import { paceOf } from '../../../shared/rehearsal/run'
import type { Run, Stretch } from '../../../shared/rehearsal/schema'
import { runPace } from '../../../shared/rehearsal/words'
import { cuePlaces, paceSteps, scaleFor, type PaceStep } from './paceSteps'

type PacePictureProps = { readonly run: Run; readonly before: Run | null; readonly setPace: number }

const WIDTH = 640
const HEIGHT = 190
const LEFT = 34
const BOTTOM = 24
const TOP = 8

/** The pace over the script: words a minute, word by word. The same stands in a table below it. */
export function PacePicture({ run, before, setPace }: PacePictureProps) {
  const now = paceSteps(run)
  const then = before === null ? [] : paceSteps(before)
  const most = scaleFor([...now, ...then].map(({ pace }) => pace).concat(setPace))
  const x = (share: number) => LEFT + share * (WIDTH - LEFT)
  const y = (pace: number) => TOP + (1 - Math.min(pace, most) / most) * (HEIGHT - TOP - BOTTOM)
  const line = (steps: readonly PaceStep[]) => linesOf(steps, x, y)
  const marks = Array.from({ length: most / 50 + 1 }, (_, at) => at * 50)
  const borders = cuePlaces(run)
  const pace = runPace(run)
  return (
    <figure
      className="pace-picture"
      aria-label={`The pace over the script: ${pace ?? 0} words a minute on the whole, ${rangeWords(now)}; set to ${setPace}`}
    >
      <figcaption>Pace over the script, in words a minute</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {marks.map((mark) => (
          <g key={mark} className="pace-mark">
            <line x1={LEFT} x2={WIDTH} y1={y(mark)} y2={y(mark)} />
            <text x={LEFT - 6} y={y(mark) + 4} textAnchor="end">
              {mark}
            </text>
          </g>
        ))}
        {borders.map(({ cue, number, from, to }) => (
          <g key={cue} className="pace-cue">
            <line x1={x(from)} x2={x(from)} y1={TOP} y2={HEIGHT - BOTTOM} />
            {(to - from) * WIDTH > 16 && (
              <text x={x((from + to) / 2)} y={HEIGHT - 6} textAnchor="middle">
                {number}
              </text>
            )}
          </g>
        ))}
        <line className="pace-set" x1={LEFT} x2={WIDTH} y1={y(setPace)} y2={y(setPace)} />
        {then.length > 0 && <path className="pace-before" d={line(then)} />}
        <path className="pace-now" d={line(now)} />
      </svg>
      <p className="pace-key">
        <span data-line="now">this run</span>
        {before !== null && <span data-line="before">the earlier run</span>}
        <span data-line="set">set to {setPace}</span>
        <span>numbers: cues, in the order of the table</span>
      </p>
      <PaceTable run={run} />
    </figure>
  )
}

function linesOf(
  steps: readonly PaceStep[],
  x: (share: number) => number,
  y: (pace: number) => number,
): string {
  return steps
    .map(({ from, to, pace, joins }) => {
      const level = y(pace).toFixed(1)
      return `${joins ? 'L' : 'M'}${x(from).toFixed(1)} ${level}H${x(to).toFixed(1)}`
    })
    .join('')
}

function rangeWords(steps: readonly PaceStep[]): string {
  const paces = steps.map(({ pace }) => Math.round(pace))
  return paces.length === 0 ? 'nothing read' : `between ${Math.min(...paces)} and ${Math.max(...paces)}`
}

const wordsOf = ({ from, words }: Stretch) => `${Math.round(from) + 1} to ${Math.round(from + words)}`

function PaceTable({ run }: Pick<PacePictureProps, 'run'>) {
  const headings = new Map(run.cues.map(({ cue, heading }) => [cue, heading]))
  return (
    <details>
      <summary>The picture as a table</summary>
      <table className="report-table">
        <caption className="visually-hidden">Pace over the script</caption>
        <thead>
          <tr>
            <th scope="col">Cue</th>
            <th scope="col">Words</th>
            <th scope="col" className="report-number">
              Words a minute
            </th>
          </tr>
        </thead>
        <tbody>
          {run.stretches.map((stretch) => {
            const pace = paceOf(stretch)
            return (
              <tr key={stretch.from}>
                <th scope="row">{headings.get(stretch.cue)}</th>
                <td className="figures">{wordsOf(stretch)}</td>
                <td className="report-number figures">{pace === null ? 'not read' : Math.round(pace)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
