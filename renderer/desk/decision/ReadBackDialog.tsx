import { useState, type FormEvent } from 'react'

import { boardSays } from '../../../shared/meeting/boardSays'
import type { ShownReadBack } from '../../../shared/meeting/decisionSchema'
import type { Decision, Meeting } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { stageState } from '../../state/stage'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Refused } from '../../ui/Notice'
import { allAgreed, answersOf, askedOf, draftOf } from './answers'
import { OutcomeField, Positions } from './Positions'

type ReadBackDialogProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly readBack: ShownReadBack
  readonly decision: Decision
}

/** Who agrees, objects or abstains, while the sentence is before the room. Escape takes it off without answers. */
export function ReadBackDialog({ session, meeting, readBack, decision }: ReadBackDialogProps) {
  const stage = useObservable(stageState)
  const [first] = useState(() => draftOf(decision))
  const [draft, setDraft] = useState(first)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [warned, setWarned] = useState(false)
  const board = boardSays(stage, meeting)
  const people = askedOf(meeting, draft)

  async function close(answers: ReturnType<typeof answersOf> | null) {
    const answer = await session.run({ type: 'closeReadBack', answers })
    if (!answer.ok) setRefusal(answer.refusal.sentence)
    else
      session.say({ kind: 'done', sentence: answers === null ? 'Off the board.' : 'Read back, and saved.' })
  }

  function leave() {
    const isTouched = JSON.stringify(draft) !== JSON.stringify(first)
    if (isTouched && !warned) setWarned(true)
    else void close(null)
  }

  function save(event: FormEvent) {
    event.preventDefault()
    void close(answersOf(draft, meeting.attendees))
  }

  return (
    <Dialog title="Read back" onClose={leave}>
      <form className="decision-form" noValidate onSubmit={save}>
        <p className="decision-sentence">{readBack.text}</p>
        <p className="read-back-where" data-seen={board.seen}>
          {board.words}
        </p>
        <Positions people={people} draft={draft} onChange={setDraft} first />
        <OutcomeField draft={draft} onChange={setDraft} />
        {warned && <Refused>Press Escape again to take it off without saving the answers.</Refused>}
        {refusal !== null && <Refused>{refusal}</Refused>}
        <div className="dialog-buttons">
          <Button look="quiet" onClick={leave} keys="Esc">
            Take it off
          </Button>
          <Button onClick={() => setDraft(allAgreed(draft, people))} keys="E">
            Everybody agreed
          </Button>
          <Button look="primary" type="submit" keys="Enter">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
