import type { Command } from '../../../shared/meeting/commands'
import type { Meeting, MeetingSettings } from '../../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../../shared/result'

/**
 * What a rehearsal puts over its meeting, and no one else sees: when it began, what came past and was shown, and
 * how the prompter was set meanwhile.
 */
export type Overlay = {
  readonly startedAt: string | null
  readonly phrases: Meeting['phrases']
  readonly responsesShown: Meeting['responsesShown']
  readonly settings: MeetingSettings | null
}

export const NOTHING_REHEARSED: Overlay = {
  startedAt: null,
  phrases: [],
  responsesShown: [],
  settings: null,
}

/** The meeting as the prompter shows it in a rehearsal: as if it were live since the rehearsal began. */
export function rehearsed(meeting: Meeting, overlay: Overlay): Meeting {
  const { startedAt, phrases, responsesShown, settings } = overlay
  return {
    ...meeting,
    status: startedAt === null ? 'draft' : 'live',
    startedAt,
    phrases,
    responsesShown,
    settings: settings ?? meeting.settings,
  }
}

/** What a command does in a rehearsal. Whatever would change the meeting itself is refused. */
export function inRehearsal(overlay: Overlay, command: Command, at: string): Result<Overlay> {
  if (command.type === 'markPhrase') {
    const { cue, phrase, mark } = command
    const others = overlay.phrases.filter((each) => each.cue !== cue || each.phrase !== phrase)
    return accept({ ...overlay, phrases: [...others, { cue, phrase, mark, at }] })
  }
  if (command.type === 'showResponse') {
    const responsesShown = [...overlay.responsesShown, { objection: command.objection, at }]
    return accept({ ...overlay, responsesShown })
  }
  if (command.type === 'setSettings') return accept({ ...overlay, settings: command.settings })
  return refuse('rehearsal', 'A rehearsal changes nothing in the meeting.')
}
