import { observable } from './store'

/** What is to be said about one entry: the details of a decision, the owner or the due date of an action, a link. */
export type EntryWork = { readonly what: 'details' | 'owner' | 'due' | 'link'; readonly id: string }

/** The entry whose dialog lies over the meeting, or null. Rows, keys and the palette all set it. */
export const entryWork = observable<EntryWork | null>(null)
