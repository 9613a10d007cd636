import { useEffect, useState } from 'react'

import { clockOf, elapsed } from '../../shared/meeting/clock'
import type { Meeting } from '../../shared/meeting/schema'
import { ON_TIME, secondsAllowed, standing } from '../../shared/script/schedule'
import { useObservable } from '../state/store'
import { minutes, paceText, timeOfDay } from './format'
import type { Scroller } from './scroller'
import { useCueTime } from './useCueTime'
import { useReportedTime } from './useReportedTime'
import type { Script } from './useScript'
import type { Spending } from './useTimes'
import { useVoiceState, type Voice } from './useVoice'

type Props = { readonly meeting: Meeting; readonly script: Script; readonly scroller: Scroller | null }
type TimedProps = Props & { readonly spending: Spending; readonly isRehearsal: boolean }
type BarProps = TimedProps & { readonly voice: Voice }

/** How often the bar looks at the script's place, in milliseconds. It renders only what changed. */
const LOOK_EVERY = 250

/** Where the script stands, how fast it goes, how long it still takes, and the meeting's clocks. */
export function TopBar({ meeting, script, scroller, spending, isRehearsal, voice }: BarProps) {
  return (
    <header className="bar bar-top">
      <CueNow {...{ meeting, script, scroller, spending, isRehearsal }} />
      <OnTime meeting={meeting} script={script} scroller={scroller} spending={spending} />
      {scroller === null ? <output aria-label="Pace" /> : <Pace scroller={scroller} voice={voice} />}
      <TimeLeft scroller={scroller} />
      <Elapsed meeting={meeting} isRehearsal={isRehearsal} />
      <TimeOfDay timeZone={meeting.timeZone} />
    </header>
  )
}

/** A value read every so often; renders only when it is another one. */
function useGlance<T extends string | number>(look: () => T, every: number): T {
  const [value, setValue] = useState(look)
  useEffect(() => {
    const again = () => setValue(look())
    again()
    const timer = setInterval(again, every)
    return () => clearInterval(timer)
  })
  return value
}

/** The cue at the reading line; while live, how much of its timebox it has had, and a word once that is over. */
function CueNow({ meeting, script, scroller, spending, isRehearsal }: TimedProps) {
  const live = meeting.status === 'live'
  const { number, seconds } = useCueTime(live, scroller, script.outline, spending.spent)
  const cue = script.cues.find((each) => each.number === number)
  useReportedTime(meeting.id, live && !isRehearsal, cue?.id, seconds, spending.times)
  const allowed = (cue?.timebox ?? 0) * 60
  const over = seconds > allowed + ON_TIME
  return (
    <p className="cue-now">
      <span className="visually-hidden">Cue </span>
      <span className="figures">
        {number}/{script.cues.length}
      </span>{' '}
      <strong>{cue?.heading}</strong>
      {live && cue !== undefined && (
        <span className="cue-time figures" data-over={over}>
          {minutes(seconds)} of {minutes(allowed)}
          {over && ', over'}
        </span>
      )}
    </p>
  )
}

/** How the meeting stands against its timeboxes, in words; a sign and a colour say it too. */
function OnTime({ meeting, script, scroller, spending }: Omit<TimedProps, 'isRehearsal'>) {
  const look = () => {
    if (meeting.startedAt === null || scroller === null) return ''
    const used = elapsed(meeting, Date.now()) / 1000
    const { questions } = spending.times.get()
    const asked = new Set(meeting.responsesShown.map(({ objection }) => objection))
    const { is, seconds } = standing(used, secondsAllowed(script.cues, scroller.word(), asked, questions))
    return is === 'on time' ? is : `${minutes(Math.floor(seconds))} ${is}`
  }
  const text = useGlance(look, LOOK_EVERY)
  const is = text.endsWith('behind') ? 'behind' : text.endsWith('ahead') ? 'ahead' : 'on time'
  return (
    <p className="on-time figures" data-standing={is}>
      {text}
    </p>
  )
}

function Pace({ scroller, voice }: { readonly scroller: Scroller; readonly voice: Voice }) {
  const state = useObservable(scroller.state)
  const spoken = useVoiceState(voice)
  const moving = state.running && !state.resting && spoken.status !== 'holding'
  const [words, motion] = paceText(state, spoken).split(' · ')
  const [number, ...rest] = (words ?? '').split(' ')
  return (
    <output
      className="pace figures"
      aria-label="Pace"
      data-moving={moving}
      data-voice={spoken.status}
      data-heard={spoken.heard ?? ''}
    >
      {number} <span className="visually-hidden">{rest.join(' ')} · </span>
      <span className="pace-motion">{motion}</span>
    </output>
  )
}

function TimeLeft({ scroller }: { readonly scroller: Scroller | null }) {
  const left = useGlance(() => minutes(scroller?.secondsLeft() ?? 0), LOOK_EVERY)
  return (
    <p className="time-left">
      <strong className="figures">{left}</strong> left
    </p>
  )
}

function Elapsed({ meeting, isRehearsal }: Pick<TimedProps, 'meeting' | 'isRehearsal'>) {
  const { startedAt, endedAt, status } = meeting
  const run = useGlance(() => clockOf(elapsed(meeting, Date.now())), LOOK_EVERY)
  const word =
    startedAt === null
      ? 'not started'
      : endedAt !== null
        ? 'ended'
        : status === 'paused'
          ? 'break'
          : 'elapsed'
  return (
    <p className="elapsed">
      <strong className="figures" role="timer" aria-label="Elapsed">
        {run}
      </strong>{' '}
      {isRehearsal ? <span className="rehearsal-badge">Rehearsal</span> : word}
    </p>
  )
}

function TimeOfDay({ timeZone }: { readonly timeZone: string }) {
  const now = useGlance(() => timeOfDay(Date.now(), timeZone), LOOK_EVERY)
  return (
    <p className="time-of-day">
      <span className="visually-hidden">Time </span>
      <time className="figures">{now}</time>
    </p>
  )
}
