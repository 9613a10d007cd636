import { useMemo } from 'react'

import { isResponse, isWindowCommand, prompterKeys, type PrompterCommandId } from '../../shared/keys/prompter'
import type { Meeting } from '../../shared/meeting/schema'
import { CommandPalette } from '../ui/palette/CommandPalette'
import { paletteItems } from '../ui/palette/items'
import { KeySheet } from '../ui/palette/KeySheet'

/** What lies over the script, besides a response. */
export type Panel = 'none' | 'settings' | 'phrases' | 'palette' | 'keys' | 'capture' | 'edit'

type Props = {
  readonly panel: Panel
  readonly meeting: Meeting
  readonly onClose: () => void
  readonly onRun: (command: PrompterCommandId) => void
  readonly onResponse: (objection: string) => void
  readonly onCue: (cue: string) => void
}

/** Commands that make no sense from the palette, or are there under another name. */
const unlisted = (id: PrompterCommandId) =>
  id === 'palette' ||
  id === 'back' ||
  id === 'answered' ||
  id.startsWith('rehearsal.') ||
  isResponse(id) ||
  (isWindowCommand(id) && id !== 'window.close')

/** The palette and the sheet of keys over the Prompter. */
export function Overlays({ panel, meeting, onClose, onRun, onResponse, onCue }: Props) {
  if (panel === 'keys') return <KeySheet scopes={['prompter', 'board', 'everywhere']} onClose={onClose} />
  if (panel !== 'palette') return null
  return <Finder meeting={meeting} onClose={onClose} onRun={onRun} onResponse={onResponse} onCue={onCue} />
}

function Finder({ meeting, onClose, onRun, onResponse, onCue }: Omit<Props, 'panel'>) {
  const items = useMemo(() => {
    const commands = prompterKeys.flatMap((command) =>
      unlisted(command.id) ? [] : [{ ...command, run: () => onRun(command.id) }],
    )
    return paletteItems(meeting, commands, {
      showResponse: onResponse,
      goToObjection: onResponse,
      goToCue: onCue,
    })
  }, [meeting, onRun, onResponse, onCue])
  return <CommandPalette open onClose={onClose} items={items} />
}
