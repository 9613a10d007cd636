import { deskKey, type DeskKeyId } from '../../../shared/keys/desk'
import { ariaShortcut, Keys } from '../../ui/Keys'

type RowToolProps = {
  readonly does: DeskKeyId
  /** The text of the entry it is for. */
  readonly of: string
  readonly onUse: () => void
}

/** What can be done with an entry by one key while its row has the focus; the key runs this button. */
export function RowTool({ does, of, onUse }: RowToolProps) {
  const { label, keys } = deskKey(does)
  return (
    <button
      type="button"
      tabIndex={-1}
      className="entry-tool"
      data-does={does}
      aria-keyshortcuts={ariaShortcut(keys)}
      onClick={onUse}
    >
      {label}
      <span className="unseen">: {of}</span> <Keys keys={keys[0] ?? ''} />
    </button>
  )
}
