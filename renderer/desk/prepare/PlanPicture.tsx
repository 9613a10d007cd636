import './PlanPicture.css'

import { formatMoment } from '../../../shared/capture/due'
import type { Meeting } from '../../../shared/meeting/schema'
import type { PlanBar, PlanPicture as Picture } from '../../state/planWords'

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`

/** One task: solid up to its best case, pale up to its worst. */
function Bar({ bar }: { readonly bar: PlanBar }) {
  return (
    <svg className="picture-bar" width="100%" height="12" aria-hidden="true">
      <rect
        className="picture-worst"
        x={percent(bar.from)}
        width={percent(bar.to - bar.from)}
        y="1"
        height="10"
        rx="2"
      />
      <rect
        className="picture-best"
        x={percent(bar.from)}
        width={percent(bar.best - bar.from)}
        y="1"
        height="10"
        rx="2"
      />
    </svg>
  )
}

type PlanPictureProps = { readonly picture: Picture; readonly meeting: Meeting }

/** The plan in real time, a bar a task one after the other; the dates are marks across them all. */
export function PlanPicture({ picture, meeting }: PlanPictureProps) {
  const { bars, start, end, original, chosen } = picture
  const { timeZone, plan } = meeting
  const words = (moment: string | null) => (moment === null ? '' : formatMoment(moment, timeZone))
  const marks = [
    original === null ? null : { at: original, name: 'Original date', kind: 'original' },
    chosen === null ? null : { at: chosen, name: 'New date, set by hand', kind: 'chosen' },
  ].flatMap((mark) => mark ?? [])
  const said = bars.map(({ text }) => text).join(', then ')
  return (
    <figure
      className="picture"
      aria-label={`The plan from ${words(start)}: ${said}, until ${words(plan.newDate)}`}
    >
      <div className="picture-rows">
        {bars.map((bar) => (
          <div key={bar.id} className="picture-row">
            <span className="picture-name">{bar.text}</span>
            <Bar bar={bar} />
          </div>
        ))}
        <svg className="picture-marks" width="100%" height="100%" aria-hidden="true">
          {marks.map(({ at, kind }) => (
            <line
              key={kind}
              className={`picture-${kind}`}
              x1={percent(at)}
              x2={percent(at)}
              y1="0"
              y2="100%"
            />
          ))}
        </svg>
      </div>
      <div className="picture-axis figures">
        <span>{words(start)}</span>
        <span>{words(end)}</span>
      </div>
      <p className="picture-key">
        <span className="picture-swatch picture-swatch-best" /> best case
        <span className="picture-swatch picture-swatch-worst" /> worst case
        {marks.map(({ kind, name }) => (
          <span key={kind} className="picture-key-mark">
            <span className={`picture-swatch picture-swatch-${kind}`} /> {name.toLowerCase()}
          </span>
        ))}
      </p>
    </figure>
  )
}
