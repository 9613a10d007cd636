import type { Meeting } from '../../../shared/meeting/schema'
import { PAPERS } from '../../../shared/record/signatureFields'
import { chosenRevision, choosePaper, paper } from '../../state/recordView'
import { useObservable } from '../../state/store'

type PreviewChoiceProps = {
  readonly meeting: Meeting
  readonly revision: number | null
  /** False where no paper is needed. */
  readonly withPaper?: boolean
}

/** Which record to look at and export, and on which paper. */
export function PreviewChoice({ meeting, revision, withPaper = true }: PreviewChoiceProps) {
  const { revisions, status } = meeting
  const drafts = status === 'finalised' ? [] : [null]
  const signed = revisions.some(({ number, signatures }) => number === revision && signatures.length > 0)
  const choices = [...drafts, ...revisions.map(({ number }) => number).toReversed()]
  return (
    <>
      {choices.length > 1 && (
        <select
          className="input preview-choice"
          aria-label="Record to show"
          value={revision ?? ''}
          onChange={({ target }) => chosenRevision.set(target.value === '' ? null : Number(target.value))}
        >
          {choices.map((number) => (
            <option key={number ?? 0} value={number ?? ''}>
              {number === null ? 'Draft' : `Revision ${number}`}
            </option>
          ))}
        </select>
      )}
      {withPaper && <PaperChoice signed={signed} />}
    </>
  )
}

/** The paper records are made on, remembered on this computer; a signed one stays as it was signed. */
function PaperChoice({ signed }: { readonly signed: boolean }) {
  const chosen = useObservable(paper)
  return (
    <select
      className="input preview-choice"
      aria-label="Paper"
      disabled={signed}
      title={signed ? 'A signed record stays on the paper it was signed on' : undefined}
      value={chosen}
      onChange={({ target }) => choosePaper(target.value)}
    >
      {Object.keys(PAPERS).map((each) => (
        <option key={each}>{each}</option>
      ))}
    </select>
  )
}
