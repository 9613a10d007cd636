import { compareSpoken } from '../../../shared/rehearsal/compare'
import type { CueRun, Run } from '../../../shared/rehearsal/schema'
import { spokenInAll, spokenPace } from '../../../shared/rehearsal/spoken'
import { clock, pausesWords, spokenChangeWords } from '../../../shared/rehearsal/words'
import { Head } from './Head'

type CueSpokenProps = { readonly run: Run; readonly before: Run | null }

/** How each cue was spoken, where the voice was listened to, and how that changed since an earlier run. */
export function CueSpoken({ run, before }: CueSpokenProps) {
  if (spokenInAll(run.cues) === null) return null
  const changes = before === null ? null : compareSpoken(before, run)
  const isCompared = changes !== null && changes.size > 0
  const isFollowed = run.cues.some(({ spoken }) => spoken !== undefined && spoken.heard !== null)
  return (
    <section aria-label="Spoken">
      <table className="report-table">
        <caption>Spoken per cue</caption>
        <thead>
          <tr>
            <th scope="col">Cue</th>
            <Head>Spoken</Head>
            {isFollowed && <Head>Heard</Head>}
            <Head>Pace</Head>
            <Head>Filler pauses</Head>
            {isCompared && <th scope="col">Since the earlier run</th>}
          </tr>
        </thead>
        <tbody>
          {run.cues.map((cue) => {
            const change = changes?.get(cue.cue)
            return (
              <tr key={cue.cue} data-unread={cue.spoken === undefined}>
                <th scope="row">{cue.heading}</th>
                <td className="report-number figures">
                  {cue.spoken === undefined ? '–' : clock(cue.spoken.seconds)}
                </td>
                {isFollowed && <td className="report-number figures">{heardWords(cue)}</td>}
                <td className="report-number figures">{Math.round(spokenPace(cue) ?? 0) || '–'}</td>
                <td className="report-number figures">
                  {cue.spoken === undefined ? '–' : pausesWords(cue.spoken)}
                </td>
                {isCompared && (
                  <td className="figures">
                    {change === undefined ? 'not heard in both' : spokenChangeWords(change)}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="report-note">
        Pace is words a minute over the time you spoke. A filler pause is a rest of more than a second in
        mid-sentence; each cue has their number and how long they took. No sound is kept.
      </p>
    </section>
  )
}

function heardWords({ spoken, words }: CueRun): string {
  return spoken === undefined || spoken.heard === null ? '–' : `${spoken.heard.words} of ${words}`
}
