import { parseCapture, type CaptureContext } from '../../../shared/capture/parse'
import { toDraft } from '../../../shared/capture/toDraft'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { kindWords, understoodParts } from '../../ui/capture/partWords'

/** So many of the lines are listed; the others are as they look in the text they come from. */
const LISTED = 100

type PastedLinesProps = {
  readonly lines: readonly string[]
  readonly context: CaptureContext
  readonly onEntries: () => void
  readonly onOneLine: () => void
  readonly onClose: () => void
}

function Line({ line, context }: { readonly line: string; readonly context: CaptureContext }) {
  const reading = parseCapture(line, context)
  const draft = toDraft(reading)
  const refused = draft.ok || reading.kind === 'whisper' ? [] : [draft.refusal]
  const parts = understoodParts(reading, context.timeZone).map(({ words }) => words)
  return (
    <li className="pasted-line">
      <span className="pasted-kind">{kindWords(reading, [])}</span>
      <span className="pasted-text">
        {reading.text.length > 300 ? `${reading.text.slice(0, 300)}…` : reading.text}
        {parts.length > 0 && (
          <span className="pasted-parts">
            {reading.text !== '' && ' · '}
            {parts.join(' · ')}
          </span>
        )}
        {[...reading.problems.filter(({ code }) => code !== 'text-long'), ...refused].map(
          ({ code, sentence }) => (
            <span className="reading-problem" key={code}>
              {sentence}
            </span>
          ),
        )}
      </span>
    </li>
  )
}

/** Asks what several pasted lines are to become, and shows what each would be. */
export function PastedLines({ lines, context, onEntries, onOneLine, onClose }: PastedLinesProps) {
  const more = lines.length - LISTED
  return (
    <Dialog
      title={`${lines.length} lines pasted`}
      onClose={onClose}
      wide
      foot={
        <div className="dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button onClick={onOneLine}>Keep as one line</Button>
          <Button look="primary" data-first="" onClick={onEntries}>
            Make {lines.length} entries
          </Button>
        </div>
      }
    >
      <ol className="pasted" aria-label="Entries to be made">
        {lines.slice(0, LISTED).map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the lines stay as they are while this is open
          <Line key={index} line={line} context={context} />
        ))}
      </ol>
      {more > 0 && <p className="pasted-more">… and {more} more.</p>}
    </Dialog>
  )
}
