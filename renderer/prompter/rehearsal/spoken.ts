import type { Spoken } from '../../../shared/rehearsal/schema'
import { observable } from '../../state/store'

/** What was heard of each cue in the run that is on, by the cue's id: set by whatever listens, kept with the run. */
export const spokenCues = observable<ReadonlyMap<string, Spoken>>(new Map())
