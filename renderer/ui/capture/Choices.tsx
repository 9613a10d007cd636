import { UserPlus } from 'lucide-react'

import type { Choice, Choices as Asked } from '../../../shared/capture/choices'
import { Keys } from '../Keys'

type ChoicesProps = {
  readonly id: string
  readonly asked: Asked
  readonly active: number
  readonly onChoose: (choice: Choice) => void
}

/** The one key that takes a choice, as it works where the caret now stands. */
function keyOf({ about, query, behind }: Asked, choice: Choice, index: number): string {
  if (choice.kind === 'new') return behind ? '+' : `Alt+${index + 1}`
  if (about === 'begun' && query !== '' && index === 0) return 'Tab'
  return about === 'which' && behind ? `${index + 1}` : `Alt+${index + 1}`
}

function wordsOf(choice: Choice): string {
  if (choice.kind === 'new') return `Add ${choice.name}`
  const { name, role } = choice.attendee
  return role === '' ? name : `${name}, ${role}`
}

/** The whole question in words, said once by screen readers; nothing while a name is still being typed. */
export function askedInWords(asked: Asked | null): string {
  if (asked === null || asked.about === 'begun' || asked.behind) return ''
  const keys = asked.choices.map((choice, index) => `${wordsOf(choice)}: ${keyOf(asked, choice, index)}.`)
  return [`“${asked.query}”.`, ...keys].join(' ')
}

/** Whom the name in the line could mean, each with the key that takes it. */
export function Choices({ id, asked, active, onChoose }: ChoicesProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the line
    <div className="choices" role="listbox" id={id} aria-label={`People for “${asked.query}”`}>
      {asked.choices.map((choice, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the line has the keys
        <div
          key={choice.line}
          className="choice"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of a select holds no key
          role="option"
          tabIndex={-1}
          id={`${id}-${index}`}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
        >
          {choice.kind === 'new' && <UserPlus size={14} aria-hidden />}
          <span className="choice-words" title={wordsOf(choice)}>
            {choice.kind === 'new' ? (
              wordsOf(choice)
            ) : (
              <>
                <strong>{choice.attendee.name}</strong> {choice.attendee.role}
              </>
            )}
          </span>
          <Keys keys={keyOf(asked, choice, index)} />
        </div>
      ))}
    </div>
  )
}
