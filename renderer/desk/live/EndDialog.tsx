import type { Meeting } from '../../../shared/meeting/schema'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ScrollList } from '../../ui/ScrollList'
import { count } from '../words'

type EndDialogProps = { readonly meeting: Meeting; readonly onEnd: () => void; readonly onClose: () => void }

type LeftProps = {
  readonly title: string
  readonly items: readonly { readonly id: string; readonly text: string }[]
}

function Left({ title, items }: LeftProps) {
  if (items.length === 0) return null
  return (
    <div>
      <p>{title}</p>
      <ScrollList className="dialog-list" label={title}>
        {items.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ScrollList>
    </div>
  )
}

/** Names what is left open before the meeting ends. */
export function EndDialog({ meeting, onEnd, onClose }: EndDialogProps) {
  const unanswered = meeting.objections.filter(({ at, status }) => at !== null && status === 'open')
  const unowned = meeting.actions.filter(({ owner, status }) => owner === null && status === 'open')
  const isClean = unanswered.length === 0 && unowned.length === 0
  return (
    <Dialog title="End the meeting?" onClose={onClose}>
      <p>
        The clock stops and nothing more can be captured.
        {isClean && ' Every objection has been dealt with and every action has an owner.'}
      </p>
      <Left title={`${count(unanswered.length, 'objection')} still open:`} items={unanswered} />
      <Left title={`${count(unowned.length, 'action')} without an owner:`} items={unowned} />
      <div className="dialog-buttons">
        <Button onClick={onClose} data-first={isClean ? undefined : ''}>
          Keep going
        </Button>
        <Button look={isClean ? 'primary' : 'stop'} onClick={onEnd} data-first={isClean ? '' : undefined}>
          End now
        </Button>
      </div>
    </Dialog>
  )
}
