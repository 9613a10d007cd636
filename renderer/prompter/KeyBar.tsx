import type { StageState } from '../../shared/ipc'
import { RESPONSE_KEYS, type PrompterCommandId } from '../../shared/keys/prompter'
import type { Meeting, Objection } from '../../shared/meeting/schema'
import { ariaShortcut, Keys } from '../ui/Keys'
import { BoardSeen } from './BoardSeen'
import { shortName } from '../../shared/meeting/coverage'
import type { WindowInUse } from './useWindow'

type Props = {
  readonly prepared: readonly (Objection & { readonly key: number })[]
  readonly shown: number | null
  readonly stage: StageState | null
  readonly meeting: Pick<Meeting, 'id' | 'timeZone'>
  readonly ownWindow: WindowInUse
  /** A rehearsal writes nothing down. */
  readonly isRehearsal: boolean
  readonly onRun: (command: PrompterCommandId) => void
}

/** `isExtra`: left to the sheet of keys where the bar has no room for all. */
type Shortcut = {
  readonly id: PrompterCommandId
  readonly label: string
  readonly keys: readonly [string]
  readonly isExtra?: boolean
}

/** The commands that have a button in the bar, under the shortest name they can have. */
const SHORTCUTS = [
  { id: 'capture', label: 'Capture', keys: ['Mod+L'] },
  { id: 'phrases', label: 'Must say', keys: ['T'], isExtra: true },
  { id: 'palette', label: 'Find', keys: ['Mod+K'] },
  { id: 'settings', label: 'Settings', keys: [','] },
  { id: 'keys', label: 'Keys', keys: ['?'] },
] as const satisfies readonly Shortcut[]

/** A click must not take the focus, or the next press of Space would press the button again. */
const keepFocus = (event: React.MouseEvent) => event.preventDefault()

/** The prepared responses with their digits, what the Board shows, and the way to all keys. */
export function KeyBar({ prepared, shown, stage, meeting, ownWindow, isRehearsal, onRun }: Props) {
  const { displays, protection } = ownWindow
  const isMirrored = displays?.mirrored ?? false
  const isCrowded = stage?.board === meeting.id || isMirrored
  const shortcuts: readonly Shortcut[] = SHORTCUTS.filter(({ id }) => !isRehearsal || id !== 'capture')
  return (
    <footer className="bar bar-bottom">
      <ul className="responses" aria-label="Responses">
        {prepared.map((objection) => {
          const digit = RESPONSE_KEYS.find((each) => each === objection.key)
          if (digit === undefined) return null
          return (
            <li key={objection.id}>
              <button
                type="button"
                aria-pressed={shown === digit}
                aria-keyshortcuts={String(digit)}
                title={objection.text}
                onMouseDown={keepFocus}
                onClick={() => onRun(`response.${digit}`)}
              >
                <kbd>{digit}</kbd> <span>{shortName(objection)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <BoardSeen stage={stage} meeting={meeting} isMirrored={isMirrored}>
        {protection !== null && (
          <p className="capture-badge" data-state={protection.state} title={protection.because}>
            Prompter: {protection.state}
          </p>
        )}
      </BoardSeen>
      <p className="bar-buttons" data-crowded={isCrowded}>
        {shortcuts.map(({ id, label, keys: [key], isExtra = false }) => (
          <button
            key={id}
            type="button"
            title={label}
            data-command={id}
            data-extra={isExtra}
            aria-keyshortcuts={ariaShortcut([key])}
            onMouseDown={keepFocus}
            onClick={() => onRun(id)}
          >
            <Keys keys={key} /> <span>{label}</span>
          </button>
        ))}
      </p>
    </footer>
  )
}
