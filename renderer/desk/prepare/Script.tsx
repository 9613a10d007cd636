import './Script.css'

import { memo, useMemo, useRef } from 'react'

import { scriptCues } from '../../../shared/script/cues'
import type { Meeting } from '../../../shared/meeting/schema'
import { useMinute } from '../../state/now'
import { useReachableScroll } from '../../ui/useReachableScroll'
import { count } from '../words'
import { Slot } from './Slot'
import { Spoken } from './Spoken'

/** The script as it will be read, filled with the facts; what is still empty stands out. */
export const Script = memo(function Script({ meeting }: { readonly meeting: Meeting }) {
  const now = useMinute()
  const area = useRef<HTMLElement>(null)
  useReachableScroll(area)
  const moment = new Date(now).toISOString()
  const cues = useMemo(() => scriptCues(meeting, moment), [meeting, moment])
  const words = cues.reduce((sum, cue) => sum + cue.words, 0)
  return (
    <section className="script" aria-labelledby="script-title" ref={area}>
      <div className="script-page">
        <div className="region-head">
          <h2 className="region-title" id="script-title">
            Script
          </h2>
          <span className="region-count figures">
            {count(words, 'word')}, about{' '}
            {count(Math.max(1, Math.round(words / meeting.settings.wordsPerMinute)), 'minute')} at{' '}
            {meeting.settings.wordsPerMinute} a minute
          </span>
        </div>
        {cues.map((cue) =>
          cue.kind === 'slot' ? (
            <Slot key={cue.id} cue={cue} meeting={meeting} now={moment} />
          ) : (
            <article className="cue" key={cue.id} aria-label={cue.heading}>
              <div className="cue-head">
                <span className="cue-number figures">{cue.number}</span>
                <h3 className="cue-heading">{cue.heading}</h3>
                <span className="cue-time figures">{cue.timebox} min</span>
              </div>
              <Spoken paragraphs={cue.paragraphs} />
            </article>
          ),
        )}
      </div>
    </section>
  )
})
