import type { Meeting } from '../../../../shared/meeting/schema'
import type { Session } from '../../../state/session'
import { Checkbox } from '../../../ui/Checkbox'
import { Part } from './Part'

type ChecklistProps = { readonly session: Session; readonly items: Meeting['checklist'] }

/** The closing checklist of the playbook, line by line. */
export function Checklist({ session, items }: ChecklistProps) {
  const done = items.filter((item) => item.done).length
  if (items.length === 0) return null
  return (
    <Part title="Checklist" note={`${done} of ${items.length} done`} done={done === items.length}>
      <ul className="closing-lines" aria-label="Closing checklist">
        {items.map((item) => (
          <li key={item.id}>
            <Checkbox
              label={item.text}
              checked={item.done}
              onChange={(ticked) =>
                session.tell({ type: 'setChecklistItem', item: item.id, done: ticked }, () =>
                  ticked ? `Done: ${item.text}` : `Not done: ${item.text}`,
                )
              }
            />
          </li>
        ))}
      </ul>
    </Part>
  )
}
