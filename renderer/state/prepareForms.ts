import type { Objection } from '../../shared/meeting/schema'
import type { Cue } from '../../shared/playbook/schema'
import type { CueFields } from './cueFields'
import type { ObjectionFields } from './objectionFields'
import { observable, type Observable } from './store'

/**
 * A form that is open: of the item with this id, or of a new one; with what it held when it was opened. `item` is
 * what its editor last saw of the item itself.
 */
export type OpenForm<Fields, Item> = {
  readonly id: string | null
  readonly fields: Fields
  readonly before: Fields
  readonly item: Item | null
}

/** The forms open in Prepare, at most one a region. `details` says that the meeting's details are asked for. */
export type PrepareForms = {
  readonly cue: OpenForm<CueFields, Cue> | null
  readonly objection: OpenForm<ObjectionFields, Objection> | null
  readonly details: boolean
  /** The role wanted for the next person. */
  readonly role: string
}

const kept = new Map<string, Observable<PrepareForms>>()

/** The open forms of one meeting. They outlive a look at another stage or meeting: nothing typed is lost. */
export function prepareForms(meeting: string): Observable<PrepareForms> {
  const forms =
    kept.get(meeting) ?? observable<PrepareForms>({ cue: null, objection: null, details: false, role: '' })
  kept.set(meeting, forms)
  return forms
}

/** Changes some of a meeting's open forms. */
export function setForms(meeting: string, change: Partial<PrepareForms>): void {
  const forms = prepareForms(meeting)
  forms.set({ ...forms.get(), ...change })
}

/** The form of an item as it is opened. */
export function openForm<Fields, Item extends { readonly id: string }>(
  item: Item,
  fields: Fields,
): OpenForm<Fields, Item> {
  return { id: item.id, fields, before: fields, item }
}

/** The form of a new item as it is opened. */
export function newForm<Fields>(fields: Fields): OpenForm<Fields, never> {
  return { id: null, fields, before: fields, item: null }
}

/** Whether anything was changed since the form was opened. */
export function isChanged<Fields>({
  fields,
  before,
}: Pick<OpenForm<Fields, unknown>, 'fields' | 'before'>): boolean {
  return JSON.stringify(fields) !== JSON.stringify(before)
}
