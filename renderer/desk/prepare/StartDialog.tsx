import type { Fact } from '../../../shared/meeting/schema'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ScrollList } from '../../ui/ScrollList'
import { count } from '../words'

type StartDialogProps = {
  readonly missing: readonly Fact[]
  readonly onStart: () => void
  readonly onFill: () => void
  readonly onClose: () => void
}

/** Asks before a meeting starts with blanks that would be read aloud. */
export function StartDialog({ missing, onStart, onFill, onClose }: StartDialogProps) {
  return (
    <Dialog title={`${count(missing.length, 'fact is', 'facts are')} still empty`} onClose={onClose}>
      <p>The script has a gap where each of these would be read aloud:</p>
      <ScrollList className="dialog-list dialog-list-short" label="Empty facts">
        {missing.map(({ key, label }) => (
          <li key={key}>{label}</li>
        ))}
      </ScrollList>
      <div className="dialog-buttons">
        <Button onClick={onStart}>Start anyway</Button>
        <Button look="primary" onClick={onFill} data-first="">
          Fill them first
        </Button>
      </div>
    </Dialog>
  )
}
