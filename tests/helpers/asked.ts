import type { Command } from '../../shared/meeting/commands'
import { capturedItem } from '../../shared/meeting/lists'
import type { Meeting } from '../../shared/meeting/schema'
import { draftOf, expectedFieldsOf } from '../../shared/meeting/seen'

type Unseen<C> = C extends { readonly seen: infer S } ? Omit<C, 'seen'> & { readonly seen?: S } : C

/** A command by somebody who, where it does not say what they saw, saw what stands. */
export type Asked = Unseen<Command>

function entrySeen(meeting: Meeting, id: string) {
  const captured = capturedItem(meeting, id)
  return captured === null ? ({ kind: 'note', text: '', at: null } as const) : draftOf(captured)
}

/** The command as a window sends it: with what its editor saw. */
export function asSeen(meeting: Meeting, asked: Asked): Command {
  if (asked.type === 'editEntry' || asked.type === 'removeEntry')
    return { ...asked, seen: asked.seen ?? entrySeen(meeting, asked.entry) }
  if (asked.type === 'editCue') {
    const stands = meeting.script.find(({ id }) => id === asked.cue.id)
    return { ...asked, seen: asked.seen ?? stands ?? asked.cue }
  }
  if (asked.type === 'editExpected') {
    const stands = meeting.objections.find(({ id }) => id === asked.id)
    const seen = stands === undefined ? asked.objection : expectedFieldsOf(stands)
    return { ...asked, seen: asked.seen ?? seen }
  }
  if (asked.type !== 'setFollowUp') return asked
  return { ...asked, seen: asked.seen === undefined ? meeting.followUp : asked.seen }
}
