import { useMemo } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'
import { go } from '../../state/route'
import type { Session } from '../../state/session'
import { stageState } from '../../state/stage'
import { useObservable } from '../../state/store'
import { CommandPalette } from '../../ui/palette/CommandPalette'
import { paletteItems } from '../../ui/palette/items'
import { placeCommands } from '../placeCommands'
import { focusEntry } from './entryKeys'
import { meetingCommands } from './meetingCommands'

type FinderProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly onKeys: () => void
  readonly onClose: () => void
}

/** The command palette over a meeting: its commands, responses, objections, people, cues and glossary. */
export function Finder({ session, meeting, onKeys, onClose }: FinderProps) {
  const stage = useObservable(stageState)
  const items = useMemo(
    () =>
      paletteItems(meeting, [...meetingCommands(session, meeting, stage), ...placeCommands(onKeys)], {
        showResponse: (objection) =>
          void bridge.call('prompter:show', { meeting: meeting.id, objection }).then((answer) => {
            if (!answer.ok) session.say({ kind: 'refused', sentence: answer.refusal.sentence })
          }),
        goToObjection: (objection) => {
          go({ page: 'meeting', id: meeting.id, stage: 'live' })
          requestAnimationFrame(() => focusEntry(objection))
        },
      }),
    [session, meeting, stage, onKeys],
  )
  return <CommandPalette open onClose={onClose} items={items} />
}
