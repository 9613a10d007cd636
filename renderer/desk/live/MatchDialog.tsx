import { useState, type FormEvent } from 'react'

import { expectedObjections, preparedMatches, roleOf } from '../../../shared/meeting/decideMatch'
import type { Meeting, Objection } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { preparedWords } from '../../state/taken'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Dialog } from '../../ui/Dialog'
import { Refused } from '../../ui/Notice'

type MatchDialogProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly id: string
  readonly onClose: () => void
}

/** All that was prepared: what the words are likeliest to mean first, the others in their order. */
function likeliestFirst({ text, who }: Objection, meeting: Meeting): readonly Objection[] {
  const likely = preparedMatches(text, roleOf(who, meeting), meeting).map(({ expected }) => expected)
  return [...new Set([...likely, ...expectedObjections(meeting)])]
}

function Open({
  session,
  meeting,
  item,
  onClose,
}: Omit<MatchDialogProps, 'id'> & { readonly item: Objection }) {
  const [first] = useState(() => likeliestFirst(item, meeting))
  const [chosen, setChosen] = useState(item.prepared)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const answer = await session.run({ type: 'matchObjection', objection: item.id, prepared: chosen })
    if (!answer.ok && answer.refusal.code !== 'same') {
      setRefusal(answer.refusal.sentence)
      return
    }
    const is = first.find(({ id }) => id === chosen)
    session.say({
      kind: 'done',
      sentence:
        is === undefined ? 'Taken for none of the prepared ones.' : `Taken for: ${preparedWords(is)}.`,
    })
    onClose()
  }

  return (
    <Dialog title="Which prepared objection is it?" onClose={onClose}>
      <form className="entry-form" onSubmit={(event) => void save(event)}>
        <p>“{item.text}”</p>
        <fieldset className="match-choices">
          <legend className="unseen">Prepared objections</legend>
          {first.map((each) => (
            <Choice
              key={each.id}
              name="prepared"
              label={each.text}
              hint={preparedWords(each)}
              checked={chosen === each.id}
              first={chosen === each.id}
              onChoose={() => setChosen(each.id)}
            />
          ))}
          <Choice
            name="prepared"
            label="None of them"
            checked={chosen === null}
            first={chosen === null}
            onChoose={() => setChosen(null)}
          />
        </fieldset>
        {refusal !== null && <Refused>{refusal}</Refused>}
        <div className="dialog-buttons">
          <Button onClick={onClose} keys="Esc">
            Cancel
          </Button>
          <Button look="primary" type="submit" keys="Enter">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Says which prepared objection a raised one is, or that it is none of them. */
export function MatchDialog({ id, ...props }: MatchDialogProps) {
  const item = props.meeting.objections.findLast((each) => each.id === id && each.at !== null)
  return item === undefined ? null : <Open {...props} item={item} />
}
