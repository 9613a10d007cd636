import { useRef } from 'react'

import type { Meeting, Objection } from '../../../shared/meeting/schema'
import { expectedFieldsOf } from '../../../shared/meeting/seen'
import type { Response } from '../../../shared/playbook/schema'
import type { Result } from '../../../shared/result'
import { fieldsOfObjection, objectionFrom, type ObjectionFields } from '../../state/objectionFields'
import { isChanged, openForm, setForms, type OpenForm } from '../../state/prepareForms'
import type { Session } from '../../state/session'
import { objectionKindWord } from '../words'
import { EditForm } from './EditForm'
import { Choice, Line, Lines } from './fields'
import { placeId } from './places'
import { RoleField } from './RoleField'

type ObjectionFormProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly form: OpenForm<ObjectionFields, Objection>
  /** The form is done with; the id of its objection, or null when there is none. */
  readonly onClose: (id: string | null) => void
  readonly onRemoved?: () => void
}

const PARTS = ['text', 'key', 'sayFirst']
const RESPONSE = [
  ['sayFirst', 'Say first', 'The first sentence out of your mouth.'],
  ['evidence', 'Evidence', undefined],
  ['questionBack', 'Question back', undefined],
  ['doNotSay', 'Do not say', 'For your eyes only.'],
] as const satisfies readonly (readonly [keyof Response, string, string | undefined])[]

const KINDS = [
  ['objection', objectionKindWord.objection],
  ['question', objectionKindWord.question],
  ['concern', objectionKindWord.concern],
] as const

function keyOptions(meeting: Meeting, own: string | null): (readonly [string, string])[] {
  const taken = new Set(
    meeting.objections.flatMap(({ id, key }) => (id === own || key === null ? [] : [key])),
  )
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  return [
    ['', 'No key'],
    ...digits.map((digit) => [String(digit), taken.has(digit) ? `${digit}, in use` : String(digit)] as const),
  ]
}

/** Edits a prepared objection in its place, or makes a new one. */
export function ObjectionForm({ session, meeting, form, onClose, onRemoved }: ObjectionFormProps) {
  const { id, fields } = form
  const keywords = useRef<HTMLDivElement>(null)
  const change = (part: Partial<ObjectionFields>) =>
    setForms(meeting.id, { objection: { ...form, fields: { ...fields, ...part } } })
  const roles = [
    ...new Set([
      ...meeting.attendees.map(({ role }) => role),
      ...meeting.playbook.roles.map(({ title }) => title),
    ]),
  ].filter(Boolean)

  const stands = meeting.objections.find((each) => each.id === id) ?? null

  async function save(saw = form.item): Promise<Result<unknown>> {
    const objection = objectionFrom(fields)
    if (!objection.ok) return objection
    const answer = await session.run(
      saw === null
        ? { type: 'addExpected', objection: objection.value }
        : {
            type: 'editExpected',
            id: saw.id,
            objection: objection.value,
            seen: expectedFieldsOf(saw),
          },
    )
    if (!answer.ok) return answer
    session.say({ kind: 'done', sentence: 'Objection saved.' })
    onClose(id ?? answer.value.entry.id)
    return answer
  }

  async function remove(): Promise<Result<unknown>> {
    if (id === null) return { ok: true, value: null }
    const answer = await session.run({ type: 'removeExpected', objection: id })
    if (!answer.ok) return answer
    setForms(meeting.id, { objection: null })
    onRemoved?.()
    return answer
  }

  return (
    <EditForm
      id={placeId('objectionForm')}
      label={id === null ? 'New objection' : `Edit ${form.before.text}`}
      save={id === null ? 'Add to the objections' : 'Save objection'}
      parts={PARTS}
      changed={isChanged(form)}
      onSave={() => save()}
      onCancel={() => onClose(id)}
      {...(stands === null
        ? {}
        : {
            conflict: {
              mine: `${fields.text}\n${fields.response.sayFirst}`,
              theirs: `${stands.text}\n${stands.response?.sayFirst ?? ''}`,
              useMine: () => save(stands),
              keepTheirs: () =>
                setForms(meeting.id, { objection: openForm(stands, fieldsOfObjection(stands)) }),
            },
          })}
      {...(id === null ? {} : { remove: { words: 'Remove objection', run: remove } })}
    >
      {(refusalOf) => (
        <>
          <Lines
            label="What they will say"
            lines={1}
            value={fields.text}
            onChange={(text) => change({ text })}
            refusal={refusalOf('text')}
          />
          <RoleField
            value={fields.role}
            onChange={(role) => change({ role })}
            roles={roles}
            rolesLabel="Roles"
            onChosen={() => keywords.current?.querySelector('select')?.focus()}
          />
          <div className="edit-pair" ref={keywords}>
            <Choice
              label="Kind"
              value={fields.kind}
              onChange={(kind) => change({ kind: KINDS.find(([each]) => each === kind)?.[0] ?? 'objection' })}
              options={KINDS}
            />
            <Choice
              label="Key on the prompter"
              value={fields.key}
              onChange={(key) => change({ key })}
              options={keyOptions(meeting, id)}
              refusal={refusalOf('key')}
            />
          </div>
          <Line
            label="Keywords"
            hint="With commas between. An objection that holds one brings this answer up."
            value={fields.keywords}
            onChange={(words) => change({ keywords: words })}
          />
          {RESPONSE.map(([part, label, hint]) => (
            <Lines
              key={part}
              label={label}
              hint={hint}
              value={fields.response[part]}
              onChange={(text) => change({ response: { ...fields.response, [part]: text } })}
              refusal={refusalOf(part)}
            />
          ))}
        </>
      )}
    </EditForm>
  )
}
