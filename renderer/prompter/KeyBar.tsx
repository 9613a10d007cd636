import type { StageState } from '../../shared/ipc'
import { RESPONSE_KEYS, type PrompterCommandId } from '../../shared/keys/prompter'
import type { Objection } from '../../shared/meeting/schema'
import { shortName } from './offer'

type Props = {
  readonly prepared: readonly (Objection & { readonly key: number })[]
  readonly shown: number | null
  readonly stage: StageState | null
  readonly meeting: string
  readonly onRun: (command: PrompterCommandId) => void
}

/** A click must not take the focus, or the next press of Space would press the button again. */
const keepFocus = (event: React.MouseEvent) => event.preventDefault()

function boardText(stage: StageState | null, meeting: string): string {
  if (stage === null || stage.board !== meeting) return 'Board closed'
  if (stage.boardState.blank) return 'Board blank'
  return stage.boardState.frozen ? 'Board frozen' : 'Board live'
}

/** The prepared responses with their digits, what the Board shows, and the way to all keys. */
export function KeyBar({ prepared, shown, stage, meeting, onRun }: Props) {
  const board = boardText(stage, meeting)
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
                onMouseDown={keepFocus}
                onClick={() => onRun(`response.${digit}`)}
              >
                <kbd>{digit}</kbd> {shortName(objection)}
              </button>
            </li>
          )
        })}
      </ul>
      <p className="board-lamp" data-loud={board === 'Board blank' || board === 'Board frozen'}>
        {board}
      </p>
      <button type="button" aria-keyshortcuts="?" onMouseDown={keepFocus} onClick={() => onRun('keys')}>
        <kbd>?</kbd> keys
      </button>
    </footer>
  )
}
