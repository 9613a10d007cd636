import { mustSayPhrases, type MustSay } from '../../../../shared/meeting/closing'
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

/** Must-say phrases that never passed the prompter's reading line; a tick says that they were said. */
export function NotShown({ session, meeting, first }: NotShownProps) {
  const all = mustSayPhrases(meeting)
  const shown = all.filter((each) => each.shown).length
  const cues = new Set(meeting.script.filter(({ kind }) => kind === 'spoken').map(({ id }) => id))
  const begun = new Set(all.filter((each) => each.shown).map(({ cue }) => cue))
  const listed = all.filter(({ cue, phrase }) =>
    first.some((each) => each.cue === cue && each.phrase === phrase),
  )
  if (all.length === 0) return null
  return (
    <Part
      title="Not said"
      note={
        shown === all.length
          ? 'Every must-say phrase was said'
          : `${shown} of ${all.length} must-say phrases, from ${begun.size} of ${cues.size} cues`
      }
      done={shown === all.length}
    >
      {listed.length > 0 && (
        <ul className="closing-lines" aria-label="Not said">
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
    </Part>
  )
}
