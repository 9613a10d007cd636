import type { Meeting } from '../../../shared/meeting/schema'
import type { ScriptCue } from '../../../shared/script/cues'
import { placeId } from './places'
import { RowTools, stepOf } from './RowTools'
import { Slot } from './Slot'
import { Spoken } from './Spoken'

type CueViewProps = {
  readonly cue: ScriptCue
  readonly meeting: Meeting
  readonly moment: string
  readonly readOnly: boolean
  readonly last: number
  readonly onEdit: () => void
  readonly onMove: (step: -1 | 1) => void
}

/** One cue to read: its private heading, what is said, and its tips. Alt with an arrow moves it. */
export function CueView({ cue, meeting, moment, readOnly, last, onEdit, onMove }: CueViewProps) {
  const tools = readOnly ? null : (
    <RowTools
      name={cue.heading}
      first={cue.number === 1}
      last={cue.number === last + 1}
      onMove={onMove}
      edit={{ id: placeId('cue', cue.id), run: onEdit }}
    />
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it
    <article
      className="cue"
      aria-label={cue.heading}
      onKeyDown={(event) => {
        const step = readOnly ? null : stepOf(event)
        if (step === null) return
        event.preventDefault()
        onMove(step)
      }}
    >
      {cue.kind === 'slot' ? (
        <Slot cue={cue} meeting={meeting} now={moment} tools={tools} />
      ) : (
        <>
          <div className="cue-head">
            <span className="cue-number figures">{cue.number}</span>
            <h3 className="cue-heading">{cue.heading}</h3>
            <span className="cue-time figures">{cue.timebox} min</span>
            {tools}
          </div>
          {cue.words === 0 && cue.paragraphs.length === 0 && (
            <p className="cue-silent">Nothing to say yet. Edit this cue to write its words.</p>
          )}
          <Spoken paragraphs={cue.paragraphs} />
        </>
      )}
    </article>
  )
}
