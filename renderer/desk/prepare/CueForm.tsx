import './CueForm.css'

import type { Meeting } from '../../../shared/meeting/schema'
import type { Cue } from '../../../shared/playbook/schema'
import type { Result } from '../../../shared/result'
import { cueFrom, fieldsOfCue, type CueFields } from '../../state/cueFields'
import { isChanged, openForm, setForms, type OpenForm } from '../../state/prepareForms'
import type { Session } from '../../state/session'
import { EditForm } from './EditForm'
import { Choice, Line } from './fields'
import { placeId } from './places'
import { SpokenFields } from './SpokenFields'

type CueFormProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly form: OpenForm<CueFields, Cue>
  /** The form is done with; the id of its cue, or null when there is none. */
  readonly onClose: (id: string | null) => void
  readonly onRemoved?: () => void
}

const PARTS = ['heading', 'agenda', 'text', 'mustSay', 'objection', 'timebox']

/** A cue as both sides of a conflict show it. */
function cueWords({ heading, agenda, text }: CueFields): string {
  return [heading, agenda, text].filter((part) => part !== '').join('\n')
}

/** Edits a cue in its place, or makes a new one at the end. A slot stays a slot. */
export function CueForm({ session, meeting, form, onClose, onRemoved }: CueFormProps) {
  const { id, fields } = form
  const change = (part: Partial<CueFields>) =>
    setForms(meeting.id, { cue: { ...form, fields: { ...fields, ...part } } })

  const stands = meeting.script.find((each) => each.id === id) ?? null

  async function save(saw = form.item): Promise<Result<unknown>> {
    const cue = cueFrom(fields)
    if (!cue.ok) return cue
    const answer = await session.run(
      saw === null
        ? { type: 'addCue', cue: cue.value, position: meeting.script.length }
        : { type: 'editCue', cue: { ...cue.value, id: saw.id }, seen: saw },
    )
    if (!answer.ok) return answer
    session.say({ kind: 'done', sentence: `“${fields.heading.trim()}” saved.` })
    onClose(id ?? answer.value.entry.id)
    return answer
  }

  async function remove(): Promise<Result<unknown>> {
    if (id === null) return { ok: true, value: null }
    const answer = await session.run({ type: 'removeCue', cue: id })
    if (!answer.ok) return answer
    setForms(meeting.id, { cue: null })
    onRemoved?.()
    return answer
  }

  const expected = meeting.objections.filter(({ at }) => at === null)
  const tips = (tip: string, on: boolean) =>
    change({ tips: on ? [...fields.tips, tip] : fields.tips.filter((each) => each !== tip) })

  return (
    <EditForm
      id={placeId('cueForm')}
      label={id === null ? 'New cue' : `Edit ${form.before.heading}`}
      save={id === null ? 'Add to the script' : 'Save cue'}
      parts={PARTS}
      changed={isChanged(form)}
      onSave={() => save()}
      onCancel={() => onClose(id)}
      {...(stands === null
        ? {}
        : {
            conflict: {
              mine: cueWords(fields),
              theirs: cueWords(fieldsOfCue(stands)),
              useMine: () => save(stands),
              keepTheirs: () => setForms(meeting.id, { cue: openForm(stands, fieldsOfCue(stands)) }),
            },
          })}
      {...(id === null ? {} : { remove: { words: 'Remove cue', run: remove } })}
    >
      {(refusalOf) => (
        <>
          <div className="edit-pair">
            <Line
              label="Heading"
              hint="Only you see it."
              value={fields.heading}
              onChange={(heading) => change({ heading })}
              refusal={refusalOf('heading')}
            />
            <Line
              label="Agenda title"
              hint="The room sees it on the board."
              value={fields.agenda}
              onChange={(agenda) => change({ agenda })}
              refusal={refusalOf('agenda')}
            />
          </div>
          {fields.kind === 'slot' ? (
            <Choice
              label="Expected objection"
              value={fields.objection}
              onChange={(objection) => change({ objection })}
              options={[
                ...(fields.objection === '' ? [['', 'None is prepared yet'] as const] : []),
                ...expected.map(
                  ({ id: each, role, text }) => [each, role ? `${role}: ${text}` : text] as const,
                ),
              ]}
              refusal={refusalOf('objection')}
            />
          ) : (
            <SpokenFields meeting={meeting} fields={fields} onChange={change} refusalOf={refusalOf} />
          )}
          <div className="cue-timebox">
            <Line
              label="Timebox in minutes"
              value={fields.timebox}
              onChange={(timebox) => change({ timebox })}
              refusal={refusalOf('timebox')}
            />
          </div>
          {meeting.playbook.tips.length > 0 && (
            <fieldset className="cue-tips">
              <legend className="field-label">Tips beside this cue</legend>
              {meeting.playbook.tips.map((tip) => (
                <label key={tip.id} className="check">
                  <input
                    type="checkbox"
                    checked={fields.tips.includes(tip.id)}
                    onChange={(event) => tips(tip.id, event.target.checked)}
                  />
                  <span>{tip.text}</span>
                </label>
              ))}
            </fieldset>
          )}
        </>
      )}
    </EditForm>
  )
}
