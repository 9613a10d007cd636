import './Script.css'

import { Plus } from 'lucide-react'
import { memo, useMemo, useState } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import type { Cue } from '../../../shared/playbook/schema'
import { scriptCues } from '../../../shared/script/cues'
import { fieldsOfCue, newCueFields } from '../../state/cueFields'
import { useMinute } from '../../state/now'
import { newForm, openForm, prepareForms, setForms } from '../../state/prepareForms'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { count } from '../words'
import { CueForm } from './CueForm'
import { CueView } from './CueView'
import { moveItem } from './moveItem'
import { focusId, placeId } from './places'
import { PutBack } from './PutBack'

type ScriptProps = {
  readonly session: Session
  /** The meeting with what is being typed into its facts. */
  readonly meeting: Meeting
  readonly readOnly: boolean
}

type Removed = { readonly cue: Cue; readonly position: number }

/** Adds a cue or a slot through its form, which opens at the end of the script. */
function AddCue({ meeting }: { readonly meeting: Meeting }) {
  const add = (kind: Cue['kind']) => setForms(meeting.id, { cue: newForm(newCueFields(kind, meeting)) })
  const icon = <Plus size={14} aria-hidden />
  return (
    <div className="add-row">
      <Button small icon={icon} id={placeId('addCue')} onClick={() => add('spoken')}>
        Add cue
      </Button>
      <Button small icon={icon} onClick={() => add('slot')}>
        Add slot for an objection
      </Button>
    </div>
  )
}

/** The script as it will be read, filled with the facts; what is still empty stands out. Each cue can be edited in its place. */
export const Script = memo(function Script({ session, meeting, readOnly }: ScriptProps) {
  const now = useMinute()
  const { cue: form } = useObservable(prepareForms(meeting.id))
  const [removed, setRemoved] = useState<Removed | null>(null)
  const moment = new Date(now).toISOString()
  const cues = useMemo(() => scriptCues(meeting, moment), [meeting, moment])
  const words = cues.reduce((sum, cue) => sum + cue.words, 0)
  const { wordsPerMinute } = meeting.settings
  const last = cues.length - 1

  async function putBack({ cue, position }: Removed) {
    const { id: _, ...item } = cue
    const answer = await session.run({ type: 'addCue', cue: item, position })
    if (!answer.ok) {
      session.say({ kind: 'refused', sentence: answer.refusal.sentence })
      return
    }
    setRemoved(null)
    focusId(placeId('cue', answer.value.entry.id))
  }

  function closed(id: string | null) {
    setForms(meeting.id, { cue: null })
    focusId(id === null ? placeId('addCue') : placeId('cue', id))
  }

  const back =
    removed === null ? null : <PutBack name={removed.cue.heading} onPutBack={() => void putBack(removed)} />

  return (
    <section className="script" aria-labelledby="script-title" id={placeId('script')} tabIndex={-1}>
      <div className="region-head">
        <h2 className="region-title" id="script-title">
          Script
        </h2>
        <span className="region-count figures">
          {count(words, 'word')}, about {count(Math.max(1, Math.round(words / wordsPerMinute)), 'minute')} at{' '}
          {wordsPerMinute} a minute
        </span>
      </div>
      {cues.map((cue, index) => {
        const written = meeting.script[index]
        if (written === undefined) return null
        return (
          <div key={cue.id} className="cue-place">
            {removed?.position === index && back}
            {form?.id === cue.id ? (
              <CueForm
                session={session}
                meeting={meeting}
                form={form}
                onClose={closed}
                onRemoved={() => setRemoved({ cue: written, position: index })}
              />
            ) : (
              <CueView
                cue={cue}
                meeting={meeting}
                moment={moment}
                readOnly={readOnly}
                last={last}
                onEdit={() => setForms(meeting.id, { cue: openForm(written, fieldsOfCue(written)) })}
                onMove={(step) =>
                  void moveItem(
                    session,
                    { type: 'moveCue', cue: cue.id, to: Math.max(0, index + step) },
                    cue.heading,
                  )
                }
              />
            )}
          </div>
        )
      })}
      {removed !== null && removed.position > last && back}
      {form !== null && form.id === null && (
        <CueForm session={session} meeting={meeting} form={form} onClose={closed} />
      )}
      {!readOnly && form?.id !== null && <AddCue meeting={meeting} />}
    </section>
  )
})
