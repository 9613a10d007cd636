import './palette.css'

import { useRef } from 'react'

import { keySections, type KeyScope } from '../../../shared/keys/commands'
import { spelt } from './spelt'
import { useModal } from './useModal'

type Props = { readonly scopes: readonly KeyScope[]; readonly onClose: () => void }

/** The sheet of keys (`?`), made from the table that runs them; `scopes` says which parts, in which order. */
export function KeySheet({ scopes, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement | null>(null)
  useModal(dialog, onClose)
  return (
    <dialog className="key-sheet" aria-label="Keys" ref={dialog} tabIndex={-1} onClose={onClose}>
      <header className="key-sheet-head">
        <h1>Keys</h1>
        <button type="button" className="key-sheet-close" onClick={() => dialog.current?.close()}>
          Close <kbd>{spelt('Escape')}</kbd>
        </button>
      </header>
      <div className="key-sheet-body">
        {keySections(scopes).map(({ title, rows }) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {rows.map(({ id, label, keys }) => (
                <div key={id}>
                  <dt>{label}</dt>
                  <dd>{keys.map((key) => (key === '…' ? ' to ' : <kbd key={key}>{spelt(key)}</kbd>))}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  )
}
