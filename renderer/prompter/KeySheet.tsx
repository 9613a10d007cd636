import { useEffect, useRef } from 'react'

import { formatKeys } from '../../shared/keys/match'
import { prompterKeys, responseDigit, type PrompterCommand } from '../../shared/keys/prompter'

const mac = navigator.userAgent.includes('Mac')

const SPELT: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

const spelt = (key: string) => SPELT[key] ?? formatKeys(key, mac)

/** The nine digits do the same for nine responses: one line stands for them all. */
function rows(): readonly { readonly label: string; readonly keys: readonly string[] }[] {
  const one = (command: PrompterCommand) => {
    const digit = responseDigit(command.id)
    if (digit === null) return [{ label: command.label, keys: command.keys.map(spelt) }]
    return digit === 1 ? [{ label: 'Show that response, or go back', keys: ['1', '…', '9'] }] : []
  }
  return prompterKeys.flatMap(one)
}

/** All keys of the Prompter, made from the table that runs them. */
export function KeySheet({
  mirrored,
  onClose,
}: {
  readonly mirrored: boolean
  readonly onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog className="key-sheet" aria-label="Keys" ref={dialog} data-mirrored={mirrored} onClose={onClose}>
      <h2>Keys</h2>
      <dl>
        {rows().map(({ label, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{keys.map((key) => (key === '…' ? ' to ' : <kbd key={key}>{key}</kbd>))}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
