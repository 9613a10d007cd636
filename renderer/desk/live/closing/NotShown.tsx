import { mustSayPhrases, type MustSay } from '../../../../shared/meeting/closing'
import { phrasesWords, phraseWords } from '../../../../shared/meeting/phraseWords'
import type { Meeting } from '../../../../shared/meeting/schema'
import type { Session } from '../../../state/session'
import { Checkbox } from '../../../ui/Checkbox'
import { Part } from './Part'

type NotShownProps = {
  readonly session: Session
  readonly meeting: Meeting
  /** What was not shown as the walk began: it stays on the list while it is ticked. */
  readonly first: readonly MustSay[]
}

/**
 * The must-say phrases: those that were neither shown on the prompter nor heard by it, where a tick says that they
 * were said all the same; and what is known of the others, for to have been shown is not to have been said.
 */
export function NotShown({ session, meeting, first }: NotShownProps) {
  const all = mustSayPhrases(meeting)
  const isDone = all.every(({ shown }) => shown)
  const isListed = ({ cue, phrase }: MustSay) =>
    first.some((each) => each.cue === cue && each.phrase === phrase)
  const listed = all.filter(isListed)
  const others = all.filter((each) => !isListed(each))
  if (all.length === 0) return null
  return (
    <Part title="Must-say phrases" note={phrasesWords(all.map(({ mark }) => mark))} done={isDone}>
      {listed.length > 0 && (
        <ul className="closing-lines" aria-label="Neither shown nor heard">
          {listed.map(({ cue, phrase, words, heading, shown: said }) => (
            <li key={`${cue} ${phrase}`}>
              <Checkbox
                label={words}
                hint={heading}
                checked={said}
                onChange={(ticked) =>
                  session.tell(
                    { type: 'markPhrase', cue, phrase, mark: ticked ? 'ticked' : 'unticked' },
                    () => (ticked ? `Said: ${words}` : `Not said: ${words}`),
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details className="closing-more">
          <summary>What was shown or heard</summary>
          <ul className="closing-lines" aria-label="What was shown or heard">
            {others.map(({ cue, phrase, words, mark }) => (
              <li key={`${cue} ${phrase}`} className="closing-line">
                <p>{words}</p>
                <p className="closing-mark">{phraseWords(mark)}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  )
}
