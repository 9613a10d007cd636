import { useEffect, useState } from 'react'

import type { Meeting } from '../../shared/meeting/schema'
import { useObservable } from '../state/store'
import { clock, minutes, paceText } from './format'
import { cueAt, type Outline } from './outline'
import type { Scroller } from './scroller'

type Props = { readonly meeting: Meeting; readonly outline: Outline; readonly scroller: Scroller | null }

/** How often the bar looks at the script's place, in milliseconds. It renders only what changed. */
const LOOK_EVERY = 250

/** Where the script stands, how fast it goes, how long it still takes, and the meeting's clock. */
export function TopBar({ meeting, outline, scroller }: Props) {
  return (
    <header className="bar bar-top">
      <CueNow outline={outline} scroller={scroller} />
      {scroller === null ? <output aria-label="Pace" /> : <Pace scroller={scroller} />}
      <TimeLeft scroller={scroller} />
      <Elapsed startedAt={meeting.startedAt} endedAt={meeting.endedAt} />
    </header>
  )
}

/** A value read every so often; renders only when it is another one. */
function useLook<T extends string | number>(look: () => T, every: number): T {
  const [value, setValue] = useState(look)
  useEffect(() => {
    const again = () => setValue(look())
    again()
    const timer = setInterval(again, every)
    return () => clearInterval(timer)
  })
  return value
}

function CueNow({ outline, scroller }: Omit<Props, 'meeting'>) {
  const number = useLook(() => cueAt(outline, scroller?.word() ?? 0)?.number ?? 0, LOOK_EVERY)
  const cue = outline.cues.find((each) => each.number === number)
  return (
    <p className="cue-now">
      <span className="visually-hidden">Cue </span>
      <span className="figures">
        {number}/{outline.cues.length}
      </span>{' '}
      <strong>{cue?.heading}</strong>
    </p>
  )
}

function Pace({ scroller }: { readonly scroller: Scroller }) {
  const state = useObservable(scroller.state)
  const moving = state.running && !state.resting
  return (
    <output className="pace figures" aria-label="Pace" data-moving={moving}>
      {paceText(state)}
    </output>
  )
}

function TimeLeft({ scroller }: { readonly scroller: Scroller | null }) {
  const left = useLook(() => minutes(scroller?.secondsLeft() ?? 0), LOOK_EVERY)
  return (
    <p className="time-left">
      <strong className="figures">{left}</strong> left
    </p>
  )
}

function Elapsed({ startedAt, endedAt }: Pick<Meeting, 'startedAt' | 'endedAt'>) {
  const look = () => {
    if (startedAt === null) return '00:00:00'
    const end = endedAt === null ? Date.now() : Date.parse(endedAt)
    return clock((end - Date.parse(startedAt)) / 1000)
  }
  const elapsed = useLook(look, LOOK_EVERY)
  return (
    <p className="elapsed">
      <strong className="figures" role="timer" aria-label="Elapsed">
        {elapsed}
      </strong>
      {startedAt === null ? ' not started' : endedAt === null ? ' elapsed' : ' ended'}
    </p>
  )
}
