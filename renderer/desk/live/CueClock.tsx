import { minutesOf } from '../../../shared/meeting/clock'
import type { Meeting } from '../../../shared/meeting/schema'
import { ON_TIME } from '../../../shared/script/schedule'
import { prompterTime } from '../../state/prompterTime'
import { stageState } from '../../state/stage'
import { useObservable } from '../../state/store'

/** While the prompter is open: the cue at its reading line against its timebox, script and question time apart. */
export function CueClock({ meeting }: { readonly meeting: Meeting }) {
  const time = useObservable(prompterTime)
  const stage = useObservable(stageState)
  const cue = meeting.script.find(({ id }) => id === time?.cue)
  if (time === null || cue === undefined || time.meeting !== meeting.id || stage?.prompter !== meeting.id)
    return null
  const allowed = cue.timebox * 60
  const over = time.seconds > allowed + ON_TIME
  return (
    <section className="clock-plan clock-cue figures" aria-label="Timebox">
      <span className="clock-cue-name" data-over={over}>
        <b>{cue.heading}</b> {minutesOf(time.seconds * 1_000)} of {minutesOf(allowed * 1_000)}
        {over && ', over'}
      </span>
      <span>
        Script {minutesOf(time.script * 1_000)} · Questions {minutesOf(time.questions * 1_000)}
      </span>
    </section>
  )
}
