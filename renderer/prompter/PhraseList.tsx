import { phrasesWords, phraseWords } from '../../shared/meeting/phraseWords'
import type { MarkedPhrase } from './usePhrases'

type Props = { readonly phrases: readonly MarkedPhrase[]; readonly onToggle: (id: string) => void }

/** The must-say phrases with their marks, each to be ticked or unticked by hand. */
export function PhraseList({ phrases, onToggle }: Props) {
  if (phrases.length === 0) return <p className="phrases-none">This script has no must-say phrases.</p>
  return (
    <ul className="phrases" aria-label="Must-say phrases">
      {phrases.map(({ id, number, text, said, mark }) => (
        <li key={id} data-said={said}>
          <label>
            <input type="checkbox" checked={said} onChange={() => onToggle(id)} />
            <span className="phrase-cue figures">
              <span className="visually-hidden">Cue </span>
              {number}
            </span>
            <span className="phrase-text">{text}</span>
            <span className="phrase-mark">{phraseWords(mark)}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}

/** How many of the phrases were heard, how many only shown, and so on. */
export function shownOf(phrases: readonly MarkedPhrase[]): string {
  return phrasesWords(phrases.map(({ mark }) => mark))
}
